import { describe, expect, it } from 'vitest'
import type { Reason, ReasonKey } from '../../../shared/eligibility/reasons.ts'
import { eligibility } from '../../../shared/eligibility/streams.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import type { ProgramName } from '../../../shared/schema/draw.ts'
import type { AbilityLevels, Profile, WorkPeriod } from '../../../shared/schema/profile.ts'
import { candidate } from '../../helpers/candidate.ts'

const onDay = parseDay('2025-12-17')
const programsOf = (fields: Partial<Profile>, on = onDay) => eligibility(candidate(fields), on).programs

const levels = (level: number, other: Partial<AbilityLevels> = {}): Profile['firstLanguage'] => ({
  language: 'en',
  clb: { listening: level, reading: level, writing: level, speaking: level, ...other },
})

const job = (from: string, to: string | null, fields: Partial<WorkPeriod> = {}): WorkPeriod => ({
  noc: '21231',
  country: 'canada',
  from,
  to,
  authorized: true,
  ...fields,
})

function missing(program: ProgramName, fields: Partial<Profile>, on = onDay): ReasonKey[] {
  return programsOf(fields, on)
    [program].reasons.filter(({ met }) => !met)
    .map(({ key }) => key)
}

function reason(program: ProgramName, key: ReasonKey, fields: Partial<Profile>, on = onDay): Reason | undefined {
  return programsOf(fields, on)[program].reasons.find((one) => one.key === key)
}

const assumedIn = (program: ProgramName, fields: Partial<Profile>): ReasonKey[] =>
  programsOf(fields)
    [program].reasons.filter(({ kind }) => kind === 'assumption')
    .map(({ key }) => key)

describe('every program', () => {
  const all = ['cec', 'fsw', 'fst'] as const

  it('is closed to who intends to live in Quebec', () => {
    for (const program of all)
      expect(missing(program, { destination: 'quebec' })).toContain('destination.outsideQuebec')
    expect(missing('cec', { destination: 'ontario' })).toEqual([])
  })

  it('asks for a valid test once tests are dated', () => {
    const tested = (date: string): Partial<Profile> => ({
      firstLanguage: levels(9),
      languageTests: [{ test: 'CELPIP_G', date, results: levels(9).clb }],
    })
    for (const program of all) expect(missing(program, tested('2023-12-17'))).toContain('language.valid')
    expect(missing('cec', tested('2023-12-18'))).toEqual([])
    expect(assumedIn('cec', tested('2023-12-18'))).not.toContain('assumed.languageTest')
  })
})

