import { describe, expect, it } from 'vitest'
import { areCompatible, type DoneAction } from '../../../shared/chance/actions.ts'
import assumptions from '../../../shared/chance/assumptions/actions.json'
import { calendarOf } from '../../../shared/chance/calendar.ts'
import { chanceByDate, type HeldDraws, invitationDays, pairedGain } from '../../../shared/chance/chance.ts'
import { EVERYBODY } from '../../../shared/chance/cutoffTable.ts'
import { type PathOptions, pathOf } from '../../../shared/chance/path.ts'
import { planFor } from '../../../shared/chance/plan.ts'
import { compiledRuleset, scoreProfile } from '../../../shared/crs/score.ts'
import { formatDay, instantOfDay, parseDay } from '../../../shared/lib/day.ts'
import { otherApplicant } from '../../../shared/profile/otherApplicant.ts'
import { type ActionKind, type ActionMonths, actionKinds } from '../../../shared/schema/chance.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { Profile } from '../../../shared/schema/profile.ts'

const today = parseDay('2025-12-17')
const until = parseDay('2026-12-17')
const options: PathOptions = { today, until, rules: compiledRuleset('2025-03-25'), worksOn: true, renews: true }

/** A single engineer with a year and a half of work in Canada, who still works there: 474 points. */
const worker: Profile = {
  age: 29,
  birthDate: '1996-02-10',
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
const score = pathOf(worker, options)[0].score

/** So many futures with a draw of a stream every two weeks, their cutoffs spread around a score. */
const futuresOf = (stream: Stream, cutoff: number, spread = 0, runs = 200): HeldDraws =>
  Array.from({ length: runs }, (_, run) =>
    Array.from({ length: 26 }, (__, week) => ({
      day: today + 7 + 14 * week,
      stream,
      cutoff: cutoff + Math.round(spread * (run / (runs - 1) - 0.5)),
      tieBreak: EVERYBODY,
    })),
  )
const plan = (profile: Profile, futures: HeldDraws, months: ActionMonths = {}) =>
  planFor({ profile, futures, options, months })
const actionOf = (profile: Profile, futures: HeldDraws, kind: ActionKind, months: ActionMonths = {}) =>
  plan(profile, futures, months).actions.find(({ action }) => action === kind)
const chance = (profile: Profile, futures: HeldDraws): number | undefined =>
  chanceByDate(invitationDays(futures, pathOf(profile, options)).any, today, until).at(-1)?.probability
const calendar = (profile: Profile) => calendarOf(profile, pathOf(profile, options), options)

describe('an action', () => {
  it('counts after the months it takes, which can be changed', () => {
    const byMonth = (months: ActionMonths = {}) =>
      actionOf(worker, futuresOf('pnp', 700), 'nomination', months)?.byDate.map(({ probability }) => probability)
    expect(byMonth()).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    expect(byMonth({ nomination: 2.5 })).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('that takes longer than a year gains nothing, and can still be given fewer months', () => {
    const late = actionOf(worker, futuresOf('pnp', 700), 'nomination', { nomination: 13 })
    expect(late).toMatchObject({ months: 13, points: 600, gained: 0, gainedPerMonth: 0 })
  })

  it('tells the score over time: as it would have been, then with what it brings', () => {
    const scores = actionOf(worker, futuresOf('cec', 900), 'nomination')?.scores ?? []
    expect(scores[0]).toEqual({ date: '2025-12-17', score })
    expect(scores.find(({ date }) => date === '2026-02-10')?.score).toBe(score - 5)
    const nominated = scores.find(({ date }) => date === '2026-06-17')?.score ?? 0
    expect(nominated).toBeGreaterThan(1000)
  })

  it('gains as many futures as it wins over, with an interval over the same futures', () => {
    const [raised] = plan(worker, futuresOf('cec', score + 5, 60)).actions.filter(
      ({ action }) => action === 'language-to-10',
    )
    expect(raised.gained).toBeGreaterThan(0.1)
    expect(raised.gainedLow).toBeGreaterThan(0)
    expect(raised.gainedLow).toBeLessThan(raised.gained)
    expect(raised.gainedHigh).toBeGreaterThan(raised.gained)
    expect(raised.gainedPerMonth).toBeCloseTo(raised.gained / assumptions.months['language-to-10'], 3)
  })

  it('has an interval that holds zero where no future tells a difference', () => {
    expect(pairedGain(0, 0, 1000)).toEqual({ gained: 0, low: -0.002, high: 0.002 })
    expect(pairedGain(0, 0, 0)).toEqual({ gained: 0, low: -1, high: 1 })
    expect(pairedGain(100, 0, 1000).low).toBeGreaterThan(0.08)
    expect(pairedGain(5, 5, 1000)).toMatchObject({ gained: 0 })
  })

  it('of another year of work is for those who do not gain it anyway, and is complete on the day it counts', () => {
    const years = (profile: Profile) =>
      plan(profile, futuresOf('cec', 900)).actions.flatMap(({ action }) => (action.endsWith('-year') ? [action] : []))
    expect(years(worker)).toEqual([])
    const newcomer: Profile = { ...worker, canadianWorkYears: 0, foreignWorkYears: 3 }
    expect(years(newcomer)).toEqual(['canadian-year'])
    const year = actionOf(newcomer, futuresOf('cec', 900), 'canadian-year', { 'canadian-year': 11 })
    expect(year?.opens).toContain('cec')
    const [before, then] = (year?.scores ?? []).slice(-2)
    expect(then.date).toBe('2026-11-17')
    expect(then.score).toBeGreaterThan(before.score ?? 0)
  })

  it('of another year of work is in the occupation of the last skilled job, and outlives jobs that do not count', () => {
    const abroad = { noc: '21231', country: 'abroad', from: '2020-01-01', to: '2024-12-31' } as const
    const shop = { noc: '65201', country: 'canada', from: '2025-03-01' } as const
    const opens = (work: Profile['work'], months = 12) =>
      actionOf({ ...worker, canadianWorkYears: 0, foreignWorkYears: 3, work }, futuresOf('cec', 900), 'canadian-year', {
        'canadian-year': months,
      })?.opens
    expect(opens([abroad])).toContain('cec')
    expect(opens([abroad, shop])).toContain('cec')
    expect(opens([shop])).toContain('cec')
    // Begun before the job that goes on: a job cannot end before it begins.
    expect(opens([abroad, shop], 1)).toContain('cec')
  })

  it('of the other applicant takes over what is the couple’s, and nothing else of the applicant', () => {
    const couple: Profile = {
      ...worker,
      spouse: { ...partner, education: 'doctoral', canadianWorkYears: 2 },
      militaryRecruit: { foreignServiceYears: 12, noc: '40042', forcesOffer: true },
      qualifyingJobOffer: true,
      educationAssessmentDate: '2025-01-01',
      destination: 'alberta',
    }
    const shown = actionOf(couple, futuresOf('cec', 900), 'other-applicant')
    expect(shown?.opens).not.toContain('military')
    const facts = { language: 'fr', clb: { listening: 10, reading: 10, writing: 10, speaking: 10 } } as const
    const told = otherApplicant(couple, couple.spouse ?? partner, {
      ...{ age: 27, firstLanguage: facts, foreignWorkYears: 3, tradeCertificate: false, canadianStudy: 'none' },
    })
    expect(told).not.toHaveProperty('militaryRecruit')
    expect(told).not.toHaveProperty('educationAssessmentDate')
    expect(told.destination).toBe('alberta')
    const known = planFor({
      ...{ profile: couple, futures: futuresOf('french', 400), months: {} },
      options: { ...options, otherApplicant: told },
    }).actions.find(({ action }) => action === 'other-applicant')
    expect(known?.opens).toContain('french')
    expect(known?.scores.at(-1)?.score).toBe(scoreProfile(told, options.rules).total)
  })

  it('of new results replaces only the tests of their language', () => {
    const bilingual: Profile = {
      ...worker,
      secondLanguage: { language: 'fr', clb: { listening: 5, reading: 5, writing: 5, speaking: 5 } },
      languageTests: [
        { test: 'TCF_CANADA', date: '2025-03-01', results: { listening: 400, reading: 420, writing: 7, speaking: 7 } },
      ],
    }
    expect(actionOf(bilingual, futuresOf('french', 300), 'french-to-7', { 'french-to-7': 3 })?.opens).toEqual([
      'french',
    ])
  })
})

describe('a renewal', () => {
  const expiring: Profile = {
    ...worker,
    languageTests: [
      { test: 'CELPIP_G', date: '2023-12-24', results: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
    ],
  }

  it('of a test that ends next week keeps the streams that would be lost', () => {
    const futures = futuresOf('cec', score - 20)
    const soon = { 'renew-test': 0.1 }
    expect(actionOf(expiring, futures, 'renew-test', soon)).toMatchObject({
      points: 0,
      opens: ['general', 'cec', 'fsw'],
    })
    expect(calendar(expiring)).toContainEqual({
      date: '2025-12-24',
      kinds: ['test-ends'],
      score: null,
      points: 0,
      opens: [],
      closes: ['general', 'cec', 'fsw'],
    })
    // Draws from the eighth day on: without a test nobody is invited by them.
    const later = futures.map((draws) => draws.slice(1))
    expect(chance(expiring, later)).toBe(0)
    expect(actionOf(expiring, later, 'renew-test', soon)).toMatchObject({ probability: 1, gained: 1 })
  })

  it('is not asked of somebody whose test outlasts the year', () => {
    const fresh = { ...expiring, languageTests: [{ ...(expiring.languageTests ?? [])[0], date: '2025-06-01' }] }
    expect(actionOf(fresh, futuresOf('cec', 900), 'renew-test')).toBeUndefined()
    expect(calendar(fresh).flatMap(({ kinds }) => kinds)).not.toContain('test-ends')
  })

  it('of the profile is counted on already: what is gained is what would be lost without', () => {
    const submitted = { ...worker, submittedAt: '2025-03-01T12:00:00Z' }
    const late = futuresOf('cec', score - 20).map((draws) => draws.filter(({ day }) => day > parseDay('2026-03-01')))
    expect(actionOf(submitted, late, 'renew-profile')).toMatchObject({ isAssumed: true, probability: 1, gained: 1 })
    expect(actionOf(worker, late, 'renew-profile')).toBeUndefined()
  })
})

describe('a combination', () => {
  const couple: Profile = {
    ...worker,
    spouse: {
      accompanying: true,
      citizenOrPermanentResident: false,
      education: 'secondary',
      language: { listening: 4, reading: 4, writing: 4, speaking: 4 },
      canadianWorkYears: 0,
    },
  }

  it('is listed where every part of it adds to the others, and gains more than any of them', () => {
    const { actions, combinations } = plan(couple, futuresOf('cec', score + 10, 60))
    expect(combinations.length).toBeGreaterThan(0)
    for (const { actions: parts, gained } of combinations) {
      expect(areCompatible(parts as DoneAction[])).toBe(true)
      for (const { action, gained: alone } of actions) {
        if (parts.includes(action)) expect(gained).toBeGreaterThan(alone)
      }
    }
    expect(combinations.map(({ gainedPerMonth }) => gainedPerMonth)).toEqual(
      combinations.map(({ gainedPerMonth }) => gainedPerMonth).sort((a, b) => b - a),
    )
  })

  it('does what takes study one after another, and everything else beside it', () => {
    const months: ActionMonths = { 'language-to-10': 3, 'next-credential': 4, 'spouse-not-coming': 5 }
    const found = plan(couple, futuresOf('cec', score + 30, 80), months).combinations
    const monthsOf = (...kinds: ActionKind[]) =>
      found.find(({ actions }) => actions.length === kinds.length && kinds.every((kind) => actions.includes(kind)))
        ?.months
    expect(monthsOf('language-to-10', 'next-credential')).toBe(7)
    expect(monthsOf('language-to-10', 'spouse-not-coming')).toBe(5)
  })

  it('never has two things of one kind, nor anything beside another applicant', () => {
    expect(areCompatible(['language-to-9', 'language-to-10'])).toBe(false)
    expect(areCompatible(['other-applicant', 'nomination'])).toBe(false)
    expect(areCompatible(['language-to-10', 'french-to-7', 'nomination'])).toBe(true)
  })
})

describe('more points everywhere', () => {
  it.each([-40, 0, 40])('never lower the chance, with cutoffs %i points away', (away) => {
    const couple: Profile = { ...worker, spouse: { ...partner, accompanying: true } }
    for (const profile of [worker, couple, { ...worker, canadianWorkYears: 0, foreignWorkYears: 4 }]) {
      const { actions, combinations } = plan(profile, futuresOf('general', score + away, 50))
      const own = pathOf(profile, options)
      const scoreOn = (date: string) => own.findLast(({ day }) => day <= parseDay(date))?.score ?? 0
      for (const one of [...actions, ...combinations]) {
        if (one.scores.every(({ date, score: with_ }) => (with_ ?? 0) >= scoreOn(date))) {
          expect(one.gained).toBeGreaterThanOrEqual(0)
        }
      }
    }
  })
})

describe('exactly at the cutoff', () => {
  it('the older profile is invited and the newer is not', () => {
    const tie = instantOfDay(parseDay('2025-11-01'))
    const draw = { day: today + 1, stream: 'cec', cutoff: score, tieBreak: tie } as const
    const at = (submittedAt: string) => chance({ ...worker, submittedAt }, [[draw]])
    expect([at('2025-10-31T23:59:59Z'), at('2025-11-01T00:00:00Z'), at('2025-11-01T00:00:01Z')]).toEqual([1, 1, 0])
  })
})

describe('people at the edges', () => {
  const draws = futuresOf('general', 300)

  it.each([17, 46])('%i years old without a program: no chance, and what would open one', (age) => {
    const { birthDate: _, ...ageless } = worker
    const outside: Profile = { ...ageless, age, canadianWorkYears: 0 }
    expect(chance(outside, draws)).toBe(0)
    const { actions } = plan(outside, draws)
    expect(actions.find(({ action }) => action === 'canadian-year')?.opens).toContain('cec')
    expect(calendar(outside)).toEqual([])
  })

  it('a nominee is not told to be nominated', () => {
    const nominee: Profile = { ...worker, provincialNomination: true }
    expect(chance(nominee, futuresOf('pnp', 700))).toBe(1)
    expect(plan(nominee, futuresOf('pnp', 700)).actions.map(({ action }) => action)).not.toContain('nomination')
  })

  it('somebody who turns 30 tomorrow loses points tomorrow', () => {
    const [first] = calendar({ ...worker, birthDate: '1995-12-18' })
    expect(first).toEqual({
      date: '2025-12-18',
      kinds: ['birthday'],
      score: score - 5,
      points: -5,
      opens: [],
      closes: [],
    })
  })
})

describe('the permit', () => {
  it('ends the work in Canada that is counted on, and stands in the calendar', () => {
    const ends = { ...worker, permitUntil: '2026-05-31' }
    const gains = (profile: Profile) => calendar(profile).filter(({ kinds }) => kinds.includes('canadian-experience'))
    expect(gains(worker)).toHaveLength(1)
    expect(gains(ends)).toEqual([])
    expect(calendar(ends)).toContainEqual(
      expect.objectContaining({ date: '2026-05-31', kinds: ['permit-ends'], points: 0 }),
    )
  })

  it('ends jobs that go on, so that they count for no category later', () => {
    const nurse: Profile = {
      ...worker,
      work: [{ noc: '31301', country: 'canada', from: formatDay(today - 60) }],
      canadianWorkYears: 0,
      foreignWorkYears: 2,
    }
    const opens = (profile: Profile) => calendar(profile).flatMap(({ opens: streams }) => streams)
    expect(opens(nurse)).toContain('healthcare')
    expect(opens({ ...nurse, permitUntil: '2026-01-15' })).not.toContain('healthcare')
  })
})

describe('the assumptions', () => {
  it('have months for every action', () => {
    expect(Object.keys(assumptions.months)).toEqual([...actionKinds])
  })
})

const partner = {
  accompanying: true,
  citizenOrPermanentResident: false,
  education: 'masters-or-professional',
  language: { listening: 9, reading: 9, writing: 9, speaking: 9 },
  canadianWorkYears: 1,
} as const
