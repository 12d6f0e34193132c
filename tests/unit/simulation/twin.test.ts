import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { formatDay, parseDay } from '../../../shared/lib/day.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { runSettings } from '../../../shared/simulation/settings.ts'
import { newState } from '../../../shared/simulation/state.ts'
import { createWorld } from '../../../shared/simulation/world.ts'
import { engineDraws, enginePool } from '../../bench/twin/engineSide.ts'
import { Twin, twinSource } from '../../bench/twin/twin.ts'
import { restlessLife, smallScenario, withoutLife } from '../../helpers/scenarios.ts'

const every = (
  stream: 'general' | 'cec' | 'pnp' | 'french' | 'healthcare' | 'physicians',
  days: number,
  size: number,
) => ({
  stream,
  firstDate: '2025-12-16',
  everyDays: days,
  sizes: [size],
})

/** Siblings are worth 100, 200 ... 900 points, then nothing, then 100 again ... */
const reforms = Array.from({ length: 19 }, (_, index) => ({
  from: formatDay(parseDay('2025-12-20') + 2 * index),
  rulesetId: '2025-03-25',
  patches: [{ path: 'additional.sibling.points', value: 100 * ((index + 1) % 10) }],
}))

const scenarios: { [what: string]: Partial<Scenario> } = {
  'the events of life as assumed': { horizonDays: 120 },
  'everything happens often, ITAs lapse soon': {
    horizonDays: 200,
    lifeEvents: restlessLife,
    attrition: { withdrawalPerDay: 0.004 },
    invitations: {
      daysToApply: 20,
      outcomes: { cec: { applies: 0.3, declines: 0.4 }, french: { applies: 0.2, declines: 0.4 } },
    },
    schedule: {
      cadences: [every('pnp', 14, 20), every('cec', 7, 60), every('french', 10, 25), every('general', 30, 40)],
    },
  },
  'everybody declines, at once': {
    horizonDays: 90,
    lifeEvents: restlessLife,
    attrition: { validityMonths: 2 },
    invitations: { outcomes: { general: { applies: 0, declines: 1 } } },
    schedule: { cadences: [every('general', 3, 400)] },
  },
  'longer than a profile is valid': {
    horizonDays: 400,
    lifeEvents: { ...restlessLife, nominations: { perDay: 1 } },
    schedule: { cadences: [every('pnp', 14, 20), every('cec', 14, 40), every('french', 21, 25)] },
  },
  'new points again and again': {
    lifeEvents: { ...restlessLife, nominations: { perDay: 60 } },
    rules: [{ from: '2025-03-25', rulesetId: '2025-03-25' }, ...reforms],
    schedule: { cadences: [every('general', 6, 30)] },
  },
  'new categories in mid-run': {
    asOf: '2026-02-10',
    horizonDays: 30,
    lifeEvents: restlessLife,
    schedule: { cadences: [every('healthcare', 5, 15), every('physicians', 5, 2), every('french', 9, 20)] },
  },
  'profiles that end after a month': {
    attrition: { validityMonths: 1, withdrawalPerDay: 0.01 },
    lifeEvents: restlessLife,
    arrivals: { perDay: 60 },
    schedule: { cadences: [every('cec', 3, 12)] },
  },
  'nothing but arrivals and draws': {
    lifeEvents: withoutLife,
  },
  'draws by score, of nobody, and of everybody': {
    schedule: {
      draws: [
        { date: '2025-12-14', stream: 'cec', size: 0 },
        { date: '2025-12-20', stream: 'cec', minimumScore: 500 },
        { date: '2025-12-20', stream: 'general', size: 100, minimumScore: 510 },
        { date: '2026-01-05', stream: 'general', size: 1_000_000 },
        { date: '2026-01-05', stream: 'general', size: 10 },
      ],
    },
  },
}

describe('the engine and its readable twin', () => {
  describe.each(Object.entries(scenarios))('%s', (_, changes) => {
    const scenario = smallScenario({ population: { size: 3000 }, ...changes })
    const settings = runSettings(scenario, publishedDraws)
    const state = newState(createWorld(settings))
    const source = twinSource(settings)

    it.each(['small/0', 'small/1', 'another seed'])(
      'invite the same people and leave the same in the pool, seed %s',
      (seed) => {
        const twin = new Twin(settings, source, seed)
        const ours = engineDraws(state, seed)
        let held = 0
        for (const theirs of twin.run()) {
          held += 1
          expect(ours.next().value).toEqual(theirs)
        }
        expect(ours.next().done).toBe(true)
        expect(state.totals).toMatchObject({ ...twin.totals, draws: held })
        expect(enginePool(state)).toEqual(twin.pool)
      },
    )
  })
})