describe('the Canadian Experience Class', () => {
  it('says what it has and what it needs, in words', () => {
    const short = reason('cec', 'cec.work', { work: [job('2025-03-17', null)], canadianWorkYears: 0 })
    expect(short).toEqual({
      key: 'cec.work',
      kind: 'requirement',
      met: false,
      needed: 12,
      has: 9,
      window: 36,
      text: 'needs 12 months of skilled work in Canada in the last 36; has 9',
    })
  })

  it('never words what falls short as enough', () => {
    const short = reason('cec', 'cec.work', { canadianWorkYears: 0.999 })
    expect(short?.text).toBe('needs 12 months of skilled work in Canada in the last 36; has 11.9')
  })

  it('looks back three years, though points look back ten', () => {
    expect(missing('cec', { work: [job('2018-01-01', '2022-12-16')] })).toEqual(['cec.work'])
    expect(missing('cec', { work: [job('2018-01-01', '2023-12-17')] })).toEqual([])
  })

  it('adds part-time work and several occupations up', () => {
    const halves = [
      job('2023-12-17', '2024-12-17', { hoursPerWeek: 15 }),
      job('2024-12-18', '2025-12-16', { hoursPerWeek: 15, noc: '21232' }),
    ]
    expect(missing('cec', { work: halves })).toEqual([])
    expect(missing('cec', { work: halves.slice(0, 1) })).toEqual(['cec.work'])
  })

  it.each([
    ['unskilled work', { noc: '64100' }],
    ['work without authorization', { authorized: false }],
    ['self-employment', { selfEmployed: true }],
    ['work as a full-time student', { whileFullTimeStudent: true }],
    ['work abroad', { country: 'abroad' as const }],
  ])('does not count %s', (_, fields) => {
    expect(missing('cec', { canadianWorkYears: 0, work: [job('2023-01-01', null, fields)] })).toContain('cec.work')
  })

  it('counts self-employed physicians from 2023-04-25 on', () => {
    const physician = { work: [job('2021-01-01', null, { noc: '31102', selfEmployed: true })] }
    expect(missing('cec', physician, parseDay('2023-04-24'))).toEqual(['cec.work'])
    expect(missing('cec', physician, parseDay('2023-04-25'))).toEqual([])
  })

  it('asks level 7 for TEER 0 and 1, level 5 for TEER 2 and 3, level 7 where the occupation is not known', () => {
    const engineer = { work: [job('2024-01-01', null)] }
    const cook = { work: [job('2024-01-01', null, { noc: '63200' })] }
    expect(missing('cec', { ...engineer, firstLanguage: levels(6) })).toEqual(['cec.language'])
    expect(missing('cec', { ...cook, firstLanguage: levels(5) })).toEqual([])
    expect(missing('cec', { ...cook, firstLanguage: levels(9, { writing: 4 }) })).toEqual(['cec.language'])
    expect(missing('cec', { firstLanguage: levels(6) })).toEqual(['cec.language'])
    expect(assumedIn('cec', {})).toContain('assumed.teer')
  })

  it('lets the occupation with most of the experience decide the level', () => {
    const mixed = [job('2024-01-01', '2024-12-31', { noc: '63200' }), job('2025-01-01', '2025-06-30')]
    expect(missing('cec', { work: mixed, firstLanguage: levels(5) })).toEqual([])
    const otherwise = [job('2024-01-01', '2024-12-31'), job('2025-01-01', '2025-06-30', { noc: '63200' })]
    expect(missing('cec', { work: otherwise, firstLanguage: levels(5) })).toEqual(['cec.language'])
  })

  it('says what it takes for granted', () => {
    expect(assumedIn('cec', {})).toEqual([
      'assumed.languageTest',
      'assumed.outsideQuebec',
      'assumed.canadianWorkRecent',
      'assumed.teer',
    ])
    const dated = { work: [job('2024-01-01', null, { authorized: undefined })] }
    expect(assumedIn('cec', dated)).toContain('assumed.canadianWorkAuthorized')
  })
})

