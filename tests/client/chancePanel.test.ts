import { describe, expect, it } from 'vitest'
import '../../client/i18n/chancePanel/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import {
  chanceDetails,
  chanceFinding,
  chanceTip,
  isOutside,
  likeliestStream,
  medianDate,
  startOf,
} from '../../client/pages/chance/panel/chanceFindings.ts'
import { changeLine, changesFinding } from '../../client/pages/chance/panel/changes.ts'
import { documentsFor, journeyDates, journeySteps } from '../../client/pages/chance/panel/journey.ts'
import { newestFirst, pastFinding, verdictText } from '../../client/pages/chance/panel/pastDraws.ts'
import { placeFinding, placeRows } from '../../client/pages/chance/panel/place.ts'
import { monthsText, perMonthText, planFinding, planOf } from '../../client/pages/chance/panel/plan.ts'
import { progressOf } from '../../client/pages/chance/panel/progress.ts'
import { pastStatements } from '../../client/pages/chance/panel/reliabilityOfChance.ts'
import { gainText, perHundred, twoFigures } from '../../client/pages/chance/panel/rounding.ts'
import { type Action, actionKinds, ChanceAnswer, type ChanceByDate, type PastDraw } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { accuracyRecord, invitedWithin } from '../helpers/accuracyRecord.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const byMonth = (chances: readonly number[]): ChanceByDate[] =>
  chances.map((probability, month) => ({
    date: `2026-${months[month]}-17`,
    probability,
    low: Math.max(0, probability - 0.03),
    high: Math.min(1, probability + 0.03),
  }))
const rising = [0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.72]

const action = (over: Partial<Action> & Pick<Action, 'action'>): Action => ({
  months: 5,
  points: 20,
  opens: [],
  probability: 0.9,
  gained: 0.2,
  gainedPerMonth: 0.04,
  ...over,
})
const pastDraw = (over: Partial<PastDraw>): PastDraw => ({
  draw: '1',
  date: '2025-11-01',
  stream: 'cec',
  cutoff: 520,
  isMember: true,
  isInvited: false,
  neededSubmission: null,
  ...over,
})
const place = { above: 31_041, tied: 1189, justBelow: 5600, pool: 237_302 }
const answerWith = (over: Partial<ChanceAnswer> = {}): ChanceAnswer => ({
  scenario: 'forecast',
  seed: 'forecast',
  engineVersion: '0.3.0',
  rulesetId: '2025-03-25',
  asOf: '2025-12-15',
  runs: 1000,
  score: 515,
  streams: ['general', 'cec', 'fsw'],
  rank: place,
  rankByStream: { general: place, cec: { ...place, above: 4 }, fsw: place },
  byDate: byMonth(rising),
  byStream: { cec: byMonth(rising), french: byMonth(rising.map((chance) => chance / 2)) },
  changes: [{ date: '2026-03-10', kind: 'birthday', score: 510, points: -5 }],
  actions: [],
  pastDraws: [],
  ...over,
})
const profile: Profile = {
  age: 29,
  spouse: null,
  education: 'doctoral',
  firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 0,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
}

it('the answer of these tests is one that the server could give', () => {
  expect(shapeIssues(ChanceAnswer, answerWith())).toEqual([])
})

describe('figures', () => {
  it('of people have two digits', () => {
    expect([0, 7, 42, 390, 31_041, 237_302, 995].map(twoFigures)).toEqual([0, 7, 42, 390, 31_000, 240_000, 1000])
  })

  it('of chances never round to none or all', () => {
    expect([0.72, 0.004, 0.996, 0, 1].map((share) => perHundred(share, en))).toEqual([
      '72 of 100',
      'fewer than 1 of 100',
      'more than 99 of 100',
      '0 of 100',
      '100 of 100',
    ])
  })

  it('gained are whole percentage points with their sign', () => {
    expect([0.6667, 0, -0.2].map((gained) => gainText(gained, en))).toEqual(['+67', '0', '-20'])
  })
})

describe('how far the server is', () => {
  it('is read from what it says', () => {
    expect(progressOf('12 of the first 100 futures are simulated; ask again in about 30 s')).toEqual({
      done: 12,
      of: 100,
      leftMs: 30_000,
    })
    expect(progressOf('0 of the first 100 futures are simulated; ask again in about a minute')?.leftMs).toBeNull()
    expect(progressOf('this server allows 4 runs at a time')).toBeUndefined()
  })
})

