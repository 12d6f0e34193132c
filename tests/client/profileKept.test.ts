import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf, leftOut } from '../../client/pages/chance/answers/answersOf.ts'
import type { FileProblem } from '../../client/pages/chance/answers/fileProblems.ts'
import { givenAnswers } from '../../client/pages/chance/answers/givenAnswers.ts'
import { answersInHash, hashOf } from '../../client/pages/chance/answers/link.ts'
import type { ProblemKey, Reason } from '../../client/pages/chance/answers/problem.ts'
import { profileFile, profileInFile } from '../../client/pages/chance/answers/profileFile.ts'
import { readAnswers } from '../../client/pages/chance/answers/readAnswers.ts'
import { fileProblemText } from '../../client/pages/chance/form/fileProblemText.ts'
import '../../client/i18n/chance/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { readProfileLine } from '../../server/cli/profileLine.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { arbitraryAnswers } from '../helpers/arbitraryAnswers.ts'
import { couple, read, single, today } from '../helpers/formAnswers.ts'

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
  it('gives back every answer of the form that wrote it, on a later day too', () => {
    fc.assert(
      fc.property(arbitraryAnswers, fc.integer({ min: 0, max: 300 }), (answers, days) => {
        const { profile } = readAnswers(answers, today)
        fc.pre(profile !== undefined)
        const text = profileFile(profile, answers)
        const found = profileInFile(text, today + days)
        expect(found).toMatchObject({ answers: givenAnswers(answers), leftOut: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('is one line with a profile, as the command line reads them', () => {
    const answers = { ...couple, age: '1996-05-21', submitted: '2026-05-02 14:30:07' }
    const { profile } = readAnswers(answers, today)
    if (!profile) throw new Error('the answers should be complete')
    const text = profileFile(profile, answers)
    expect(text.trimEnd().split('\n')).toHaveLength(1)
    // The age of the submission: the file is read on other days.
    expect(readProfileLine(JSON.parse(text)).profile).toMatchObject({ ...profile, age: 29 })
    expect(profileIn(text).profile).toEqual(profile)
  })

  it('whose profile was changed since shows the profile, and says so', () => {
    const { profile } = read(single)
    if (!profile) throw new Error('the answers should be complete')
    const changed = { ...JSON.parse(profileFile(profile, single)), canadianWorkYears: 2 }
    const found = profileIn(JSON.stringify(changed))
    expect(found.answers['canadian.years']).toBe('2')
    expect(found.leftOut).toEqual(['formAnswers'])
    expect(refusal({ ...profile, formAnswers: 7 }).problems).toMatchObject([{ path: '$.formAnswers' }])
    expect(refusal({ ...profile, formAnswers: { age: 29 } }).problems).toMatchObject([{ path: '$.formAnswers.age' }])
  })

  it('with its fields in another order gives back the same answers', () => {
    const { profile } = read(couple)
    if (!profile) throw new Error('the answers should be complete')
    const file = Object.entries(JSON.parse(profileFile(profile, couple)))
    expect(profileIn(JSON.stringify(Object.fromEntries(file.toReversed())))).toMatchObject({
      answers: couple,
      leftOut: [],
    })
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
    expect(leftOut({ ...draft, fundsCad: 20_000, destination: 'ontario', canadianWorkYears: 1.5 })).toEqual([])
    expect(leftOut({ ...draft, canadianWorkYears: 1.99 })).toEqual(['months'])
    const citizen = { accompanying: false, citizenOrPermanentResident: true, canadianWorkYears: 0, language: null }
    expect(leftOut({ ...draft, spouse: { ...citizen, education: 'less-than-secondary' } })).toEqual([])
    expect(leftOut({ ...draft, spouse: { ...citizen, education: 'doctoral' } })).toEqual(['partner'])
    const more = { ...draft, canadianWorkYears: 12, qualifyingJobOffer: true, highWageWork: 'x2' } as const
    expect(leftOut(more)).toEqual(['highWageWork', 'qualifyingJobOffer', 'years'])
    expect(readAnswers(answersOf(more), today).profile?.canadianWorkYears).toBe(10)
  })
})
