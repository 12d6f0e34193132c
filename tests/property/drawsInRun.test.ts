import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedDraws } from '../../shared/draws/history.ts'
import { groupOfRating, ratingOf, scoreOfRating } from '../../shared/life/rating.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { isDrawDue, liveThroughDay } from '../../shared/simulation/day.ts'
import { type Held, holdNextDraw } from '../../shared/simulation/processes/draws.ts'
import { runSettings } from '../../shared/simulation/settings.ts'
import { beginReplication, newState, type SimulationState, sectionsOf } from '../../shared/simulation/state.ts'
import { createWorld } from '../../shared/simulation/world.ts'
import { arbitraryScenario } from '../helpers/arbitraryScenario.ts'
import { smallScenario, withoutLife } from '../helpers/scenarios.ts'
import { byRank, type Candidate, candidatesOf, sortedDraw } from '../helpers/sortedDraw.ts'
import { rowsOf } from '../helpers/startedState.ts'

interface Seen extends Held {
  state: SimulationState
  /** Everybody of the stream before and after the draw. */
  before: Candidate[]
  after: Candidate[]
}

/** Runs a scenario, looking at the pool before and after each draw. */
function lookAtDraws(
  scenario: Scenario,
  look: (seen: Seen) => void,
  change: (state: SimulationState) => void = () => {},
) {
  const settings = runSettings(scenario, publishedDraws)
  const world = createWorld(settings)
  const state = newState(world)
  change(state)
  beginReplication(state, settings.seed)
  const eligible = (): Candidate[] => {
    const { stream } = state.plan.draws[state.nextSlot]
    const members = world.groups.members(state.regime, stream)
    return sectionsOf(state).flatMap(({ first, to }) => candidatesOf(state.profiles, first, to, members))
  }
  for (; state.day <= settings.lastDay; state.day++) {
    liveThroughDay(state)
    while (isDrawDue(state)) {
      const slot = state.nextSlot
      const before = eligible()
      const held = holdNextDraw(state)
      state.nextSlot = slot
      const after = eligible()
      state.nextSlot = slot + 1
      look({ ...held, state, before, after })
    }
  }
}

describe('every draw of a run', () => {
  it('leaves nobody eligible above its cutoff, and at the cutoff those who submitted last', () => {
    let held = 0
    const look = ({ selection: { cutoff, invited, eligible }, before, after, size }: Seen): void => {
      expect(eligible).toBe(before.length)
      expect(invited.length).toBe(Math.min(size ?? before.length, before.length))
      expect(after.length).toBe(before.length - invited.length)
      if (invited.length === 0) return
      held += 1
      expect(after.filter(({ score }) => score > cutoff)).toEqual([])
      const tied = before.filter(({ score }) => score === cutoff).sort(byRank)
      const left = after.filter(({ score }) => score === cutoff).sort(byRank)
      expect(left).toEqual(tied.slice(tied.length - left.length))
    }
    lookAtDraws(smallScenario(), look)
    expect(held).toBeGreaterThan(6)
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => lookAtDraws(scenario, look)),
      { numRuns: 15 },
    )
  })

  it('invites by submission alone when all have the same score', () => {
    const scenario = smallScenario({
      lifeEvents: withoutLife,
      arrivals: { perDay: 0 },
      horizonDays: 30,
      // Whoever came back would have their own score again.
      invitations: { outcomes: { general: { applies: 1, declines: 0 } } },
      schedule: { cadences: [{ stream: 'general', firstDate: '2025-12-14', everyDays: 3, sizes: [70, 1, 300] }] },
    })
    const equalScores = ({ world: { profiles, rows } }: SimulationState): void => {
      for (let row = 0; row < rows; row++) profiles.rating[row] = ratingOf(480, groupOfRating(profiles.rating[row]))
    }
    let held = 0
    const look = ({ selection, before, size }: Seen): void => {
      const expected = sortedDraw(before, size ?? 0, 0).map(({ row }) => row)
      expect([...selection.invited]).toEqual(expected)
      expect(selection).toMatchObject({ cutoff: 480, tieBreakRow: expected.at(-1) })
      held += 1
    }
    lookAtDraws(scenario, look, equalScores)
    expect(held).toBeGreaterThan(8)
  })

  it('keeps the counts it reads true to the pool', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        lookAtDraws(scenario, ({ state }) => {
          const { profiles, countsByGroup, inPool } = state
          const counts = new Int32Array(countsByGroup.length)
          let people = 0
          for (const row of rowsOf(state)) {
            const group = groupOfRating(profiles.rating[row])
            if (group === 0) continue
            counts[1201 * group + scoreOfRating(profiles.rating[row])] += 1
            people += 1
          }
          expect(inPool).toBe(people)
          expect(Buffer.from(counts.buffer).equals(Buffer.from(countsByGroup.buffer))).toBe(true)
        })
      }),
      { numRuns: 15 },
    )
  })
})
