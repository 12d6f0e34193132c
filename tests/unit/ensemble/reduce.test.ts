import { describe, expect, it } from 'vitest'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { compositionOffset, fates, type ReplicationRecord, replicationRecord } from '../../../shared/ensemble/record.ts'
import { EnsembleReducer } from '../../../shared/ensemble/reduce.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { bandGroups } from '../../../shared/pool/bands.ts'
import { bands } from '../../../shared/schema/common.ts'
import { smallScenario } from '../../helpers/scenarios.ts'

const plan = ensemblePlan(
  smallScenario({
    horizonDays: 30,
    schedule: {
      draws: [
        { date: '2025-12-16', stream: 'cec', size: 40 },
        { date: '2025-12-20', stream: 'french', minimumScore: 400 },
        { date: '2025-12-30', stream: 'cec', size: 60 },
      ],
    },
  }),
)

/** A record of three draws with the numbers of one replication; -1 = nobody was invited. */
function record(cutoffs: number[], invited: number[], fill: (record: ReplicationRecord) => void = () => {}) {
  const one = replicationRecord(plan)
  one.day.set(plan.slots.map(({ date }) => parseDay(date)))
  one.size.set(plan.slots.map(({ size }) => size ?? -1))
  one.cutoff.set(cutoffs)
  one.invited.set(invited)
  fill(one)
  return one
}

function resultOf(records: readonly ReplicationRecord[]) {
  const reducer = new EnsembleReducer(plan)
  for (const one of records) reducer.add(one)
  return reducer.result({ threads: 1, elapsedMs: 0 })
}

describe('what replications say together', () => {
  const waitsOf = (stream: number, group: number): number => (stream * bandGroups.length + group) * plan.waitDays

  it('are quantiles of the cutoffs of those in which somebody was invited', () => {
    const cutoffs = [500, 510, 520, 530, 540, 550, 560, 570, 580, 590]
    const { draws, runs } = resultOf([
      ...cutoffs.map((cutoff) => record([cutoff, -1, 480], [40, 0, 60])),
      record([-1, -1, -1], [0, 0, 0]),
    ])
    expect(runs).toBe(11)
    expect(draws.map(({ stream, held, size }) => [stream, held, size])).toEqual([
      ['cec', 10, 40],
      ['french', 0, null],
      ['cec', 10, 60],
    ])
    expect(draws[0].cutoff).toEqual({ p10: 500, p25: 520, p50: 540, p75: 570, p90: 580 })
    expect(draws[1].cutoff).toBeNull()
    expect(new Set(Object.values(draws[2].cutoff ?? {}))).toEqual(new Set([480]))
    expect(draws[0].invited.p50).toBe(40)
    expect(draws[0].invited.p10).toBe(40)
  })

  it('date a draw on the median day it was held', () => {
    const moved = (date: string) => record([500, -1, -1], [1, 0, 0], ({ day }) => day.set([parseDay(date)]))
    const { draws } = resultOf(['2025-12-15', '2025-12-17', '2025-12-29'].map(moved))
    expect(draws[0].date).toBe('2025-12-17')
  })

  it('add up ITAs by stream and in all', () => {
    const { invited } = resultOf([record([500, 400, 490], [40, 7, 60]), record([500, 400, 490], [40, 9, 60])])
    expect(invited.byStream.cec?.p50).toBe(100)
    expect([invited.byStream.french?.p10, invited.byStream.french?.p90]).toEqual([7, 9])
    expect([invited.total.p10, invited.total.p90]).toEqual([107, 109])
  })

  it('count waiting over all of them, by stream and score', () => {
    const group = bandGroups.indexOf('501-600')
    const cec = plan.streams.indexOf('cec')
    const waited = (days: number, people: number) =>
      record([500, -1, -1], [people, 0, 0], ({ waits }) => {
        waits[waitsOf(cec, group) + days] = people
      })
    const { waiting } = resultOf([waited(3, 10), waited(9, 30)])
    expect(waiting).toEqual([
      { stream: 'cec', scores: '501-600', invitedPerRun: 20, days: { p10: 3, p25: 3, p50: 9, p75: 9, p90: 9 } },
    ])
  })

  it('tell the share of ended profiles that never were invited, replication by replication', () => {
    const group = bandGroups.indexOf('451-500')
    const ended = (invited: number, left: number, waiting: number) =>
      record([-1, -1, -1], [0, 0, 0], (one) => one.ended.set([invited, left, waiting], group * fates.length))
    const { neverInvited } = resultOf([ended(3, 1, 99), ended(1, 1, 99), ended(0, 4, 99)])
    expect(neverInvited).toEqual([
      { scores: '451-500', endedPerRun: 10 / 3, share: { p10: 0.25, p25: 0.25, p50: 0.5, p75: 1, p90: 1 } },
    ])
  })

  it('look at the pool on the sampled days', () => {
    const seen = (people: number) =>
      record([-1, -1, -1], [0, 0, 0], (one) => one.bands.fill(people, bands.length, 2 * bands.length))
    const { pool } = resultOf([seen(10), seen(20)])
    expect(pool.map(({ date }) => parseDay(date))).toEqual([...plan.sampleDays])
    expect(pool.map(({ total }) => total.p90)).toEqual(pool.map((_, sample) => (sample === 1 ? 20 * bands.length : 0)))
    expect(pool[1].bands['601-1200']).toMatchObject({ p10: 10, p90: 20 })
  })

  it('add up who was invited, group by group', () => {
    const french = compositionOffset(plan.streams.indexOf('french'))
    const told = record([-1, 400, -1], [0, 6, 0], (one) => one.composition.set([1, 2, 3], french))
    const { composition } = resultOf([told, told])
    const ofFrench = composition.find(({ stream }) => stream === 'french')
    expect(Object.values(ofFrench?.counts.program ?? {})).toEqual([2, 4, 6, 0])
    expect(composition.find(({ stream }) => stream === 'cec')?.counts.program).toMatchObject({ pnp: 0, cec: 0 })
  })

  it('are told of as many as were added, whatever was asked before', () => {
    const reducer = new EnsembleReducer(plan)
    const records = [500, 510, 505].map((cutoff) => record([cutoff, -1, 480], [40, 0, 60]))
    for (const [index, one] of records.entries()) {
      reducer.add(one)
      expect(reducer.result({ threads: 1, elapsedMs: 0 })).toEqual(resultOf(records.slice(0, index + 1)))
    }
  })
})
