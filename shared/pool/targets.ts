import { trait } from '../crs/columns.ts'
import { SCORES } from '../crs/ruleMeaning.ts'
import { program } from '../eligibility/programs.kernel.ts'
import { decay } from '../lib/portableMath.ts'
import { type BandCounts, bandFloors, bands } from '../schema/common.ts'
import { type BandGroup, bandGroups, bandOfScore, groupOfBand } from './bands.ts'
import type { PersonBank } from './bank.ts'
import type { RakingTargets } from './calibrate.ts'

const TOP_BAND = bands.indexOf('501-600')
const topFloor = bandFloors[TOP_BAND]
const topCeiling = bandFloors[TOP_BAND - 1] - 1

/** Cells of calibration: one a published band, except 501-600, which has one a score so that its shape can be set. */
const cellCount = bands.length + (topCeiling - topFloor)

function cellOfScore(score: number): number {
  const band = bandOfScore[score]
  return band === TOP_BAND ? bands.length - 1 + (score - topFloor) : band < TOP_BAND ? band : band - 1
}

const cellByScore = Uint16Array.from({ length: SCORES }, (_, score) => cellOfScore(score))

const groupOfScore = (score: number): number => groupOfBand[bandOfScore[score]]

/** Exponential shares of the scores 501 ... 600. */
function topBandShares(scalePoints: number): Float64Array {
  const shares = Float64Array.from({ length: topCeiling - topFloor + 1 }, (_, above) => decay(above / scalePoints))
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => share / sum)
}

/** The scores of 501-600 nobody in the bank has give their share to the next lower score somebody has. */
function onOccupiedScores(shares: Float64Array, occupied: Uint8Array): Float64Array {
  const moved = shares.slice()
  for (let above = moved.length - 1; above > 0; above--) {
    if (occupied[above] === 0) {
      moved[above - 1] += moved[above]
      moved[above] = 0
    }
  }
  return moved
}

/** Of those above 600 the share of nominees is set, of everybody below the share of CEC. */
function isMemberOfGroup({ people, score }: PersonBank, row: number): boolean {
  return bandGroups[groupOfScore(score[row])] === '601-1200'
    ? (people.traits[row] & trait.provincialNomination) !== 0
    : (people.programs[row] & program.cec) !== 0
}

/**
 * What calibration aims at: exact persons per band, an exponential inside 501-600, a share of nominees above 600 and of
 * CEC in every band group below.
 *
 * @param counts persons (or relative weights) wanted per band
 */
export function rakingTargets(
  bank: PersonBank,
  counts: BandCounts,
  scalePoints: number,
  shares: { [group in BandGroup]?: number },
): RakingTargets {
  const cellOf = new Uint16Array(bank.size)
  const isMember = new Uint8Array(bank.size)
  const occupied = new Uint8Array(topCeiling - topFloor + 1)
  for (let row = 0; row < bank.size; row++) {
    const score = bank.score[row]
    cellOf[row] = cellByScore[score]
    isMember[row] = isMemberOfGroup(bank, row) ? 1 : 0
    if (bandOfScore[score] === TOP_BAND) occupied[score - topFloor] = 1
  }

  const quotas = new Float64Array(cellCount)
  const groupOfCell = new Uint8Array(cellCount)
  for (const [band, name] of bands.entries()) {
    if (band === TOP_BAND) continue
    const cell = cellOfScore(bandFloors[band])
    quotas[cell] = counts[name]
    groupOfCell[cell] = groupOfBand[band]
  }
  for (const [above, share] of onOccupiedScores(topBandShares(scalePoints), occupied).entries()) {
    quotas[cellOfScore(topFloor + above)] = share * counts['501-600']
    groupOfCell[cellOfScore(topFloor + above)] = groupOfScore(topFloor + above)
  }
  return {
    cellOf,
    quotas,
    groupOfCell,
    memberShare: Float64Array.from(bandGroups, (group) => shares[group] ?? Number.NaN),
    isMember,
  }
}

/** Whole numbers that add up to what `quotas` add up to within each band: largest remainders get the odd persons. */
export function wholeQuotas(quotas: Float64Array, total: number): Int32Array {
  const whole = Int32Array.from(quotas, Math.floor)
  let missing = total - whole.reduce((sum, count) => sum + count, 0)
  const byRemainder = [...quotas.keys()].sort((a, b) => (quotas[b] % 1) - (quotas[a] % 1) || a - b)
  for (const index of byRemainder) {
    if (missing <= 0) break
    whole[index] += 1
    missing -= 1
  }
  return whole
}
