import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import type { SimulationEvent } from '../../../shared/schema/event.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { restoreCheckpoint, saveCheckpoint } from '../../../shared/simulation/checkpoint.ts'
import { beginSimulation, remainingDays, resumeSimulation, simulate } from '../../../shared/simulation/engine.ts'
import { smallScenario } from '../../helpers/scenarios.ts'

/** Short, with everything that goes on: a change of rules, sizes by chance, outcomes by hash, people who come back. */
const scenario: Scenario = smallScenario({
  horizonDays: 40,
  population: { size: 1500 },
  rules: [
    { from: '2025-03-25', rulesetId: '2025-03-25' },
    { from: '2026-01-05', rulesetId: '2020-10-20' },
  ],
  attrition: { validityMonths: 2 },
})

/** Plays a scenario and saves it at the end of every day, with the number of events told until then. */
function playedWithCheckpoints(): { events: SimulationEvent[]; saved: { told: number; bytes: Uint8Array }[] } {
  const state = beginSimulation(scenario)
  const events: SimulationEvent[] = []
  const saved = [{ told: 0, bytes: saveCheckpoint(state) }]
  for (const event of remainingDays(state)) {
    events.push(structuredClone(event))
    if (event.type === 'day') saved.push({ told: events.length, bytes: saveCheckpoint(state) })
  }
  return { events, saved }
}

const { events, saved } = playedWithCheckpoints()
const { world } = beginSimulation(scenario)

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof InputError) return error.code
    throw error
  }
  return 'none'
}

describe('a checkpoint', () => {
  it('of any day has the same future as the run that was not stopped', () => {
    expect(saved.length).toBeGreaterThan(40)
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['day', 'draw', 'rules', 'finished']))
    expect(events).toEqual([...simulate(scenario)].slice(1))
    for (const { told, bytes } of saved) {
      expect([...remainingDays(restoreCheckpoint(world, bytes))], `after ${told} events`).toEqual(events.slice(told))
    }
  })

  it('is the same bytes when it is saved again, and the state it was saved from goes on undisturbed', () => {
    for (const { bytes } of saved) {
      expect(Buffer.compare(saveCheckpoint(restoreCheckpoint(world, bytes)), bytes)).toBe(0)
    }
  })

  it('is read with a world made anew, as after a restart', () => {
    const { told, bytes } = saved[20]
    expect([...remainingDays(resumeSimulation(scenario, bytes))]).toEqual(events.slice(told))
  })

  it('is refused with bytes changed or missing, wherever that is', () => {
    const { bytes } = saved[20]
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 50)) {
      const changed = bytes.slice()
      changed[at] ^= 4
      expect(codeOf(() => restoreCheckpoint(world, changed))).toBe('EE_CHECKPOINT')
      expect(codeOf(() => restoreCheckpoint(world, bytes.subarray(0, at)))).toBe('EE_CHECKPOINT')
    }
  })

  it('is refused by another scenario, seed or set of published draws', () => {
    const { bytes } = saved[20]
    const others: [Scenario, object][] = [
      [{ ...scenario, horizonDays: 41 }, {}],
      [scenario, { seed: 'other' }],
      [scenario, { history: publishedDraws.slice(1) }],
    ]
    for (const [other, options] of others) {
      expect(codeOf(() => resumeSimulation(other, bytes, options))).toBe('EE_CHECKPOINT')
    }
    expect(codeOf(() => resumeSimulation(scenario, bytes, { seed: scenario.seed }))).toBe('none')
  })
})