describe('the chance', () => {
  it('is told in counts, with the date of the half and the interval', () => {
    const answer = answerWith()
    expect(chanceFinding(answer, en)).toBe('In 72 of 100 simulated futures you are invited by December 17, 2026')
    expect(plain(chanceFinding(answer, fr))).toBe(
      'Dans 72 sur 100 futurs simulés, vous recevez une invitation au plus tard le 17 décembre 2026',
    )
    expect(chanceDetails(answer, en)).toContain('by July 17, 2026')
    expect(chanceDetails(answer, en)).toContain('within 69% to 75%')
    expect(chanceTip(answer.byDate[0], en)).toBe('Jan 17, 2026: 5% (2%–8%)')
  })

  it('of all or none says so, and of all from when', () => {
    expect(chanceFinding(answerWith({ byDate: byMonth([0.5, 1, 1]) }), en)).toBe(
      'In all of 1,000 simulated futures you are invited by February 17, 2026',
    )
    expect(chanceFinding(answerWith({ byDate: byMonth([0, 0]) }), en)).toBe(
      'In none of 1,000 simulated futures are you invited by February 17, 2026',
    )
  })

  it('of somebody eligible for nothing is none, unless a future invites them later', () => {
    const outside = answerWith({ streams: [], byDate: byMonth([0, 0]) })
    expect(isOutside(outside)).toBe(true)
    expect(chanceFinding(outside, en)).toMatch(/^This profile cannot be invited/)
    expect(placeFinding(outside, en)).toMatch(/^This profile is not in the pool/)
    expect(isOutside(answerWith({ streams: [] }))).toBe(false)
  })

  it('begins where the published data ends', () => {
    expect(startOf(answerWith())).toBe('2025-12-17')
    expect(startOf(answerWith({ byDate: [] }))).toBe('2025-12-15')
    expect(medianDate(byMonth([0.1, 0.49]))).toBeUndefined()
  })

  it('is highest in one stream', () => {
    expect(likeliestStream(answerWith())).toBe('cec')
    expect(likeliestStream(answerWith({ byStream: { cec: byMonth([0, 0]) } }))).toBeUndefined()
  })
})

describe('the record beside the chance', () => {
  const bins = Array.from({ length: 10 }, (_, index) => ({
    from: index / 10,
    to: (index + 1) / 10,
    n: 10 + index,
    predicted: index / 10 + 0.05,
    observed: index / 10,
  }))
  const record = accuracyRecord()
  const measured = {
    ...record,
    forecast: {
      ...record.forecast,
      invitedWithin: [invitedWithin({ stream: 'cec', days: 180, reliability: bins })],
    },
  }

  it('is that of statements about as sure, in the likeliest stream, half a year ahead', () => {
    const past = pastStatements(measured, answerWith())
    expect(past?.now?.date).toBe('2026-06-17')
    expect(past?.bin?.from).toBe(0.4)
    expect(pastStatements(measured, answerWith({ byStream: { cec: byMonth(rising.map(() => 1)) } }))?.bin?.to).toBe(1)
  })

  it('is that of a stream of the person when none may invite; not told of one that was never measured', () => {
    expect(pastStatements(measured, answerWith({ byStream: {} }))).toMatchObject({ stream: 'cec', bin: { from: 0 } })
    const nominee = pastStatements(measured, answerWith({ byStream: { pnp: byMonth(rising) } }))
    expect(nominee).toMatchObject({ stream: 'pnp', statements: undefined })
    expect(pastStatements(measured, answerWith({ streams: [], byStream: {} }))).toBeUndefined()
  })
})

describe('the place', () => {
  it('is told to two figures, the whole pool first and general draws not again', () => {
    expect(placeFinding(answerWith(), en)).toBe(
      'About 31,000 people in the pool are ahead of you; about 1,200 have the same score',
    )
    expect(placeFinding(answerWith({ rank: { ...place, above: 0 } }), en)).toMatch(/^Nobody/)
    expect(placeRows(answerWith()).map(({ stream }) => stream)).toEqual([null, 'cec', 'fsw'])
  })
})

