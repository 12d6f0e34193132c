import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/lib/day.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import { candidate } from '../helpers/candidate.ts'
import { issuesOf } from '../helpers/issues.ts'

const onDay = parseDay('2025-12-17')
const refusal = (fields: object) => issuesOf(() => readProfile({ ...candidate(), ...fields }, onDay))

const spouse = {
  accompanying: true,
  citizenOrPermanentResident: false,
  education: 'secondary',
  language: null,
  canadianWorkYears: 0,
}
const english = (level: number) => ({
  language: 'en',
  clb: { listening: level, reading: level, writing: level, speaking: level },
})
const ielts = (results: object, date = '2025-03-01') => ({
  languageTests: [
    { test: 'IELTS_GT', date, results: { listening: 8, reading: 7, writing: 7, speaking: 7, ...results } },
  ],
})
const job = { noc: '21231', country: 'canada', from: '2024-01-01' } as const

describe('a profile of the wrong shape', () => {
  it.each([
    ['no object', null, 'EE_SHAPE $ received null; expected an object'],
    ['no object but a list', [], 'EE_SHAPE $ received []; expected an object'],
  ])('is %s', (_, value, expected) => {
    expect(issuesOf(() => readProfile(value))).toEqual([expected])
  })

  it.each([
    [
      'age missing',
      { age: undefined },
      'EE_SHAPE $.age is missing; expected completed years of age, a whole number from 0 to 120',
    ],
    [
      'age in part years',
      { age: 29.5 },
      'EE_SHAPE $.age received 29.5; expected completed years of age, a whole number from 0 to 120',
    ],
    [
      'level above 12',
      { firstLanguage: english(13) },
      'EE_SHAPE $.firstLanguage.clb.listening received 13; expected a whole CLB or NCLC level from 0 to 12',
    ],
    [
      'education unknown',
      { spouse: { ...spouse, education: 'college' } },
      /^EE_SHAPE \$\.spouse\.education received "college"; expected one of "less-than-secondary"/,
    ],
    [
      'years below nothing',
      { canadianWorkYears: -1 },
      'EE_SHAPE $.canadianWorkYears received -1; expected a number from 0 to 60',
    ],
    [
      'unknown field',
      { canadianWorkYear: 1 },
      /^EE_SHAPE \$\.canadianWorkYear is not a known field; known here: age, spouse,/,
    ],
    [
      'code of four digits',
      { jobOfferNoc: '2173' },
      'EE_SHAPE $.jobOfferNoc received "2173"; expected a five-digit NOC 2021 code such as 21231',
    ],
    [
      'day in another order',
      { birthDate: '17-12-1996' },
      'EE_SHAPE $.birthDate received "17-12-1996"; expected a date such as 2025-12-17',
    ],
  ])('has the %s', (_, fields, expected) => {
    const issues = refusal(fields).filter((line, index) => index === 0 || !line.includes('clb'))
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(expected)
  })
})

