import { describe, expect, it } from 'vitest'
import { rulesetOn } from '../../../shared/crs/ruleset.ts'
import { compiledRuleset } from '../../../shared/crs/score.ts'
import { newestSnapshotNotAfter, snapshots } from '../../../shared/draws/history.ts'
import { dayOfInstant, parseDay } from '../../../shared/lib/day.ts'
import { fitReport } from '../../../shared/pool/fit.ts'
import { scaledBands, synthesizePool } from '../../../shared/pool/population.ts'
import { bands } from '../../../shared/schema/common.ts'

const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
const rules = compiledRuleset('2025-03-25')
const baseline = synthesizePool({ snapshot, rules, seed: 'baseline' })

describe('the synthetic pool of 2025-12-14', () => {
  const { pool, count } = baseline
  const fit = fitReport(pool, count, snapshot)

  it('has 237,302 people and every published band exactly', () => {
    expect(count).toBe(237_302)
    expect(fit.bands.filter(({ published, synthetic }) => published !== synthetic)).toEqual([])
  })

  it('falls off exponentially inside 501-600, with a scale of 11 to 15 points', () => {
    expect(fit.topBandScalePoints).toBeGreaterThan(11)
    expect(fit.topBandScalePoints).toBeLessThan(15)
    const above = (points: number) => [...pool.score].filter((score) => score > 500 + points && score <= 600).length
    const observed = [13, 26, 39].map((points) => above(points) / above(0))
    for (const [index, share] of observed.entries()) {
      expect(Math.abs(share - Math.exp(-(index + 1))), `${13 * (index + 1)} points up`).toBeLessThan(0.03)
    }
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

  it('has a share of CEC in each band group as assumed', () => {
    const share = (from: number, to: number): number => {
      const rows = [...Array(count).keys()].filter((row) => pool.score[row] >= from && pool.score[row] <= to)
      return rows.filter((row) => (pool.programs[row] & 2) !== 0).length / rows.length
    }
    expect(share(501, 600)).toBeCloseTo(0.7, 1)
    expect(share(451, 500)).toBeCloseTo(0.45, 1)
    expect(share(401, 450)).toBeCloseTo(0.27, 1)
  })
})

describe('any synthetic pool', () => {
  it('is the same bytes for the same seed, and other people for another', () => {
    const again = synthesizePool({ snapshot, rules, seed: 'baseline' })
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
    const other = synthesizePool({ snapshot, rules, seed: 'another' })
    expect(other.pool.submittedAt).not.toEqual(baseline.pool.submittedAt)
  })

  it.each(snapshots.filter((_, index) => index % 12 === 0).map((one) => [one.asOf, one] as const))(
    'reproduces every band published as of %s',
    (asOf, published) => {
      const { pool, count } = synthesizePool({
        snapshot: published,
        rules: compiledRuleset(rulesetOn(asOf) ?? ''),
        seed: asOf,
      })
      expect(fitReport(pool, count, published)).toMatchObject({ size: published.total, exact: true })
    },
  )

  it('scales to another size band by band, in whole persons', () => {
    for (const size of [0, 1, 1000, 60_000, 960_000]) {
      const counts = scaledBands(snapshot, size)
      expect(bands.reduce((sum, band) => sum + counts[band], 0)).toBe(size)
    }
    const { pool, count } = synthesizePool({ snapshot, rules, seed: 'small', size: 5000 })
    expect(count).toBe(5000)
    expect(pool.score.length).toBe(5000)
    expect(synthesizePool({ snapshot, rules, seed: 'none', size: 0 }).count).toBe(0)
  })
})