describe('past draws', () => {
  const draws = [
    pastDraw({ draw: '1', date: '2025-10-01', cutoff: 512, isInvited: true }),
    pastDraw({ draw: '2', date: '2025-12-01', cutoff: 516 }),
    pastDraw({ draw: '3', date: '2025-11-01', cutoff: 700, stream: 'pnp', isMember: false }),
    pastDraw({ draw: '4', date: '2025-12-01', cutoff: 515, neededSubmission: '2025-09-09T18:58:59Z' }),
    pastDraw({ draw: '5', date: '2025-12-02', cutoff: 515, isInvited: true }),
  ]

  it('are counted where the person is in the stream', () => {
    expect(pastFinding({ pastDraws: draws }, en)).toBe(
      'As it is now, this profile would have been invited in 2 of 4 draws open to it',
    )
    expect(pastFinding({ pastDraws: [] }, en)).toMatch(/^None of the draws/)
  })

  it('say yes, no, tied with the date needed, or not in the stream; newest first', () => {
    expect(newestFirst(draws).map((draw) => verdictText(draw, 515, en))).toEqual([
      'Tied: all at the cutoff were invited',
      'Tied: only if submitted by 2025-09-09 18:58:59 UTC',
      'No, 1 point short',
      'Not in the stream',
      'Yes, 3 points over',
    ])
  })
})

describe('the plan', () => {
  const actions = [
    action({ action: 'next-credential', gained: 0.001, gainedPerMonth: 0.0001 }),
    action({ action: 'language-to-10', gained: 0.3, gainedPerMonth: 0.06 }),
    action({ action: 'other-applicant', gained: -0.2, gainedPerMonth: -0.2 }),
    action({ action: 'spouse-not-coming', months: 0, gained: 0.6, gainedPerMonth: 1.2 }),
  ]

  it('ranks by chance gained a month and keeps apart what does nothing and what harms', () => {
    const names = (part: readonly Action[]) => part.map((one) => one.action)
    const { useful, useless, harmful } = planOf(actions)
    expect(names(useful)).toEqual(['spouse-not-coming', 'language-to-10'])
    expect(names(useless)).toEqual(['next-credential'])
    expect(names(harmful)).toEqual(['other-applicant'])
    expect(useful.map((one) => [monthsText(one, en), perMonthText(one, en)])).toEqual([
      ['at once', 'at once'],
      ['5 months', '+6.0'],
    ])
  })

  it('is headed by the best, or says why there is none', () => {
    expect(planFinding(answerWith({ actions }), en)).toMatch(/without your partner/)
    expect(planFinding(answerWith(), en)).toMatch(/^Nothing here/)
    expect(planFinding(answerWith({ byDate: byMonth([0.9, 1]) }), en)).toMatch(/nothing to gain$/)
  })

  it('has words for every action in both languages', () => {
    for (const { t } of [en, fr]) {
      for (const kind of actionKinds) {
        expect(t(`chancePanel.plan.name.${kind}`)).not.toContain('chancePanel')
        expect(t(`chancePanel.plan.note.${kind}`)).not.toContain('chancePanel')
      }
    }
  })
})

describe('the way', () => {
  it('has the days that change something', () => {
    const { changes } = answerWith()
    expect(changesFinding(changes, en)).toBe('One day changes something for you in the year ahead')
    expect(changesFinding([], en)).toBe('Nothing changes your score in the year ahead')
    expect(changeLine(changes[0], en)).toBe('March 10, 2026: Birthday (-5)')
  })

  it('has 12 months of the profile, and 60 days from when half of the futures have happened', () => {
    expect(journeyDates(answerWith(), profile)).toEqual({
      submitted: '2025-12-17',
      isSubmissionKnown: false,
      validUntil: '2026-12-17',
      invitedBy: '2026-07-17',
      applyBy: '2026-09-15',
    })
    const known = journeyDates(answerWith({ byDate: byMonth([0.2]) }), {
      ...profile,
      submittedAt: '2025-08-01T10:00:00Z',
    })
    expect(known).toMatchObject({ validUntil: '2026-08-01', invitedBy: undefined, applyBy: undefined })
  })

  it('gives no dates to whoever cannot be in the pool', () => {
    const outside = answerWith({ streams: [], byDate: byMonth([0, 0]) })
    expect(journeySteps(outside, profile, en).every(({ date }) => date === '')).toBe(true)
    expect(journeySteps(answerWith(), profile, en)[4].date).toBe(
      'Invited on July 17, 2026, you would have until September 15, 2026.',
    )
  })

  it('asks for the documents of this person', () => {
    expect(documentsFor(profile)).not.toContain('partner')
    expect(documentsFor({ ...profile, provincialNomination: true, tradeCertificate: true })).toEqual(
      expect.arrayContaining(['passport', 'nomination', 'trade']),
    )
  })
})
