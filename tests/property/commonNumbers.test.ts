import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../shared/draws/history.ts'
import type { LifeEvents } from '../../shared/schema/lifeEvents.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { isDrawDue, liveThroughDay } from '../../shared/simulation/day.ts'
import { holdNextDraw } from '../../shared/simulation/processes/draws.ts'
import { isInPool } from '../../shared/simulation/profiles.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, newState, type SimulationState } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { smallScenario, withoutLife } from '../helpers/scenarios.ts'

const manyDraws: Scenario['schedule'] = {
  cadences: [{ stream: 'general', firstDate: '2025-12-15', everyDays: 1, sizes: [40] }],
}
const seed = 'numbers/0'

/** Who looks at the state before the draws of a day, and after them. */
interface Onlooker {
  morning?: (state: SimulationState) => void
  evening?: (state: SimulationState) => void
}

function lived(changes: Partial<Scenario>, { morning, evening }: Onlooker = {}): SimulationState {
  const settings = runSettings(smallScenario({ horizonDays: 90, ...changes }), publishedDraws)
  const state = newState(createWorld(settings))
  beginReplication(state, seed)
  for (; state.day <= settings.lastDay; state.day++) {
    liveThroughDay(state)
    morning?.(state)
    while (isDrawDue(state)) holdNextDraw(state)
    evening?.(state)
  }
  return state
}

/** Row by row who came for the first time, and when. */
function arrivals({ world, profiles, first }: SimulationState): [number, number][] {
  const came: [number, number][] = []
  for (let row = world.rows; row < first.to; row++) {
    came.push([profiles.life[row] - world.newcomerLife, profiles.submittedAt[row]])
  }
  return came
}

/** First profiles nominated in the pool. */
const nominees = ({ profiles, first }: SimulationState): number[] =>
  Array.from({ length: first.to }, (_, row) => row).filter((row) => profiles.nominated[row] === 1)

describe('common random numbers', () => {
  const asAssumed = arrivals(lived({}))

  const changes: [string, Partial<Scenario>][] = [
    ['without draws', { schedule: {} }],
    ['with many more draws', { schedule: manyDraws }],
    ['when everybody declines', { invitations: { outcomes: { cec: { applies: 0, declines: 1 } } } }],
    ['when nobody withdraws', { attrition: { withdrawalPerDay: 0 } }],
    ['when everybody withdraws', { attrition: { withdrawalPerDay: 1 } }],
    ['when profiles end after a month', { attrition: { validityMonths: 1 } }],
    ...Object.entries(withoutLife).map(([name, off]): [string, Partial<Scenario>] => [
      `without ${name}`,
      { lifeEvents: { [name]: off } satisfies LifeEvents },
    ]),
  ]

  it.each(changes)('bring the same people at the same instants %s', (_, change) => {
    expect(asAssumed.length).toBeGreaterThan(1000)
    expect(arrivals(lived(change))).toEqual(asAssumed)
  })

  it('nominate nearly the same people whatever is drawn, although people come back at other times', () => {
    const life = { lifeEvents: { nominations: { perDay: 6 }, reentry: { afterExpiry: 1, afterLapse: 1 } } }
    const without = nominees(lived({ ...life, schedule: {} }))
    const with40 = new Set(
      nominees(lived({ ...life, schedule: { draws: [{ date: '2025-12-18', stream: 'general', size: 40 }] } })),
    )
    expect(without.length).toBeGreaterThan(300)
    expect(without.filter((row) => with40.has(row)).length).toBeGreaterThan(0.9 * without.length)
  })

  it('bring more when more are asked for', () => {
    expect(arrivals(lived({ arrivals: { perDay: 30 } })).length).toBeGreaterThan(1.5 * asAssumed.length)
  })

  it('make the same people withdraw whatever is drawn, those apart who were invited before', () => {
    const quiet = {
      lifeEvents: withoutLife,
      attrition: { withdrawalPerDay: 0.003, validityMonths: 60 },
      invitations: { outcomes: { general: { applies: 1, declines: 0 } } },
    }
    const withdrawnIn = (schedule: Scenario['schedule']): number[] => {
      const withdrawn: number[] = []
      let lastEvening: number[] = []
      const rowsInPool = ({ profiles, first }: SimulationState) =>
        [...Array(first.to).keys()].filter((row) => isInPool(profiles, row))
      lived(
        { ...quiet, schedule },
        {
          morning: ({ profiles }) => withdrawn.push(...lastEvening.filter((row) => !isInPool(profiles, row))),
          evening: (state) => {
            lastEvening = rowsInPool(state)
          },
        },
      )
      return withdrawn
    }
    const [some, all] = [withdrawnIn(manyDraws), withdrawnIn({})]
    expect(some.length).toBeGreaterThan(100)
    expect(all.length).toBeGreaterThan(some.length + 50)
    const withoutDraws = new Set(all)
    expect(some.filter((row) => !withoutDraws.has(row))).toEqual([])
  })
})
