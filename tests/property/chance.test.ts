import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chanceByDate,
  heldDraws,
  type InvitationDays,
  invitationDays,
  shareWithInterval,
} from '../../shared/chance/chance.ts'
import { CutoffTable } from '../../shared/chance/cutoffTable.ts'
import type { PathStep } from '../../shared/chance/path.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { streamBit } from '../../shared/eligibility/streamBits.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import { dayOfInstant } from '../../shared/lib/day.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import type { Stream } from '../../shared/schema/common.ts'
import { closeDay, isDrawDue, liveThroughDay } from '../../shared/simulation/day.ts'
import { drawnParameters } from '../../shared/simulation/parameters.ts'
import { holdNextDraw } from '../../shared/simulation/processes/draws.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, newState } from '../../shared/simulation/state.ts'
import { createWorld, expiryDay } from '../../shared/simulation/world.ts'
import { smallScenario, withoutLife } from '../helpers/scenarios.ts'

const RUNS = 12
const scenario = smallScenario({
  horizonDays: 120,
  lifeEvents: withoutLife,
  attrition: { withdrawalPerDay: 0 },
  schedule: {
    cadences: [
      { stream: 'cec', firstDate: '2025-12-16', everyDays: 7, sizes: [30, 5, 60] },
      { stream: 'general', firstDate: '2025-12-18', everyDays: 28, sizes: [20], minimumScore: 480 },
      { stream: 'french', firstDate: '2025-12-19', everyDays: 30, sizes: [4000], minimumScore: 440 },
    ],
  },
})
const plan = ensemblePlan(scenario)
const table = new CutoffTable(plan)
const replicate = replicator(scenario)
for (let run = 0; run < RUNS; run++) table.add(replicate(run))

const { firstDay, lastDay } = plan.settings
const streams: Stream[] = ['general', 'cec', 'french']
const maskOf = (names: readonly Stream[]): number => names.reduce((mask, name) => mask | streamBit(name), 0)
const arbitraryStep = fc.record({
  score: fc.integer({ min: 350, max: 620 }),
  streams: fc.subarray(streams).map(maskOf),
  submittedAt: fc.integer({ min: (firstDay - 300) * 86_400, max: firstDay * 86_400 }),
})
const futures = heldDraws(table)
const days = (step: Omit<PathStep, 'day'>): InvitationDays => invitationDays(futures, [{ day: firstDay, ...step }])
const isNowhereLater = (better: Float64Array, worse: Float64Array): boolean =>
  better.every((day, run) => day <= worse[run])

describe('the day of an invitation', () => {
  it('is never later with a higher score, with one more stream, or with an earlier submission', () => {
    fc.assert(
      fc.property(
        arbitraryStep,
        fc.nat(40),
        fc.constantFrom(...streams),
        fc.nat(100_000),
        (step, more, stream, sooner) => {
          const { any } = days(step)
          expect(isNowhereLater(days({ ...step, score: step.score + more }).any, any)).toBe(true)
          expect(isNowhereLater(days({ ...step, streams: step.streams | streamBit(stream) }).any, any)).toBe(true)
          expect(isNowhereLater(days({ ...step, submittedAt: step.submittedAt - sooner }).any, any)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the first of those of the streams', () => {
    fc.assert(
      fc.property(arbitraryStep, (step) => {
        const { any, byStream } = days(step)
        for (let run = 0; run < RUNS; run++) {
          expect(any[run]).toBe(Math.min(Number.POSITIVE_INFINITY, ...[...byStream.values()].map((own) => own[run])))
        }
      }),
      { numRuns: 100 },
    )
  })

  it.each([0, 5])('is, for everybody in the pool of future %i, the day on which the simulation invites them', (run) => {
    const settings = runSettings(scenario, publishedDraws)
    const world = createWorld(settings)
    const state = newState(world)
    const seed = `${settings.seed}/${run}`
    beginReplication(state, seed, drawnParameters(world.newcomers.sources, settings, seed))
    const invitedOn = new Map<number, number>()
    for (; state.day <= settings.lastDay; state.day++) {
      liveThroughDay(state)
      while (isDrawDue(state)) {
        // Whoever declines may be invited again: the first time counts.
        for (const row of holdNextDraw(state).selection.invited) {
          if (!invitedOn.has(row)) invitedOn.set(row, state.day)
        }
      }
      closeDay(state)
    }
    const { snapshot, estimate, lawOfSnapshot: rules, poolSize: size } = settings
    const { pool, count } = synthesizePool({ snapshot, estimate, rules, seed: settings.seed, size })
    expect([...invitedOn.keys()].filter((row) => row < count).length).toBeGreaterThan(150)
    for (let row = 0; row < count; row++) {
      const here = {
        day: firstDay,
        score: pool.score[row],
        streams: pool.streams[row],
        submittedAt: pool.submittedAt[row],
      }
      const gone = { ...here, day: expiryDay(settings, dayOfInstant(pool.submittedAt[row])), streams: 0 }
      const { any } = invitationDays(futures, [here, gone])
      if (any[run] !== (invitedOn.get(row) ?? Number.POSITIVE_INFINITY)) {
        expect.fail(`row ${row}, score ${pool.score[row]}: ${any[run]}, simulated ${invitedOn.get(row)}`)
      }
    }
  })
})

describe('a chance', () => {
  it('rises from month to month and lies inside its interval', () => {
    fc.assert(
      fc.property(arbitraryStep, (step) => {
        const chances = chanceByDate(days(step).any, firstDay, lastDay)
        expect(chances).toHaveLength(3)
        for (const [index, { probability, low, high }] of chances.entries()) {
          expect(low).toBeLessThanOrEqual(probability)
          expect(high).toBeGreaterThanOrEqual(probability)
          expect(probability).toBeGreaterThanOrEqual(chances[index - 1]?.probability ?? 0)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('has an interval that does not vanish where nobody, or everybody, is invited', () => {
    expect(shareWithInterval(0, 1000)).toEqual({ probability: 0, low: 0, high: 0.0038 })
    expect(shareWithInterval(1000, 1000)).toEqual({ probability: 1, low: 0.9962, high: 1 })
    expect(shareWithInterval(0, 0)).toEqual({ probability: 0, low: 0, high: 1 })
  })
})
