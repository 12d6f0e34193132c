import { describe, expect, it } from 'vitest'
import { programFacts } from '../../../shared/eligibility/facts.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import type { Profile, Spouse, WorkPeriod } from '../../../shared/schema/profile.ts'
import { candidate } from '../../helpers/candidate.ts'

const factsOf = (fields: Partial<Profile>) => programFacts(candidate(fields), parseDay('2025-12-17'))
const adaptabilityOf = (fields: Partial<Profile>) => factsOf(fields).fsw.grid.adaptability

const spouse: Spouse = {
  accompanying: true,
  citizenOrPermanentResident: false,
  education: 'secondary',
  language: { listening: 4, reading: 4, writing: 4, speaking: 4 },
  canadianWorkYears: 1,
}
const job = (from: string, to: string | null, fields: Partial<WorkPeriod> = {}): WorkPeriod => ({
  noc: '72010',
  country: 'canada',
  from,
  to,
  authorized: true,
  ...fields,
})

describe('adaptability', () => {
  it('takes the partner’s facts only of a partner who comes along and is no citizen', () => {
    const partner = ({ spouseStudy, spouseWork, spouseLanguage }: ReturnType<typeof adaptabilityOf>) => [
      spouseStudy,
      spouseWork,
      spouseLanguage,
    ]
    const fields = { spouse, spouseCanadianStudy: true }
    expect(partner(adaptabilityOf(fields))).toEqual([true, true, true])
    expect(partner(adaptabilityOf({ ...fields, spouse: { ...spouse, accompanying: false } }))).toEqual([
      false,
      false,
      false,
    ])
    expect(partner(adaptabilityOf({ ...fields, spouse: { ...spouse, citizenOrPermanentResident: true } }))).toEqual([
      false,
      false,
      false,
    ])
    const weaker = { ...spouse, canadianWorkYears: 0.9, language: { ...spouse.language!, writing: 3 } }
    expect(partner(adaptabilityOf({ spouse: weaker }))).toEqual([false, false, false])
  })

  it('takes a sibling for a relative, unless the relative is told', () => {
    expect(adaptabilityOf({ sibling: true }).relative).toBe(true)
    expect(adaptabilityOf({ relativeInCanada: true }).relative).toBe(true)
    expect(adaptabilityOf({}).relative).toBe(false)
  })

  it('takes a year of Canadian work at any time, by its dates where it is dated', () => {
    expect(adaptabilityOf({ canadianWorkYears: 0.9 }).applicantWork).toBe(false)
    expect(adaptabilityOf({ canadianWorkYears: 1 }).applicantWork).toBe(true)
    expect(adaptabilityOf({ work: [job('2005-01-01', '2005-12-31')] }).applicantWork).toBe(true)
    expect(adaptabilityOf({ work: [job('2005-01-01', '2005-11-30')] }).applicantWork).toBe(false)
    expect(adaptabilityOf({ work: [job('2005-01-01', '2010-12-31', { authorized: false })] }).applicantWork).toBe(false)
  })

  it('takes Canadian study of three years or more', () => {
    expect(adaptabilityOf({ canadianStudy: 'three-years-or-more' }).applicantStudy).toBe(true)
    expect(adaptabilityOf({ canadianStudy: 'one-or-two-years' }).applicantStudy).toBe(false)
  })
})

describe('the grid', () => {
  it('asks the age of the day where the birth date is told', () => {
    expect(factsOf({ age: 29, birthDate: '1990-12-18' }).fsw.grid.age).toBe(34)
    expect(factsOf({ age: 29 }).fsw.grid.age).toBe(29)
  })

  it('counts ten years at most of each undated country, and dated years beside undated ones', () => {
    expect(factsOf({ canadianWorkYears: 0, foreignWorkYears: 15 }).fsw.grid.experienceYearsTotal).toBe(10)
    const work = [job('2024-12-17', null)]
    expect(Math.floor(factsOf({ work, foreignWorkYears: 3 }).fsw.grid.experienceYearsTotal)).toBe(4)
  })
})

describe('trades', () => {
  it('do not count unauthorized work in Canada', () => {
    expect(factsOf({ work: [job('2023-01-01', '2024-12-31')] }).fst.months).toBeGreaterThanOrEqual(24)
    expect(factsOf({ work: [job('2023-01-01', '2024-12-31', { authorized: false })] }).fst.months).toBe(0)
    const abroad = job('2023-01-01', '2024-12-31', { authorized: false, country: 'abroad' })
    expect(factsOf({ work: [abroad] }).fst.months).toBeGreaterThanOrEqual(24)
  })
})

describe('funds', () => {
  it('are asked for two where there is a spouse, coming along or not, and no size is told', () => {
    expect(factsOf({}).funds.needed).toBe(15263)
    expect(factsOf({ spouse: { ...spouse, accompanying: false } }).funds.needed).toBe(19001)
    expect(factsOf({ spouse, familySize: 4 }).funds.needed).toBe(28362)
  })
})
