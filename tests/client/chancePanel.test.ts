import { describe, expect, it } from 'vitest'
import '../../client/i18n/chancePanel/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { planMonths, readMonths, withPlanMonths } from '../../client/pages/chance/answers/planMonths.ts'
import { calendarFinding, changeLine, streamsText } from '../../client/pages/chance/panel/calendar.ts'
import { calendarFile } from '../../client/pages/chance/panel/calendarFile.ts'
import {
  chanceDetails,
  chanceFinding,
  chanceTip,
  isOutside,
  likeliestStream,
  medianDate,
  startOf,
} from '../../client/pages/chance/panel/chanceFindings.ts'
import { documentsFor, journeyDates, journeySteps } from '../../client/pages/chance/panel/journey.ts'
import { newestFirst, pastFinding, verdictText } from '../../client/pages/chance/panel/pastDraws.ts'
import { countText, placeFinding, placeRows } from '../../client/pages/chance/panel/place.ts'
import {
  gainWithInterval,
  isUseful,
  monthsText,
  overTimeFinding,
  perMonthText,
  planFinding,
  planOf,
  scoreOn,
  togetherFinding,
} from '../../client/pages/chance/panel/plan.ts'
import { pastStatements } from '../../client/pages/chance/panel/reliabilityOfChance.ts'
import { gainText, perHundred } from '../../client/pages/chance/panel/rounding.ts'
import { twoFigures } from '../../shared/chance/place.ts'
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
  isAssumed: false,
  months: 5,
  points: 20,
  opens: [],
  probability: 0.9,
  low: 0.88,
  high: 0.92,
  gained: 0.2,
  gainedLow: (over.gained ?? 0.2) - 0.02,
  gainedHigh: (over.gained ?? 0.2) + 0.02,
  gainedPerMonth: 0.04,
  byDate: [],
  scores: [],
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
const place = {
  above: 31_041,
  tied: 1189,
  justBelow: 5600,
  pool: 237_302,
  ranges: {
    above: { low: 29_412, high: 32_871 },
    tied: { low: 1003, high: 1321 },
    justBelow: { low: 5100, high: 6200 },
  },
}
const answerWith = (over: Partial<ChanceAnswer> = {}): ChanceAnswer => ({
  scenario: 'forecast',
  seed: 'forecast',
  engineVersion: '0.3.0',
  rulesetId: '2025-03-25',
  asOf: '2025-12-15',
  runs: 1000,
  score: 515,
  streams: ['general', 'cec', 'fsw'],
  submission: { date: '2025-12-17', ends: '2026-12-17' },
  rank: place,
  rankByStream: { general: place, cec: { ...place, above: 4 }, fsw: place },
  byDate: byMonth(rising),
  byStream: { cec: byMonth(rising), french: byMonth(rising.map((chance) => chance / 2)) },
  changes: [{ date: '2026-03-10', kinds: ['birthday'], score: 510, points: -5, opens: [], closes: [] }],
  actions: [],
  combinations: [],
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

  it('begins on the day it was asked about, that of the pool when there are no dates', () => {
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

  it('is told with its interval, and exactly where it is published', () => {
    expect(countText(31_041, place.ranges.above, en)).toBe('31,000 (29,000–33,000)')
    expect(countText(22_182, { low: 22_182, high: 22_182 }, en)).toBe('22,182')
    expect(countText(31_041, undefined, en)).toBe('31,000')
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
    const inTime = pastDraw({ cutoff: 515, neededSubmission: '2025-09-09T18:58:59Z', isInvited: true })
    expect(verdictText(inTime, 515, en)).toMatch(/^Tied: yes, .* 2025-09-09 18:58:59 UTC\)$/)
  })
})

describe('the plan', () => {
  const actions = [
    action({ action: 'next-credential', gained: 0.001, gainedPerMonth: 0.0001 }),
    action({ action: 'language-to-10', gained: 0.3, gainedPerMonth: 0.06 }),
    action({ action: 'other-applicant', gained: -0.2, gainedPerMonth: -0.2 }),
    action({ action: 'spouse-not-coming', months: 0, gained: 0.6, gainedPerMonth: 1.2 }),
    action({ action: 'renew-profile', isAssumed: true, gained: 0.9, gainedPerMonth: 1.8 }),
  ]

  it('ranks by chance gained a month, and keeps apart what the chance counts on already', () => {
    const { open, countedOn } = planOf(actions)
    expect(open.map((one) => one.action)).toEqual([
      'spouse-not-coming',
      'language-to-10',
      'next-credential',
      'other-applicant',
    ])
    expect(countedOn.map((one) => one.action)).toEqual(['renew-profile'])
    expect(open.filter(isUseful)).toHaveLength(2)
    expect(open.map((one) => [monthsText(one, en), gainWithInterval(one, en), perMonthText(one, en)])).toEqual([
      ['at once', '+60 (+58 to +62)', 'at once'],
      ['5 months', '+30 (+28 to +32)', '+6.0'],
      ['5 months', 'no measurable difference', '–'],
      ['5 months', '-20 (-22 to -18)', '-20.0'],
    ])
  })

  it('is headed by the best, or says why there is none', () => {
    expect(planFinding(answerWith({ actions }), en)).toMatch(/without your partner/)
    expect(planFinding(answerWith(), en)).toMatch(/^Nothing here/)
    expect(planFinding(answerWith({ byDate: byMonth([0.9, 1]) }), en)).toMatch(/nothing to gain$/)
  })

  it('tells over time what a thing does, and what goes together, with figures', () => {
    const nomination = action({ action: 'nomination', byDate: byMonth([0.3, 0.98]) })
    expect(overTimeFinding('Be nominated', nomination, byMonth([0.1, 0.42]), en)).toBe(
      'Invited by February 17, 2026 in 98 of 100 futures with this, in 42 of 100 as you are: Be nominated',
    )
    expect(overTimeFinding('Be nominated', action({ action: 'nomination' }), [], en)).toMatch(/: Be nominated$/)
    const { action: _, isAssumed: __, ...effect } = nomination
    expect(togetherFinding([{ ...effect, actions: ['french-to-7', 'canadian-year'] }], en)).toBe(
      'Together, most chance for each month it takes: ' +
        'Learn French to level 7 (NCLC) in all four abilities + One more year of skilled work in Canada',
    )
  })

  it('takes months as they are typed in either language, from 0 to the most', () => {
    expect(['0', '6', '2.5', '2,5', ' 12 '].map((text) => readMonths(text))).toEqual([0, 6, 2.5, 2.5, 12])
    expect(['', '-1', '61', 'six', '1e1', '2.55'].map((text) => readMonths(text))).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })

  it('keeps months beside the answers of the form, and forgets those that are no longer changed', () => {
    const answers = withPlanMonths({ age: '30' }, { nomination: 13, 'french-to-7': 2.5 })
    expect(planMonths(answers)).toEqual({ nomination: 13, 'french-to-7': 2.5 })
    expect(planMonths(withPlanMonths(answers, { nomination: 0 }))).toEqual({ nomination: 0 })
    expect(planMonths({ ...answers, 'plan.nomination': 'soon' })).toEqual({ 'french-to-7': 2.5 })
    expect(answers.age).toBe('30')
  })

  it('knows the score in force on a date', () => {
    const scores = [
      { date: '2026-01-01', score: 500 },
      { date: '2026-06-01', score: null },
    ]
    expect(['2026-05-31', '2026-06-01', '2025-12-31'].map((date) => scoreOn(scores, date))).toEqual([500, null, null])
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

describe('the dates that matter', () => {
  const { changes } = answerWith()
  const [birthday] = changes

  it('are told with what they do', () => {
    expect(calendarFinding(changes, en)).toBe('One date matters to you in the year ahead')
    expect(calendarFinding([], en)).toBe('No date changes anything for you in the year ahead')
    expect(changeLine(birthday, en)).toBe('March 10, 2026: Birthday (-5)')
    expect(streamsText({ ...birthday, opens: ['healthcare'], closes: ['cec', 'fst'] }, en)).toBe(
      'opens Healthcare; closes CEC, FST',
    )
  })

  it('make a calendar of whole days, in lines that no calendar refuses', () => {
    const longest = { ...birthday, kinds: ['birthday', 'test-ends', 'permit-ends'] } as const
    const file = calendarFile([{ ...longest, kinds: [...longest.kinds] }], '2025-12-17', fr)
    expect(file).toContain('\r\nDTSTART;VALUE=DATE:20260310\r\nDTEND;VALUE=DATE:20260311\r\n')
    const lines = file.split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    const whole = file.replaceAll('\r\n ', '')
    expect(whole).toContain('SUMMARY:Express Entry: Anniversaire\\; Un test de langue')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })
})

describe('the way', () => {
  it('has 12 months of the profile, and 60 days from when half of the futures have happened', () => {
    expect(journeyDates(answerWith(), profile)).toEqual({
      submitted: '2025-12-17',
      isSubmissionKnown: false,
      validUntil: '2026-12-17',
      invitedBy: '2026-07-17',
      applyBy: '2026-09-15',
    })
    const submission = { date: '2025-08-01', ends: '2026-08-01' }
    const known = journeyDates(answerWith({ submission, byDate: byMonth([0.2]) }), {
      ...profile,
      submittedAt: '2024-08-01T10:00:00Z',
    })
    expect(known).toEqual({
      ...{ submitted: '2025-08-01', isSubmissionKnown: true, validUntil: '2026-08-01' },
      ...{ invitedBy: undefined, applyBy: undefined },
    })
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