describe('a profile that contradicts itself or the world', () => {
  it.each([
    [
      'two tests of one language',
      { secondLanguage: english(7) },
      'EE_LANGUAGE_SECOND_SAME $.secondLanguage.language received "en", the first language; expected "fr", the other official language, or no second language',
    ],
    [
      'an occupation nobody has',
      { work: [{ ...job, noc: '99999' }] },
      'EE_NOC_UNKNOWN $.work[0].noc received "99999"; expected one of the 516 unit groups of NOC 2021',
    ],
    [
      'an offer in no occupation',
      { jobOffer: 'other-skilled', jobOfferNoc: '12345' },
      'EE_NOC_UNKNOWN $.jobOfferNoc received "12345"; expected one of the 516 unit groups of NOC 2021',
    ],
    [
      'a recruit of no occupation',
      { militaryRecruit: { foreignServiceYears: 12, noc: '00000', forcesOffer: true } },
      'EE_NOC_UNKNOWN $.militaryRecruit.noc received "00000"; expected one of the 516 unit groups of NOC 2021',
    ],
    [
      '30 February',
      { educationAssessmentDate: '2025-02-30' },
      'EE_DATE $.educationAssessmentDate received "2025-02-30"; expected a day of the calendar',
    ],
    [
      'a permit until 31 September',
      { permitUntil: '2026-09-31' },
      'EE_DATE $.permitUntil received "2026-09-31"; expected a day of the calendar',
    ],
    [
      'a permit that ended before birth',
      { birthDate: '1996-01-01', permitUntil: '1995-01-01' },
      'EE_DATE $.permitUntil received 1995-01-01; expected a day after the birth, 1996-01-01',
    ],
    [
      'an hour 25',
      { submittedAt: '2025-12-01T25:00:00Z' },
      'EE_DATE $.submittedAt received "2025-12-01T25:00:00Z"; expected a day of the calendar and a time up to 23:59:59',
    ],
    [
      'work that ends before it begins',
      { work: [{ ...job, to: '2023-12-31' }] },
      'EE_DATE $.work[0].to received 2023-12-31; expected a day not before 2024-01-01, the first day',
    ],
    [
      'a test before birth',
      { birthDate: '1996-01-01', ...ielts({}, '1995-01-01') },
      'EE_DATE $.languageTests[0].date received 1995-01-01; expected a day after the birth, 1996-01-01',
    ],
    [
      'an age that is not that of the birth date',
      { birthDate: '1990-01-01' },
      'EE_PROFILE $.age received 29; born on 1990-01-01 the candidate is 35 on 2025-12-17',
    ],
    [
      '40 years of work at 25',
      { age: 25, canadianWorkYears: 40 },
      'EE_PROFILE $.canadianWorkYears received 40 years of work; at the age of 25 at most 17 fit',
    ],
    [
      'two working lives in one',
      { age: 25, canadianWorkYears: 13, foreignWorkYears: 13 },
      'EE_PROFILE $.foreignWorkYears received 13 years, 26 with those in Canada; at the age of 25 at most 25 fit',
    ],
    [
      'jobs of more years than stated',
      { canadianWorkYears: 0, work: [job] },
      'EE_PROFILE $.canadianWorkYears received 0; the dated jobs in Canada add up to 1 completed years on 2025-12-17',
    ],
    [
      'a result the test does not give',
      ielts({ reading: 6.3 }),
      'EE_LANGUAGE_SCORE $.languageTests[0].results.reading received 6.3; IELTS General Training gives a reading result from 0 to 9, a multiple of 0.5',
    ],
    [
      'a result of another level',
      ielts({ writing: 6 }),
      'EE_PROFILE $.languageTests[0].results.writing 6 in IELTS General Training is CLB 7, but the profile states CLB 9',
    ],
    [
      'a test of a language without levels',
      {
        languageTests: [
          {
            test: 'TCF_CANADA',
            date: '2025-03-01',
            results: { listening: 458, reading: 453, writing: 10, speaking: 10 },
          },
        ],
      },
      'EE_PROFILE $.languageTests[0].test is a test of French, but the profile states no levels of French',
    ],
    [
      'an offer to a senior manager in another occupation',
      { jobOffer: 'major-group-00', jobOfferNoc: '21231' },
      'EE_PROFILE $.jobOfferNoc received "21231", but jobOffer is "major-group-00": expected a code that begins with 00',
    ],
    [
      'a senior manager among other offers',
      { jobOffer: 'other-skilled', jobOfferNoc: '00012' },
      'EE_PROFILE $.jobOfferNoc received "00012", but jobOffer is "other-skilled": an offer in a code that begins with 00 is "major-group-00"',
    ],
    [
      'a skilled offer in unskilled work',
      { jobOffer: 'other-skilled', jobOfferNoc: '64100' },
      'EE_PROFILE $.jobOfferNoc received "64100", but jobOffer is "other-skilled": expected a code of TEER 0 to 3, this one is TEER 4',
    ],
    [
      'an occupation of no offer',
      { jobOfferNoc: '21231' },
      'EE_PROFILE $.jobOfferNoc received "21231", but jobOffer is "none": there is no offer to have a code',
    ],
    [
      'an offer that does not qualify',
      { jobOffer: 'other-skilled', qualifyingJobOffer: false },
      'EE_PROFILE $.qualifyingJobOffer received false, but jobOffer is "other-skilled": an offer of that kind qualifies',
    ],
    [
      'a couple of one',
      { spouse, familySize: 1 },
      'EE_PROFILE $.familySize received 1; a candidate with a spouse has a family of at least 2',
    ],
    [
      'a sibling who is no relative',
      { sibling: true, relativeInCanada: false },
      'EE_PROFILE $.relativeInCanada received false; the sibling in Canada is a relative in Canada',
    ],
  ])('has %s', (_, fields, expected) => {
    expect(refusal(fields)).toEqual([expected])
  })

  it('states an age nobody of that birth date had while Express Entry existed', () => {
    const profile = candidate({ birthDate: '1980-01-01' })
    expect(issuesOf(() => readProfile(profile))).toEqual([
      'EE_PROFILE $.age received 29; born on 1980-01-01 the candidate was 35 on 2015-01-01',
    ])
  })

  it('states an age that was over when the last thing it tells of happened', () => {
    const profile = candidate({ birthDate: '1990-01-01', educationAssessmentDate: '2024-05-01' })
    expect(issuesOf(() => readProfile(profile))).toEqual([
      'EE_PROFILE $.age received 29; born on 1990-01-01 the candidate was 34 on 2024-05-01',
    ])
  })
})

it('compares dated jobs with the stated years on the last day they tell of, when no other day is known', () => {
  const profile = candidate({
    foreignWorkYears: 1,
    work: [{ ...job, country: 'abroad', from: '2020-01-01', to: '2023-06-30' }],
  })
  expect(issuesOf(() => readProfile(profile))).toEqual([
    'EE_PROFILE $.foreignWorkYears received 1; the dated jobs abroad add up to 3 completed years on 2023-06-30',
  ])
})

it('reports every mistake of every kind at once', () => {
  const mistakes = {
    age: '29',
    secondLanguage: english(7),
    work: [{ ...job, noc: '99999', from: '2025-02-31' }],
    familySize: 1,
    spouse,
  }
  expect(refusal(mistakes).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'EE_SHAPE $.age',
    'EE_LANGUAGE_SECOND_SAME $.secondLanguage.language',
    'EE_NOC_UNKNOWN $.work[0].noc',
    'EE_DATE $.work[0].from',
    'EE_PROFILE $.familySize',
  ])
})
