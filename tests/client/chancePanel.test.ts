import { describe, expect, it } from 'vitest'
import '../../client/i18n/chancePanel/texts.ts'
import {
  chanceDetails,
  chanceFinding,
  chanceTip,
  isOutside,
  likeliestStream,
  medianDate,
  startOf,
} from '../../client/pages/chance/panel/chanceFindings.ts'
import { newestFirst, pastFinding, verdictText } from '../../client/pages/chance/panel/pastDraws.ts'
import { countText, placeFinding, placeRows } from '../../client/pages/chance/panel/place.ts'
import { pastStatements } from '../../client/pages/chance/panel/reliabilityOfChance.ts'
import { gainText, perHundred } from '../../client/pages/chance/panel/rounding.ts'
import { twoFigures } from '../../shared/chance/place.ts'
import { ChanceAnswer } from '../../shared/schema/chance.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { accuracyRecord, invitedWithin } from '../helpers/accuracyRecord.ts'
import { answerWith, byMonth, en, fr, pastDraw, place, plain, rising } from './chanceFixtures.ts'

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
