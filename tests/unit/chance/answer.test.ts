import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../shared/chance/answer.ts'
import { newFutures } from '../../../shared/chance/futures.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { formatInstant, instantOfDay, parseDay } from '../../../shared/lib/day.ts'
import { ChanceAnswer } from '../../../shared/schema/chance.ts'
import type { Profile } from '../../../shared/schema/profile.ts'
import { shapeIssues } from '../../../shared/schema/validate.ts'
import { smallScenario } from '../../helpers/scenarios.ts'

const plan = ensemblePlan(smallScenario())
/** No future simulated yet, nobody in the pool: what is left is what the answer says of the person and of past draws. */
const futures = newFutures(plan, {
  counts: { all: new Int32Array(1201), byStream: new Map() },
  spread: new Map(),
})
const today = parseDay('2025-12-17')
const worker: Profile = {
  age: 29,
  spouse: null,
  education: 'three-year-or-bachelors',
  firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 1.5,
  foreignWorkYears: 0,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
}
const newestCec = publishedDraws.findLast(({ stream }) => stream === 'cec')
if (!newestCec) throw new Error('no draw of CEC is known')
const answer = (profile: Profile, cutoff = newestCec.cutoff, day = today) =>
  chanceOf(profile, futures, {
    scenarioDay: today,
    today: day,
    history: publishedDraws.map((draw) => (draw === newestCec ? { ...draw, cutoff, tieBreak: TIE_BREAK } : draw)),
  })
const TIE_BREAK = '2025-10-01T12:00:00Z'
const score = answer(worker).score
const atCutoff = (submittedAt: string, day = today) =>
  answer({ ...worker, submittedAt }, score, day).pastDraws.find(({ draw }) => draw === newestCec.number)

describe('a draw of the last year', () => {
  it('with its cutoff exactly at the score tells the submission that was needed, and whether it would have been in time', () => {
    expect(atCutoff('2025-10-01T12:00:00Z')).toMatchObject({ isInvited: true, neededSubmission: TIE_BREAK })
    expect(atCutoff('2025-12-01T12:00:00Z')).toMatchObject({ isInvited: false, neededSubmission: TIE_BREAK })
  })

  it('looks at how long somebody has waited when the day is a later one', () => {
    const later = today + 100
    const waitedAsLong = formatInstant(instantOfDay(parseDay('2025-10-01') + 100))
    expect(atCutoff(waitedAsLong, later)?.isInvited).toBe(true)
    expect(atCutoff(formatInstant(instantOfDay(later - 1)), later)?.isInvited).toBe(false)
  })

  it('looks at how long somebody has waited, however long ago the draw was', () => {
    const old = publishedDraws.find(({ date, stream }) => date > '2025-01-01' && stream === 'cec')
    if (!old) throw new Error('no draw of CEC early in 2025 is known')
    const waitedDays = 32
    const tieBreak = formatInstant(instantOfDay(parseDay(old.date) - waitedDays))
    const history = publishedDraws.map((draw) => (draw === old ? { ...draw, cutoff: score, tieBreak } : draw))
    const isInvited = (days: number) =>
      chanceOf({ ...worker, submittedAt: formatInstant(instantOfDay(today - days)) }, futures, {
        ...{ scenarioDay: today, today, history },
      }).pastDraws.find(({ draw }) => draw === old.number)?.isInvited
    expect([isInvited(waitedDays), isInvited(waitedDays - 1)]).toEqual([true, false])
  })

  it('is looked at as if the profile were submitted, also of one that is still to be', () => {
    const planned = answer({ ...worker, submittedAt: '2025-12-20T00:00:00Z' }, score - 1)
    expect(planned.submission).toEqual({ date: '2025-12-20', ends: '2026-12-20' })
    expect(planned.changes[0]).toMatchObject({ date: '2025-12-20', kinds: ['profile-begins'] })
    expect(planned.pastDraws.find(({ draw }) => draw === newestCec.number)?.isInvited).toBe(true)
  })

  it('is asked of the profile in force: one of long ago has been renewed', () => {
    expect(answer({ ...worker, submittedAt: '2024-05-02T08:00:00Z' }).submission).toEqual({
      ...{ date: '2025-05-02', ends: '2026-05-02' },
    })
  })

  it('needs no submission above or below its cutoff, and is none of somebody outside its stream', () => {
    const draws = answer(worker).pastDraws
    const [cec, pnp] = (['cec', 'pnp'] as const).map((name) => draws.find(({ stream }) => stream === name))
    expect(cec).toMatchObject({ isMember: true, isInvited: false, neededSubmission: null })
    expect(pnp).toMatchObject({ isMember: false, isInvited: false })
  })
})

describe('an answer without futures', () => {
  it('has its shape, and knows nothing', () => {
    const empty = answer(worker)
    expect(shapeIssues(ChanceAnswer, empty)).toEqual([])
    expect(empty.byDate.every(({ probability, low, high }) => probability === 0 && low === 0 && high === 1)).toBe(true)
    expect(empty.combinations).toEqual([])
  })
})
