import { describe, expect, it } from 'vitest'
import { rulesetOn } from '../../../shared/crs/ruleset.ts'
import { compiledRuleset } from '../../../shared/crs/score.ts'
import { newestSnapshotNotAfter, publishedDraws, snapshots } from '../../../shared/draws/history.ts'
import { streamBit } from '../../../shared/eligibility/streamBits.ts'
import { nowcast } from '../../../shared/flows/nowcast.ts'
import { dayOfInstant, parseDay } from '../../../shared/lib/day.ts'
import { baseGroupOf } from '../../../shared/pool/baseGroups.ts'
import { fitReport } from '../../../shared/pool/fit.ts'
import { scaledBands, synthesizePool } from '../../../shared/pool/population.ts'
import { bands } from '../../../shared/schema/common.ts'

const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
const rules = compiledRuleset('2025-03-25')
const estimate = nowcast(snapshot, publishedDraws)
const baseline = synthesizePool({ snapshot, estimate, rules, seed: 'baseline' })

describe('the synthetic pool of 2025-12-14', () => {
  const { pool, count } = baseline
  const fit = fitReport(pool, count, snapshot, estimate)

  it('has 237,302 people and every published band exactly', () => {
    expect(count).toBe(237_302)
    expect(fit.bands.filter(({ published, synthetic }) => published !== synthetic)).toEqual([])
  })

  it('stands inside 501-600 as draws imply: few above the cutoff of 520 of four days before', () => {
    expect(Math.abs(fit.topBandScalePoints - fit.inferredTopBandScalePoints)).toBeLessThan(0.5)
    const share = [...pool.score].filter((score) => score > 520 && score <= 600).length / snapshot.bands['501-600']
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.15)
  })

  it('holds only people who meet a program and submitted within the last year, earliest first', () => {
    const asOf = parseDay(snapshot.asOf)
    for (let row = 0; row < count; row++) {
      const waited = asOf - dayOfInstant(pool.submittedAt[row])
      const isInOrder = row === 0 || pool.submittedAt[row - 1] <= pool.submittedAt[row]
      const fits = pool.programs[row] !== 0 && waited >= 0 && waited < 365 && isInOrder
      if (!fits) expect.fail(`row ${row}: ${pool.programs[row]} ${waited} ${pool.submittedAt[row]}`)
    }
  })

  it('has as many of each base group as draws imply, in every ten points', () => {
    const regions = 60
    const regionOf = (score: number): number => Math.floor((score - 1) / 10)
    for (const [group, { stock }] of estimate.groups.entries()) {
      const inferred = new Float64Array(regions)
      for (const [cell, floor] of estimate.cellFloors.entries()) inferred[regionOf(floor)] += stock[cell]
      const synthetic = new Float64Array(regions)
      for (let row = 0; row < count; row++) {
        if (pool.score[row] <= 600 && baseGroupOf(pool, row) === group) synthetic[regionOf(pool.score[row])] += 1
      }
      // Cells below 401 are wider than a region; above 520 the bank may have nobody of a group in some cells.
      for (let region = 40; region < 52; region++) {
        const slack = 30 + 0.03 * inferred[region]
        expect(Math.abs(synthetic[region] - inferred[region]), `group ${group}, ${region * 10}`).toBeLessThan(slack)
      }
    }
  })

  it('has as many of each category as draws imply, in every hundred points', () => {
    for (const { stream, stock } of estimate.categories) {
      if (!pool.streams.some((mask) => (mask & streamBit(stream)) !== 0)) continue
      for (const floor of [401, 501]) {
        const inferred = estimate.cellFloors.reduce(
          (sum, low, cell) => sum + (low >= floor && low < floor + 100 ? stock[cell] : 0),
          0,
        )
        const rows = [...Array(count).keys()].filter((row) => pool.score[row] >= floor && pool.score[row] < floor + 100)
        const synthetic = rows.filter((row) => (pool.streams[row] & streamBit(stream)) !== 0).length
        expect(Math.abs(synthetic - inferred), `${stream} from ${floor}`).toBeLessThan(60 + 0.1 * inferred)
      }
    }
  })
})

describe('any synthetic pool', () => {
  it('is the same bytes for the same seed, and other people for another', () => {
    const again = synthesizePool({ snapshot, estimate, rules, seed: 'baseline' })
    for (const column of [
      'score',
      'submittedAt',
      'ageYears',
      'streams',
      'traits',
      'occupation',
      'occupationMonths',
    ] as const) {
      expect(again.pool[column]).toEqual(baseline.pool[column])
    }
    const other = synthesizePool({ snapshot, estimate, rules, seed: 'another' })
    expect(other.pool.submittedAt).not.toEqual(baseline.pool.submittedAt)
  })

  it.each(snapshots.filter((_, index) => index % 12 === 0).map((one) => [one.asOf, one] as const))(
    'reproduces every band published as of %s',
    (asOf, published) => {
      const estimate = nowcast(published, publishedDraws)
      const { pool, count } = synthesizePool({
        snapshot: published,
        estimate,
        rules: compiledRuleset(rulesetOn(asOf) ?? ''),
        seed: asOf,
      })
      expect(fitReport(pool, count, published, estimate)).toMatchObject({ size: published.total, exact: true })
    },
  )

  it('scales to another size band by band, in whole persons', () => {
    for (const size of [0, 1, 1000, 60_000, 960_000]) {
      const counts = scaledBands(snapshot, size)
      expect(bands.reduce((sum, band) => sum + counts[band], 0)).toBe(size)
    }
    const { pool, count } = synthesizePool({ snapshot, estimate, rules, seed: 'small', size: 5000 })
    expect(count).toBe(5000)
    expect(pool.score.length).toBe(5000)
    expect(synthesizePool({ snapshot, estimate, rules, seed: 'none', size: 0 }).count).toBe(0)
  })
})
