import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/lib/day.ts'
import { readProfile } from '../../../shared/profile/readProfile.ts'
import type { Profile } from '../../../shared/schema/profile.ts'
import { candidate } from '../../helpers/candidate.ts'
import { issuesOf } from '../../helpers/issues.ts'

const accepts = (fields: Partial<Profile>, onDay?: string) =>
  expect(issuesOf(() => readProfile(candidate(fields), onDay === undefined ? undefined : parseDay(onDay)))).toEqual([])

describe('a profile', () => {
  it('comes back as it was given', () => {
    const profile = candidate()
    expect(readProfile(profile)).toBe(profile)
  })

  it('may state fractional years', () => accepts({ canadianWorkYears: 1.99, foreignWorkYears: 0.5 }))

  it('may state the age of its submission or of the day it is looked at', () => {
    const born = { birthDate: '1996-06-15', submittedAt: '2025-06-01T10:00:00Z' }
    accepts({ ...born, age: 28 })
    accepts({ ...born, age: 29 }, '2025-12-17')
  })

  it('may give a birth date without any day to compare with', () => {
    accepts({ birthDate: '1996-06-15', age: 29 })
    accepts({ birthDate: '1985-12-17', age: 29 })
  })

  it('may keep an older test beside the one that gives the stated levels', () =>
    accepts({
      languageTests: [
        { test: 'IELTS_GT', date: '2023-01-10', results: { listening: 6, reading: 6, writing: 6, speaking: 6 } },
        { test: 'CELPIP_G', date: '2025-01-10', results: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
      ],
    }))

  it('may state level 12 where the test tells only "10 and more"', () =>
    accepts({
      firstLanguage: { language: 'en', clb: { listening: 12, reading: 11, writing: 10, speaking: 10 } },
      languageTests: [
        { test: 'CELPIP_G', date: '2025-01-10', results: { listening: 12, reading: 11, writing: 10, speaking: 10 } },
      ],
    }))

  it('may carry TEF figures of the old scale from a test of today', () =>
    accepts({
      secondLanguage: { language: 'fr', clb: { listening: 7, reading: 7, writing: 7, speaking: 7 } },
      languageTests: [
        {
          test: 'TEF_CANADA_OLD',
          date: '2025-01-10',
          results: { listening: 249, reading: 207, writing: 310, speaking: 310 },
        },
      ],
    }))

  it('may date fewer jobs than it states years', () =>
    accepts({
      canadianWorkYears: 5,
      work: [{ noc: '21231', country: 'canada', from: '2024-01-01', to: null }],
      submittedAt: '2025-06-01T10:00:00Z',
    }))

  it('may have a job offer, with its occupation', () => {
    accepts({ jobOffer: 'major-group-00', jobOfferNoc: '00012' })
    accepts({ jobOffer: 'other-skilled', jobOfferNoc: '21231', qualifyingJobOffer: true })
    accepts({ jobOffer: 'none', jobOfferNoc: '72010', qualifyingJobOffer: true })
  })
})
