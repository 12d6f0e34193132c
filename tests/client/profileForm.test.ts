import { describe, expect, it } from 'vitest'
import type { AnswerId, Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf, leftOut } from '../../client/pages/chance/answers/answersOf.ts'
import type { FileProblem } from '../../client/pages/chance/answers/fileProblems.ts'
import type { ProblemKey, Reason } from '../../client/pages/chance/answers/problem.ts'
import { fileProblemText } from '../../client/pages/chance/form/fileProblemText.ts'
import '../../client/i18n/chance/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { changeAnswer } from '../../client/pages/chance/answers/changeAnswer.ts'
import { readDate, readDollars, readInstant } from '../../client/pages/chance/answers/fieldText.ts'
import { answersInHash, hashOf } from '../../client/pages/chance/answers/link.ts'
import { profileFile, profileInFile } from '../../client/pages/chance/answers/profileFile.ts'
import { readAnswers } from '../../client/pages/chance/answers/readAnswers.ts'
import { searchOccupations } from '../../client/pages/chance/form/searchOccupations.ts'
import { findingOf } from '../../client/pages/chance/result/Alternatives.tsx'
import { choicesOf } from '../../client/pages/chance/result/alternatives.ts'
import { mistakesFor } from '../../client/pages/chance/result/mistakes.ts'
import { resolveRuleset } from '../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../shared/crs/score.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'

const today = parseDay('2026-11-22')
const rules = compiledRuleset('2025-03-25')

const single: Answers = {
  marital: 'never-married',
  age: '29',
  education: 'masters-or-professional',
  credential: 'no',
  'first.test': 'levels-en',
  'first.listening': '9',
  'first.reading': '9',
  'first.writing': '9',
  'first.speaking': '9',
  'second.test': 'none',
  'canadian.years': '1',
  'foreign.years': '3',
  certificate: 'no',
  jobOffer: 'none',
  nomination: 'no',
  sibling: 'no',
}
const couple: Answers = {
  ...single,
  marital: 'married',
  partnerStatus: 'no',
  partnerComing: 'yes',
  partnerEducation: 'doctoral',
  'partnerCanadian.years': '2',
  'partner.test': 'TCF_CANADA',
  'partner.listening': '549',
  'partner.reading': '549',
  'partner.writing': '16',
  'partner.speaking': '16',
}
const read = (answers: Answers, changes: Answers = {}) => readAnswers({ ...answers, ...changes }, today)
const refused = (answers: Answers, changes: Answers = {}) =>
  read(answers, changes).problems.map(({ id, key }) => `${id}: ${key}`)

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

it('results go with their test', () => {
  const changed = changeAnswer({ ...single, 'second.listening': '7' }, 'first.test', 'IELTS_GT')
  expect(changed).toMatchObject({ 'first.test': 'IELTS_GT', 'first.listening': '', 'second.listening': '7', age: '29' })
  expect(changeAnswer(single, 'age', '30')).toEqual({ ...single, age: '30' })
})

const profileIn = (text: string) => {
  const found = profileInFile(text, today)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found
}
const fact = (path: string, key: ProblemKey, values?: Reason['values']): FileProblem => ({
  kind: 'fact',
  path,
  reason: values ? { key, values } : { key },
})
const refusal = (value: unknown) => {
  const found = profileInFile(JSON.stringify(value), today)
  if ('profile' in found) throw new Error('the file should be refused')
  return found
}

