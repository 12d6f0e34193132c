import { describe, expect, it } from 'vitest'
import { LastCutoffs } from '../../../shared/backtest/lastCutoff.ts'
import { flowAssumptions } from '../../../shared/flows/assumptions.ts'

const { changes: mostChanges, pointsWhenUnknown } = flowAssumptions.lastCutoffWidth

const cutoffsOf = (...cutoffs: number[]): LastCutoffs => {
  const last = new LastCutoffs()
  for (const cutoff of cutoffs) last.learn({ stream: 'pnp', cutoff })
  return last
}
const sampleOf = (last: LastCutoffs, draws?: number) => [...last.sample('pnp', flowAssumptions, draws)]

describe('the last cutoff again', () => {
  it('is that of the stream itself, and none where there was none', () => {
    const last = cutoffsOf(700, 720)
    last.learn({ stream: 'cec', cutoff: 520 })
    expect([last.of('pnp'), last.of('cec'), last.of('stem')]).toEqual([720, 520, null])
    expect([last.count('pnp'), last.count('cec'), last.count('stem')]).toEqual([2, 1, 0])
  })

  it('is as wide to either side as the last changes were', () => {
    const last = cutoffsOf(700, 710, 690, 720, 715, 700)
    // Changes of 10, 20, 30, 5 and 15 points, about 700.
    expect(sampleOf(last)).toEqual([670, 680, 685, 690, 695, 705, 710, 715, 720, 730])
  })

  it('looks over as many draws as are skipped', () => {
    const last = cutoffsOf(700, 710, 720, 730, 740, 750, 760)
    expect(new Set(sampleOf(last, 1))).toEqual(new Set([750, 770]))
    expect(new Set(sampleOf(last, 2))).toEqual(new Set([740, 780]))
  })

  it('forgets changes of long ago', () => {
    const early = [100, 900, 100, 900]
    const late = Array.from({ length: mostChanges + 1 }, (_, index) => 700 + (index % 2))
    const values = sampleOf(cutoffsOf(...early, ...late))
    expect(values).toHaveLength(2 * mostChanges)
    expect(Math.max(...values) - Math.min(...values)).toBe(2)
  })

  it('is wide where few changes are known, and about the middle of the pool where nothing is', () => {
    const wide = (centre: number) => [-2, -1, -0.5, 0.5, 1, 2].map((times) => centre + times * pointsWhenUnknown)
    expect(sampleOf(cutoffsOf(700))).toEqual(wide(700))
    expect(sampleOf(cutoffsOf())).toEqual(wide(450))
    const four = sampleOf(cutoffsOf(700, 701, 702, 703, 704))
    expect(four).toHaveLength(14)
    expect([four[0], four[13]]).toEqual([704 - 2 * pointsWhenUnknown, 704 + 2 * pointsWhenUnknown])
  })

  it('is in order and as wide below as above', () => {
    for (const last of [cutoffsOf(500), cutoffsOf(431, 440, 399, 501, 470, 470, 455)]) {
      const values = sampleOf(last)
      const centre = last.of('pnp') ?? Number.NaN
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      expect(values.map((value) => 2 * centre - value).toReversed()).toEqual(values)
    }
  })
})
