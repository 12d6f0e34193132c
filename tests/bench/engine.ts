import { scoreRows } from '../../shared/crs/score.kernel.ts'
import { compiledRuleset, scoreProfile } from '../../shared/crs/score.ts'
import { newestSnapshotNotAfter, publishedDraws } from '../../shared/draws/history.ts'
import { type Candidates, selectInvited } from '../../shared/draws/select.kernel.ts'
import { streamBit } from '../../shared/eligibility/streamBits.ts'
import { nowcast } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { randomStream } from '../../shared/lib/random.ts'
import { NO_GROUP, ratingOf } from '../../shared/life/rating.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import { baseProvisions } from '../../shared/reform/base.ts'
import { reformEffects, scoresUnder } from '../../shared/reform/effects.ts'
import { provisionsOfReform } from '../../shared/reform/patches.ts'
import { reformPool } from '../../shared/reform/pool.ts'
import { reformOfPreset, reformPresets } from '../../shared/reform/presets.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { builtInScenario } from '../helpers/scenarios.ts'
import { blocksOf, candidatesOf, countByGroup, sortedDraw } from '../helpers/sortedDraw.ts'
import { atLeast, atMost, type Figure, medianMs } from './measure.ts'

const PEOPLE = 240_000
const rules = compiledRuleset('2025-03-25')
const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
const estimate = nowcast(snapshot, publishedDraws)
const request = { snapshot, estimate, rules, seed: 'bench', size: PEOPLE }

function scoring(): Figure[] {
  const { pool } = synthesizePool(request)
  const scores = new Uint16Array(PEOPLE)
  const columnsMs = medianMs(15, () => scoreRows(rules, pool, 0, PEOPLE, scores))
  const profiles = readCorpus<{ profile: Profile }>('crs.jsonl').map(({ profile }) => profile)
  let sum = 0
  const rounds = 200
  const profilesMs = medianMs(7, () => {
    for (let round = 0; round < rounds; round++)
      for (const profile of profiles) sum += scoreProfile(profile, rules).total
  })
  if (sum === 0) throw new Error('nothing was scored')
  return [
    atLeast('scoring columns', PEOPLE / columnsMs / 1000, 'million profiles a second', 15),
    atLeast('one profile with full breakdown', (rounds * profiles.length) / profilesMs / 1000, 'million a second', 1),
  ]
}

/** People in random rows, as in a pool that has lived for a while, rated by score and group of streams. */
function ratedPool(): { candidates: Candidates; counts: Int32Array; members: Uint8Array } {
  const { pool } = synthesizePool(request)
  const random = randomStream('bench', 'rows')
  const order = Uint32Array.from({ length: PEOPLE }, (_, row) => row)
  for (let row = PEOPLE - 1; row > 0; row--) {
    const other = random.integer(row + 1)
    const [a, b] = [order[row], order[other]]
    order[row] = b
    order[other] = a
  }
  const masks = [0, ...new Set(pool.streams)]
  const groups = new Map(masks.map((mask, group) => [mask, group]))
  const rating = Int32Array.from(order, (row) => ratingOf(pool.score[row], groups.get(pool.streams[row]) ?? NO_GROUP))
  const candidates = {
    rating,
    blocks: blocksOf(rating),
    submittedAt: Uint32Array.from(order, (row) => pool.submittedAt[row]),
  }
  const members = Uint8Array.from(masks, (mask) => (mask & streamBit('general') ? 1 : 0))
  return { candidates, counts: countByGroup(candidates, 0, PEOPLE, masks.length), members }
}

function drawing(): Figure[] {
  const { candidates, counts, members } = ratedPool()
  let kernelLast = -1
  let sortedLast = -2
  const kernelMs = medianMs(31, () => {
    kernelLast = selectInvited(candidates, [{ from: 0, to: PEOPLE }], counts, members, 5000, 0).cutoff
  })
  const everybody = candidatesOf(candidates, 0, PEOPLE, members)
  const sortMs = medianMs(5, () => {
    sortedLast = sortedDraw(everybody, 5000, 0).at(-1)?.score ?? -2
  })
  if (kernelLast !== sortedLast) throw new Error(`cutoffs differ: ${kernelLast} and ${sortedLast}`)
  return [
    atMost('a draw over 240,000', kernelMs, 'ms', 3),
    atLeast('a draw against sorting objects', sortMs / kernelMs, 'times faster', 50),
  ]
}

function year(): Figure[] {
  const scenario = builtInScenario('baseline-2026')
  const poolMs = medianMs(3, () => {
    synthesizePool({ snapshot, estimate, rules, seed: 'bench' })
  })
  const yearMs = medianMs(3, () => {
    let draws = 0
    for (const event of simulate(scenario)) if (event.type === 'draw') draws += 1
    if (draws === 0) throw new Error('no draw was held')
  })
  return [
    atMost('pool of 237,302 generated and scored', poolMs / 1000, 's', 3),
    atMost('baseline year at full size, pool included', yearMs / 1000, 's', 2),
  ]
}

function reforming(): Figure[] {
  const pool = reformPool()
  const before = scoresUnder(pool, baseProvisions(pool.law))
  const provisions = provisionsOfReform(reformOfPreset(reformPresets[0], 'en'))
  let after = before
  const scoresMs = medianMs(15, () => {
    after = scoresUnder(pool, provisions)
  })
  let winners = 0
  const effectsMs = medianMs(15, () => {
    winners += reformEffects(pool, before, after, { stream: 'cec', seats: 5000 }).draw.winners
  })
  if (winners === 0) throw new Error('nobody crossed the line')
  return [
    atMost('pool scored again under a reform', scoresMs, 'ms', 200),
    atMost('the same with winners and losers of every draw', scoresMs + effectsMs, 'ms', 500),
  ]
}

/** The engine's own measurements: seeded workloads, warmed up, medians. */
export const engineFigures = (): Figure[] => [...year(), ...scoring(), ...drawing(), ...reforming()]