describe('a link', () => {
  it('gives back what it was made of, in any script', () => {
    const answers = { ...single, 'job1.noc': 'ingénieur 工程师' }
    expect(answersInHash(hashOf({ ...answers, age: '' }))).toEqual({ ...answers, age: undefined })
    expect(hashOf(answers)).toMatch(/^#p=[\w-]+$/)
  })

  it('is told apart from other parts of a page, and from a broken one', () => {
    expect(answersInHash('')).toBeUndefined()
    expect(answersInHash('#content')).toBeUndefined()
    expect(answersInHash('#p=!')).toBeNull()
    expect(answersInHash(hashOf(single).slice(0, 40))).toBeNull()
    expect(answersInHash(`#p=${btoa(JSON.stringify({ age: 7, nonsense: 'x' }))}`)).toEqual({})
  })
})

describe('a file', () => {
  it('that the form wrote is read again as the same profile', () => {
    const { profile } = read(couple, { age: '1996-05-21', permit: '2027-08-31', submitted: '2026-05-02 14:30:07' })
    if (!profile) throw new Error('the answers should be complete')
    const text = profileFile(profile)
    expect(readProfile(JSON.parse(text)).age).toBe(29)
    const { profile: loaded } = profileIn(text)
    expect(loaded.age).toBe(30)
    const again = readAnswers(answersOf(loaded), today)
    expect(again.profile).toEqual(profile)
  })

  it('that is none is refused with the reason', () => {
    expect(profileInFile('{', today)).toEqual({ problems: [{ kind: 'json' }] })
    const { problems } = refusal({ ...read(single).profile, age: 'young', sibling: undefined, hat: 1 })
    expect(problems).toEqual([
      { kind: 'missing', path: '$.sibling', expected: { kind: 'boolean' } },
      { kind: 'shape', path: '$.age', expected: { kind: 'whole', least: 0, most: 120 } },
      { kind: 'unknown', path: '$.hat' },
    ])
  })

  it('of everything a profile can hold is the same in the form', () => {
    const { profile: plain } = read(single, { sibling: 'no', jobOffer: 'other-skilled', age: '1996-05-21' })
    if (!plain) throw new Error('the answers should be complete')
    const whole: Profile = {
      ...plain,
      spouse: {
        accompanying: true,
        citizenOrPermanentResident: false,
        education: 'secondary',
        language: null,
        canadianWorkYears: 0,
      },
      submittedAt: '2026-05-02T14:30:07Z',
      educationAssessmentDate: '2025-02-03',
      work: [
        { noc: '72310', country: 'abroad', from: '2022-01-01', to: '2024-12-31', qualifiedToPractise: true },
        { noc: '72310', country: 'canada', from: '2025-06-01', authorized: true, hoursPerWeek: 37.5 },
      ],
      jobOfferNoc: '72310',
      fundsCad: 21_500,
      familySize: 3,
      destination: 'nova-scotia',
      spouseCanadianStudy: true,
      relativeInCanada: true,
      militaryRecruit: { foreignServiceYears: 11, noc: '42102', forcesOffer: false },
    }
    const { profile } = profileIn(JSON.stringify(whole))
    expect(leftOut(profile)).toEqual([])
    expect(readAnswers(answersOf(profile), today).profile).toEqual({ ...whole, age: 30 })
  })

  it.each<[string, Partial<Profile>, FileProblem]>([
    ['a birth to come', { birthDate: '2031-01-01' }, fact('$.age', 'birthFuture', { date: '2031-01-01' })],
    ['no such occupation', { jobOffer: 'other-skilled', jobOfferNoc: '99999' }, fact('$.jobOfferNoc', 'occupation')],
    ['30 February', { educationAssessmentDate: '2026-02-30' }, fact('$.educationAssessmentDate', 'date')],
    [
      'a level the test does not give',
      {
        languageTests: [
          { test: 'IELTS_GT', date: '2026-03-14', results: { listening: 5, reading: 7, writing: 7, speaking: 7 } },
        ],
      },
      fact('$.languageTests[0].results.listening', 'levelDiffers'),
    ],
    [
      'a language without levels',
      {
        languageTests: [
          {
            test: 'TCF_CANADA',
            date: '2026-03-14',
            results: { listening: 549, reading: 549, writing: 16, speaking: 16 },
          },
        ],
      },
      fact('$.languageTests[0].test', 'testWithoutLevels'),
    ],
    ['an offer without an offer', { jobOfferNoc: '21231' }, fact('$.jobOfferNoc', 'offerNone')],
    [
      'an offer that does not count',
      { jobOffer: 'other-skilled', qualifyingJobOffer: false },
      fact('$.qualifyingJobOffer', 'offerQualifies'),
    ],
  ])('with %s is refused for that reason', (_name, changes, problem) => {
    const [first, ...more] = refusal({ ...read(single).profile, ...changes }).problems
    expect(first).toEqual(problem)
    expect(more).toEqual([])
    expect(fileProblemText(first, wordsIn('fr'))).toMatch(/^\$\.\S+\u00a0: [A-ZÀ-Ý].+\.$/)
  })

  it('says what the form does not ask', () => {
    const { draft } = read(single)
    expect(leftOut({ ...draft, fundsCad: 20_000, destination: 'ontario' })).toEqual([])
    const more = { ...draft, canadianWorkYears: 12, qualifyingJobOffer: true, highWageWork: 'x2' } as const
    expect(leftOut(more)).toEqual(['highWageWork', 'qualifyingJobOffer', 'years'])
    expect(readAnswers(answersOf(more), today).profile?.canadianWorkYears).toBe(10)
  })
})

describe('dates', () => {
  it('are read however they are written, year first', () => {
    expect(['1996-05-21', '1996/5/21', '1996 5 21', '19960521', '1996.05.21'].map(readDate)).toEqual(
      Array(5).fill('1996-05-21'),
    )
    expect(['21-05-1996', '1996-13-01', '1996-5', 'May 21, 1996', ''].map(readDate)).toEqual(Array(5).fill(undefined))
    expect(['23 360 $', '$23,360', '23360', '12.5', '1,2'].map(readDollars)).toEqual([
      23_360,
      23_360,
      23_360,
      undefined,
      undefined,
    ])
    expect(['2026-05-02 14:30:07', '2026-5-2T14:30:07Z'].map(readInstant)).toEqual(
      Array(2).fill('2026-05-02T14:30:07Z'),
    )
    expect(['2026-05-02 9:05', '2026-05-02', '2026-05-02 soon'].map(readInstant)).toEqual([
      '2026-05-02T09:05:00Z',
      '2026-05-02T12:00:00Z',
      undefined,
    ])
  })
})

describe('occupations', () => {
  it('are found by code and by words of either language, without accents', () => {
    expect(searchOccupations('2123', 'en')[0].code).toMatch(/^2123/)
    expect(searchOccupations('software engineers', 'en')[0].code).toBe('21231')
    expect(searchOccupations('ingenieurs logiciel', 'fr').map(({ code }) => code)).toContain('21231')
    expect(searchOccupations('xyzzy', 'en')).toEqual([])
  })
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