describe('the Federal Skilled Worker Program', () => {
  const abroad: Partial<Profile> = { canadianWorkYears: 0, foreignWorkYears: 3 }

  it('takes 67 points, level 7 in everything and a continuous year', () => {
    expect(missing('fsw', abroad)).toEqual([])
    expect(missing('fsw', { ...abroad, firstLanguage: levels(9, { reading: 6 }) })).toContain('fsw.language')
    expect(missing('fsw', { ...abroad, foreignWorkYears: 0.9 })).toContain('fsw.work')
    expect(reason('fsw', 'fsw.points', { ...abroad, age: 46, firstLanguage: levels(7) })).toMatchObject({
      met: false,
      needed: 67,
      has: 51,
    })
  })

  it('wants the year without a break, in one occupation', () => {
    const work = [
      job('2024-01-01', '2024-07-31', { country: 'abroad' }),
      job('2024-08-01', '2025-03-31', { country: 'abroad', noc: '21232' }),
    ]
    expect(missing('fsw', { ...abroad, work })).toEqual(['fsw.work'])
    const same = work.map((one) => ({ ...one, noc: '21231' }))
    expect(missing('fsw', { ...abroad, work: same })).toEqual([])
  })

  it('needs a credential: Canadian, or assessed less than five years ago', () => {
    expect(missing('fsw', { ...abroad, educationAssessmentDate: '2020-12-17' })).toEqual(['fsw.education'])
    expect(missing('fsw', { ...abroad, educationAssessmentDate: '2020-12-18' })).toEqual([])
    const old = { ...abroad, educationAssessmentDate: '2015-01-01' }
    expect(missing('fsw', { ...old, canadianStudy: 'three-years-or-more' })).toEqual([])
    expect(missing('fsw', { ...abroad, education: 'less-than-secondary' })).toContain('fsw.education')
  })

  it('needs settlement funds for the whole family', () => {
    expect(missing('fsw', { ...abroad, fundsCad: 15262 })).toEqual(['funds.enough'])
    expect(missing('fsw', { ...abroad, fundsCad: 15263 })).toEqual([])
    expect(reason('fsw', 'funds.enough', { ...abroad, fundsCad: 1, familySize: 3 })?.needed).toBe(23360)
    expect(assumedIn('fsw', abroad)).toContain('assumed.funds')
    expect(assumedIn('fsw', { ...abroad, fundsCad: 20000 })).toContain('assumed.familySize')
  })

  it('needs none of who works in Canada with a job offer', () => {
    const poor: Partial<Profile> = { fundsCad: 0, work: [job('2023-01-01', null)], canadianWorkYears: 2 }
    expect(missing('fsw', poor)).toEqual(['funds.enough'])
    expect(missing('fsw', { ...poor, jobOffer: 'other-skilled' })).toEqual([])
    const left = [job('2023-01-01', '2025-12-16')]
    expect(missing('fsw', { ...poor, work: left, jobOffer: 'other-skilled' })).toEqual(['funds.enough'])
  })

  it('counts a second language only while its test is valid', () => {
    const french = { language: 'fr', clb: levels(7).clb } as const
    const test = (date: string): Profile['languageTests'] => [
      { test: 'TEF_CANADA_OLD', date, results: { listening: 249, reading: 207, writing: 310, speaking: 310 } },
    ]
    const points = (date: string) =>
      reason('fsw', 'fsw.points', { ...abroad, secondLanguage: french, languageTests: test(date) })?.has ?? 0
    expect(points('2025-01-01') - points('2023-01-01')).toBe(4)
  })
})

describe('the Federal Skilled Trades Program', () => {
  const cook: Partial<Profile> = {
    canadianWorkYears: 0,
    firstLanguage: levels(5, { reading: 4, writing: 4 }),
    tradeCertificate: true,
    work: [job('2022-01-01', '2023-12-31', { noc: '63200', country: 'abroad', qualifiedToPractise: true })],
  }

  it('takes two years in one trade, level 5 spoken and 4 written, and a certificate or an offer', () => {
    expect(missing('fst', cook)).toEqual([])
    expect(missing('fst', { ...cook, tradeCertificate: false })).toEqual(['fst.offerOrCertificate'])
    expect(missing('fst', { ...cook, tradeCertificate: false, qualifyingJobOffer: true })).toEqual([])
    expect(missing('fst', { ...cook, firstLanguage: levels(5, { speaking: 4 }) })).toEqual(['fst.speakingListening'])
    expect(missing('fst', { ...cook, firstLanguage: levels(5, { reading: 3 }) })).toEqual(['fst.readingWriting'])
  })

  it.each([
    ['work of another kind', { noc: '21231' }],
    ['work in an excepted group', { noc: '72600' }],
    ['unqualified work', { qualifiedToPractise: false }],
    ['work as a student', { whileFullTimeStudent: true }],
    ['work before the last five years', { from: '2015-01-01', to: '2020-12-16' }],
  ])('does not count %s', (_, fields) => {
    expect(missing('fst', { ...cook, work: cook.work?.map((one) => ({ ...one, ...fields })) })).toEqual(['fst.work'])
  })

  it('takes the certificate for the trade when no job is dated, and nothing otherwise', () => {
    expect(missing('fst', { tradeCertificate: true })).toEqual([])
    expect(assumedIn('fst', { tradeCertificate: true })).toEqual(
      expect.arrayContaining(['assumed.trade', 'assumed.qualified']),
    )
    expect(missing('fst', { tradeCertificate: false, qualifyingJobOffer: true })).toEqual(['fst.work'])
  })
})
