import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../shared/draws/history.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { compositionFields, compositionOffset, fates, type ReplicationRecord } from '../../shared/ensemble/record.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { bandGroups } from '../../shared/pool/bands.ts'
import { bands } from '../../shared/schema/common.ts'
import type { DayEvent, DrawEvent, FinishedEvent, SimulationEvent } from '../../shared/schema/event.ts'
import { remainingDays } from '../../shared/simulation/engine.ts'
import { drawnParameters } from '../../shared/simulation/parameters.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, newState } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { restlessLife, smallScenario } from '../helpers/scenarios.ts'

const scenario = smallScenario({
  horizonDays: 100,
  lifeEvents: restlessLife,
  attrition: { withdrawalPerDay: 0.002 },
  invitations: { daysToApply: 30, outcomes: { cec: { applies: 0.4, declines: 0.3 } } },
  rules: [
    { from: '2025-03-25', rulesetId: '2025-03-25' },
    { from: '2026-01-20', rulesetId: '2025-03-25', patches: [{ path: 'additional.sibling.points', value: 60 }] },
  ],
  schedule: {
    cadences: [
      { stream: 'cec', firstDate: '2025-12-16', everyDays: 7, sizes: [30] },
      { stream: 'french', firstDate: '2025-12-20', everyDays: 14, sizes: [15], jitterDays: 2 },
      { stream: 'general', firstDate: '2026-01-02', everyDays: 30, sizes: [60] },
    ],
  },
})

const bytesOf = ({ buffer }: ReplicationRecord): string => Buffer.from(buffer).toString('base64')

describe('replications', () => {
  const replicate = replicator(scenario)

  it('find the same in any order, and each something else', () => {
    const third = bytesOf(replicate(3))
    const first = bytesOf(replicate(0))
    expect(bytesOf(replicate(3))).toBe(third)
    expect(bytesOf(replicate(0))).toBe(first)
    expect(third).not.toBe(first)
    expect(bytesOf(replicator(scenario)(3))).toBe(third)
  })

  it('are new for another seed', () => {
    expect(bytesOf(replicator(scenario, { seed: 'other' })(3))).not.toBe(bytesOf(replicate(3)))
  })
})

describe.each([0, 1, 7])('the record of replication %i and the events of the same days', (replication) => {
  const plan = ensemblePlan(scenario)
  const record = replicator(scenario)(replication)
  const settings = runSettings(scenario, publishedDraws)
  const state = newState(createWorld(settings))
  const seed = `${settings.seed}/${replication}`
  beginReplication(state, seed, drawnParameters(state.world.newcomers.sources, settings, seed))
  const events: SimulationEvent[] = [...remainingDays(state)]
  const draws = events.filter((event): event is DrawEvent => event.type === 'draw')
  const days = events.filter((event): event is DayEvent => event.type === 'day')
  const { totals } = events.at(-1) as FinishedEvent
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

  it('tell of the same draws', () => {
    expect([...record.day]).toEqual(draws.map(({ date }) => parseDay(date)))
    expect([...record.cutoff]).toEqual(draws.map(({ cutoff }) => cutoff ?? -1))
    expect([...record.size]).toEqual(draws.map(({ size }) => size ?? -1))
    expect([...record.invited]).toEqual(draws.map(({ invited }) => invited))
  })

  it('see the same pool on the days that are looked at', () => {
    const seen = plan.sampleDays.map((sampleDay) => days.find(({ date }) => parseDay(date) === sampleDay))
    expect([...record.bands]).toEqual(seen.flatMap((day) => bands.map((band) => day?.bands[band] ?? -1)))
  })

  it('count everybody who was invited and did not come back, who left and who is waiting', () => {
    const byFate = (fate: (typeof fates)[number]): number =>
      sum(bandGroups.map((_, group) => record.ended[group * fates.length + fates.indexOf(fate)]))
    expect(byFate('invited')).toBe(totals.invited - totals.returned)
    expect(byFate('left')).toBe(totals.expired + totals.withdrawn + totals.ineligible)
    expect(byFate('waiting')).toBe(totals.inPool)
    expect(sum(record.waits)).toBe(totals.invited)
  })

  it('tell apart the same people', () => {
    for (const [index, stream] of plan.streams.entries()) {
      let at = compositionOffset(index)
      for (const [field, groups] of compositionFields) {
        for (const group of groups) {
          const held = draws.filter((draw) => draw.stream === stream)
          const invited = held.map(({ composition }) => (composition[field] as { [group: string]: number })[group])
          expect(record.composition[at++], `${stream} ${field} ${group}`).toBe(sum(invited))
        }
      }
    }
  })
})
