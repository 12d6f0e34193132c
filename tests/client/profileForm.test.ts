import { describe, expect, it } from 'vitest'
import type { AnswerId, Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import '../../client/i18n/chance/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { changeAnswer } from '../../client/pages/chance/answers/changeAnswer.ts'
import { readAnswers } from '../../client/pages/chance/answers/readAnswers.ts'
import { findingOf } from '../../client/pages/chance/result/Alternatives.tsx'
import { choicesOf } from '../../client/pages/chance/result/alternatives.ts'
import { mistakesFor } from '../../client/pages/chance/result/mistakes.ts'
import { resolveRuleset } from '../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../shared/crs/score.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { couple, read, refused, single, today } from '../helpers/formAnswers.ts'

const rules = compiledRuleset('2025-03-25')

describe('answers', () => {
  it('give a complete profile', () => {
    const { profile, problems } = read(single)
    expect(problems).toEqual([])
    expect(profile).toEqual({
      age: 29,
      spouse: null,
      education: 'masters-or-professional',
      firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
      secondLanguage: null,
      canadianWorkYears: 1,
      foreignWorkYears: 3,
      tradeCertificate: false,
      provincialNomination: false,
      sibling: false,
      canadianStudy: 'none',
      jobOffer: 'none',
    })
  })

  it('give dates, raw results and jobs where they were given', () => {
    const { profile } = read(single, {
      age: '1996 5 21',
      'first.test': 'IELTS_GT',
      'first.date': '2026/03/14',
      'first.listening': '8,5',
      'first.reading': '7',
      'first.writing': '6.5',
      'first.speaking': '7.5',
      'canadian.months': '6',
      jobs: '1',
      'job1.noc': '21231',
      'job1.country': 'canada',
      'job1.from': '2025-06-01',
      'job1.kind': 'employed',
      permit: '2027/8/31',
      submitted: '2026-05-02',
    })
    expect(profile).toMatchObject({
      age: 30,
      birthDate: '1996-05-21',
      permitUntil: '2027-08-31',
      submittedAt: '2026-05-02T12:00:00Z',
      canadianWorkYears: 1.5,
      firstLanguage: { language: 'en', clb: { listening: 10, reading: 9, writing: 8, speaking: 10 } },
      languageTests: [
        { test: 'IELTS_GT', date: '2026-03-14', results: { listening: 8.5, reading: 7, writing: 6.5, speaking: 7.5 } },
      ],
      work: [{ noc: '21231', country: 'canada', from: '2025-06-01', authorized: true }],
    })
  })

  it.each(
    readCorpus<{ id: string; ruleset: string; profile: Profile; expected: { total: number } }>('crs.jsonl').filter(
      ({ profile }) => Math.max(profile.canadianWorkYears, profile.foreignWorkYears) <= 10,
    ),
  )('of the case $id give its points', ({ ruleset, profile, expected }) => {
    const { problems, draft } = readAnswers(answersOf(profile), today)
    expect(problems).toEqual([])
    expect(scoreProfile(draft, compiledRuleset(ruleset)).total).toBe(expected.total)
  })

  it('give points before all are there, and never a profile', () => {
    const { draft, profile } = read({ age: '29', education: 'doctoral' })
    expect(profile).toBeUndefined()
    expect(scoreProfile(draft, rules).total).toBe(110 + 150)
    expect(scoreProfile(read({}).draft, rules).total).toBe(0)
  })

  it('are asked for in the order of the form, and only where they apply', () => {
    const open = read({}).problems
    expect(open.every(({ key }) => key === 'missing')).toBe(true)
    expect(open.slice(0, 3).map(({ id }) => id)).toEqual(['marital', 'age', 'education'])
    expect(open.some(({ id }) => /^partner/.test(id))).toBe(false)
    expect(refused(couple, { partnerEducation: '' })).toEqual(['partnerEducation: missing'])
    expect(refused(couple, { partnerEducation: '', partnerStatus: 'yes' })).toEqual([])
  })

  it('on a partner who stays may be left out', () => {
    const { profile, isPartnerKnown } = read(single, { marital: 'married', partnerStatus: 'no', partnerComing: 'no' })
    expect(profile?.spouse).toMatchObject({ accompanying: false, citizenOrPermanentResident: false })
    expect(isPartnerKnown).toBe(false)
  })
})

describe('nonsense', () => {
  it.each<[string, Answers, string]>([
    ['an age in words', { age: 'thirty' }, 'age: age'],
    ['an age of 130', { age: '130' }, 'age: age'],
    ['a birth to come', { age: '2031-01-01' }, 'age: birthFuture'],
    ['30 February', { age: '1990-02-30' }, 'age: age'],
    ['negative months', { 'canadian.months': '-3' }, 'canadian.months: months'],
    ['twelve months', { 'foreign.months': '12' }, 'foreign.months: months'],
    ['40 years of work at 25', { age: '25', 'foreign.years': '40' }, 'foreign.years: years'],
    ['10 years of work at 16', { age: '16', 'foreign.years': '10' }, 'foreign.years: workExceedsAge'],
    [
      '20 years of work at 19',
      { age: '19', 'canadian.years': '10', 'foreign.years': '10' },
      'foreign.years: workTogether',
    ],
    ['a level of 13', { 'first.listening': '13' }, 'first.listening: level'],
    ['6.3 in IELTS', { 'first.test': 'IELTS_GT', 'first.listening': '6.3' }, 'first.listening: result'],
    ['9.5 in IELTS', { 'first.test': 'IELTS_GT', 'first.listening': '9.5' }, 'first.listening: result'],
    ['a test to come', { 'first.test': 'IELTS_GT', 'first.date': '2027-01-01' }, 'first.date: dateFuture'],
    [
      'a test before birth',
      { age: '1996-05-21', 'first.test': 'IELTS_GT', 'first.date': '1990-01-01' },
      'first.date: beforeBirth',
    ],
    ['a permit until a day that does not exist', { permit: '2027-02-30' }, 'permit: date'],
    ['a permit that ended before birth', { age: '1996-05-21', permit: '1990-01-01' }, 'permit: beforeBirth'],
    ['a profile before Express Entry', { submitted: '2014-12-31' }, 'submitted: beforeExpressEntry'],
    [
      'a test before birth, with an age',
      { 'first.test': 'IELTS_GT', 'first.date': '1990-01-01' },
      'first.date: bornLater',
    ],
    ['a profile of years to come', { submitted: '2062-01-01' }, 'submitted: submittedFar'],
    ['an assessment to come', { assessed: '2027-01-01' }, 'assessed: dateFuture'],
    ['a family of none', { familySize: '0' }, 'familySize: whole'],
    ['money in words', { funds: 'plenty' }, 'funds: dollars'],
    ['a debt', { funds: '-5000' }, 'funds: dollars'],
    [
      '100 years of service',
      { military: 'yes', militaryNoc: '42102', militaryYears: '100', militaryOffer: 'no' },
      'militaryYears: whole',
    ],
    ['an offer below TEER 3', { jobOffer: 'other-skilled', offerNoc: '65100' }, 'offerNoc: offerUnskilled'],
    ['a senior offer that is none', { jobOffer: 'major-group-00', offerNoc: '21231' }, 'offerNoc: offerNotSenior'],
    ['an offer that is a senior one', { jobOffer: 'other-skilled', offerNoc: '00012' }, 'offerNoc: offerSenior'],
    ['a profile at 25 o’clock', { submitted: '2026-01-01 25:00:00' }, 'submitted: date'],
  ])('is refused beside its field: %s', (_name, changes, problem) => {
    expect(refused(single, changes)).toEqual([problem])
    expect(read(single, changes).profile).toBeUndefined()
  })

  it('about the couple is refused beside its field', () => {
    expect(refused(couple, { familySize: '1' })).toEqual(['familySize: familyHasPartner'])
    expect(refused(couple, { partnerAge: '12', 'partnerForeign.years': '9' })).toEqual([
      'partnerForeign.years: workExceedsAge',
    ])
    expect(refused(couple, { partnerAge: '2', 'partnerCanadian.years': '9' })).toEqual([
      'partnerCanadian.years: workExceedsAge',
    ])
  })

  it('in languages and jobs is refused beside its field', () => {
    const english = { 'second.test': 'levels-en', 'second.listening': '5', 'second.reading': '5' } as const
    expect(refused(single, { ...english, 'second.writing': '5', 'second.speaking': '5' })).toEqual([
      'second.test: sameLanguage',
    ])
    const tef = { 'first.test': 'TEF_CANADA_2023', 'first.date': '2020-01-01' } as const
    const results = {
      'first.listening': '500',
      'first.reading': '500',
      'first.writing': '500',
      'first.speaking': '500',
    }
    expect(refused(single, { ...tef, ...results })).toEqual(['first.date: testPeriod'])
    const job = { jobs: '1', 'job1.country': 'canada', 'job1.kind': 'employed', 'job1.from': '2025-06-01' } as const
    expect(refused(single, { ...job, 'job1.noc': '99999', 'job1.to': '2025-01-01' })).toEqual(['job1.noc: occupation'])
    expect(refused(single, { ...job, 'job1.noc': '21231', 'job1.to': '2025-01-01' })).toEqual([
      'job1.to: endsBeforeStart',
    ])
    expect(refused(single, { ...job, 'job1.noc': '21231', 'job1.from': '2020-06-01' })).toEqual([
      'canadian.years: jobsExceedYears',
    ])
  })
})

it('results and date go with their test', () => {
  const given: Answers = { ...single, 'first.date': '2025-03-14', 'second.listening': '7', 'second.date': '2025-04-01' }
  expect(changeAnswer(given, 'first.test', 'IELTS_GT')).toEqual({
    ...given,
    'first.test': 'IELTS_GT',
    'first.date': '',
    'first.listening': '',
    'first.reading': '',
    'first.writing': '',
    'first.speaking': '',
  })
  expect(changeAnswer(single, 'age', '30')).toEqual({ ...single, age: '30' })
})

describe('what the result compares', () => {
  it('is the couple with its parts exchanged', () => {
    const reading = read(couple, { partnerAge: '31', 'partnerForeign.years': '2' })
    const { profile, swapped } = reading
    if (!profile || !swapped) throw new Error('the answers should be complete')
    expect(swapped).toMatchObject({ age: 31, education: 'doctoral', foreignWorkYears: 2, canadianWorkYears: 2 })
    expect(swapped.firstLanguage.language).toBe('fr')
    expect(swapped.spouse).toMatchObject({ education: 'masters-or-professional', canadianWorkYears: 1 })
    const principal = choicesOf(profile, reading, today).find(({ question }) => question === 'principal')
    expect(principal?.options.map(({ total }) => total)).toEqual([
      scoreProfile(profile, rules).total,
      scoreProfile(swapped, rules).total,
    ])
  })

  it('does not call a way better that meets no program', () => {
    // The partner has the higher score, but neither work in Canada nor the language of a program.
    const weak = { 'partner.test': 'levels-en', 'partner.listening': '10', 'partner.reading': '10' } as const
    const partner = { ...weak, 'partner.writing': '10', 'partner.speaking': '6', 'partnerCanadian.years': '0' }
    const reading = read(couple, { ...partner, age: '44', education: 'secondary', partnerAge: '25' })
    if (!reading.profile) throw new Error('the answers should be complete')
    const choice = choicesOf(reading.profile, reading, today).find(({ question }) => question === 'principal')
    const [self, other] = choice?.options ?? []
    expect(other.total).toBeGreaterThan(self.total)
    expect([self.programs.length > 0, other.programs.length]).toEqual([true, 0])
    expect(choice && findingOf(choice, wordsIn('en'))).toBe(
      'Your partner applies: more points, but no program is met, so no way into the pool.',
    )
  })

  it('is the points that mistakes of other calculators would give', () => {
    const named = (changes: Answers) => {
      const { profile } = read(single, changes)
      if (!profile) throw new Error('the answers should be complete')
      return Object.fromEntries(
        mistakesFor(profile, resolveRuleset('2025-03-25')).map(({ mistake, difference }) => [mistake, difference]),
      )
    }
    expect(named({ 'foreign.years': '0' })).toMatchObject({ mastersTooLow: -12, pairCapForgotten: 25 })
    expect(named({ education: 'three-year-or-bachelors' })).toMatchObject({ bachelorsTooHigh: 12 })
    expect(named({ jobOffer: 'other-skilled' })).toMatchObject({ jobOfferKept: 50 })
    expect(named({ 'canadian.months': '6' })).toMatchObject({ begunYearsCounted: 13, fractionsUnknown: -40 })
    expect(named({ certificate: 'yes', 'foreign.years': '0', 'canadian.years': '0' })).toMatchObject({
      certificateForgotten: -50,
    })
  })
})

it('ids of fields do not repeat', () => {
  const ids = read({}).problems.map(({ id }): AnswerId => id)
  expect(new Set(ids).size).toBe(ids.length)
})
