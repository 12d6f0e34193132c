import { describe, expect, it } from 'vitest'
import {
  daysApart,
  ongoingWork,
  type PathOptions,
  pathOf,
  pathOfStages,
  type Stage,
} from '../../../shared/chance/path.ts'
import { compiledRuleset } from '../../../shared/crs/score.ts'
import { streamBit } from '../../../shared/eligibility/streamBits.ts'
import { formatDay, instantOfDay, parseDay } from '../../../shared/lib/day.ts'
import type { Profile } from '../../../shared/schema/profile.ts'

const today = parseDay('2025-12-17')
const options: PathOptions = {
  today,
  until: parseDay('2026-12-17'),
  rules: compiledRuleset('2025-03-25'),
  worksOn: true,
  renews: true,
}
const worker: Profile = {
  age: 29,
  birthDate: '1995-12-18',
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
const steps = (profile: Profile, changes: Partial<PathOptions> = {}) =>
  pathOf(profile, { ...options, ...changes }).map(({ day, score, streams, submittedAt }) => ({
    date: formatDay(day),
    score,
    isInCec: (streams & streamBit('cec')) !== 0,
    isInPool: streams !== 0,
    submitted: formatDay(Math.floor(submittedAt / 86_400)),
  }))

describe('the way of one person', () => {
  it('loses points on the day they turn 30, tomorrow', () => {
    const [now, tomorrow] = steps(worker)
    expect(tomorrow.date).toBe('2025-12-18')
    expect(tomorrow.score).toBe(now.score - 5)
  })

  it('gains a year of work when the months add up, if they go on working', () => {
    const gained = steps(worker).find(({ score }, index, all) => index > 0 && score > all[index - 1].score)
    expect(gained?.date.slice(0, 7)).toBe('2026-06')
    const without = steps(worker, { worksOn: false })
    expect(without.filter(({ score }, index) => index > 0 && score > without[index - 1].score)).toEqual([])
  })

  it('is out of the pool from the day the only test is two years old', () => {
    const tested: Profile = {
      ...worker,
      languageTests: [
        { test: 'CELPIP_G', date: '2023-12-24', results: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
      ],
    }
    expect(steps(tested).filter(({ isInPool }) => !isInPool)[0]?.date).toBe('2025-12-24')
  })

  it('ends with the profile after twelve months, or goes on with a new submission', () => {
    const submitted: Profile = { ...worker, submittedAt: '2025-03-01T12:00:00Z' }
    expect(steps(submitted, { renews: false }).find(({ isInPool }) => !isInPool)?.date).toBe('2026-03-01')
    const renewed = steps(submitted)
    expect(renewed.every(({ isInPool }) => isInPool)).toBe(true)
    expect(renewed[0].submitted).toBe('2025-03-01')
    expect(renewed.at(-1)?.submitted).toBe('2026-03-01')
  })

  it('is in no pool before the day of submission, and a year is counted from it', () => {
    const planned: Profile = { ...worker, submittedAt: '2026-03-01T12:00:00Z' }
    const [now, ...later] = steps(planned, { until: parseDay('2027-03-02'), renews: false })
    expect(now.isInPool).toBe(false)
    expect(later.find(({ isInPool }) => isInPool)?.date).toBe('2026-03-01')
    expect(later.at(-1)).toMatchObject({ date: '2027-03-01', isInPool: false })
  })

  it('gains no years in a job that counts for none, and the share of one that is part-time', () => {
    const job = { noc: '21231', country: 'canada', from: '2024-06-17' } as const
    const almost: Profile = { ...worker, birthDate: undefined, canadianWorkYears: 0.5 }
    const gainOf = (work: Profile['work']) => {
      const path = steps({ ...almost, work })
      return path.find(({ score }) => score > path[0].score)?.date
    }
    expect(gainOf([job])?.slice(0, 7)).toBe('2026-06')
    expect(gainOf([{ ...job, hoursPerWeek: 20 }])?.slice(0, 7)).toBe('2026-09')
    const sideJobs = [job, { ...job, noc: '65201' }].map((one) => ({ ...one, hoursPerWeek: 15 }))
    expect(gainOf(sideJobs)).toBeUndefined()
    expect(gainOf([job, job])).toBe(gainOf([job]))
    const uncounted = [
      { noc: '65201' },
      { whileFullTimeStudent: true },
      { authorized: false },
      { selfEmployed: true },
      { hoursPerWeek: 10, to: '2025-11-30' },
    ]
    for (const reason of uncounted) expect(gainOf([{ ...job, ...reason }])).toBeUndefined()
  })

  it('is nowhere in the pool without a program, at 17 as at 46', () => {
    const unskilled: Profile = { ...worker, canadianWorkYears: 0, birthDate: undefined, age: 46 }
    expect(steps(unskilled)).toHaveLength(1)
    expect(steps(unskilled)[0].isInPool).toBe(false)
    const young: Profile = { ...unskilled, age: 17, education: 'secondary' }
    expect(steps(young)[0].isInPool).toBe(false)
  })

  it('is found by looks a month apart as by looks on every day, also where somebody changes on the way', () => {
    const busy: Profile = {
      ...worker,
      birthDate: '1996-02-10',
      submittedAt: '2025-03-01T12:00:00Z',
      permitUntil: '2026-09-30',
      languageTests: [
        { test: 'CELPIP_G', date: '2024-10-20', results: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
      ],
      work: [{ noc: '31301', country: 'canada', from: '2025-08-01' }],
      canadianWorkYears: 0.4,
      foreignWorkYears: 1.8,
    }
    const works = ongoingWork(busy, options)
    const stages: Stage[] = [
      { from: today, profile: busy, works },
      { from: today + 150, profile: { ...busy, education: 'doctoral' }, works },
      { from: today + 301, profile: { ...busy, provincialNomination: true }, works },
    ]
    const wayBy = (stride: number) => pathOfStages(stages, options, daysApart(today, options.until, stride))
    expect(wayBy(28)).toEqual(wayBy(1))
    expect(wayBy(28).length).toBeGreaterThan(6)
  })

  it('loses a second language on the day its test is two years old', () => {
    const bilingual: Profile = {
      ...worker,
      birthDate: undefined,
      canadianWorkYears: 0,
      foreignWorkYears: 3,
      secondLanguage: { language: 'fr', clb: { listening: 7, reading: 7, writing: 7, speaking: 7 } },
      languageTests: [
        {
          test: 'TEF_CANADA_2023',
          date: '2024-03-05',
          results: { listening: 434, reading: 434, writing: 428, speaking: 456 },
        },
      ],
    }
    const [, lost] = steps(bilingual)
    expect(lost.date).toBe('2026-03-05')
    expect(lost.score).toBeLessThan(steps(bilingual)[0].score)
  })

  it('begins today, with the submission of today where none is stated', () => {
    const [first] = pathOf(worker, options)
    expect(first).toMatchObject({ day: today, submittedAt: instantOfDay(today) })
  })
})
