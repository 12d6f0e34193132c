import { describe, expect, it } from 'vitest'
import { type CategoryStream, categories, categoryVersionOn } from '../../../shared/eligibility/categoryVersions.ts'
import { maskOf, streamBit, streamsOf } from '../../../shared/eligibility/streamBits.ts'
import { eligibility } from '../../../shared/eligibility/streams.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { nocByCode } from '../../../shared/profile/noc.ts'
import { streams } from '../../../shared/schema/common.ts'
import type { Profile, WorkPeriod } from '../../../shared/schema/profile.ts'
import { candidate } from '../../helpers/candidate.ts'

const answer = (fields: Partial<Profile>, on: string) => eligibility(candidate(fields), parseDay(on))
const streamsFor = (fields: Partial<Profile>, on = '2025-12-17') => answer(fields, on).streams

const job = (noc: string, from: string, to: string | null, fields: Partial<WorkPeriod> = {}): WorkPeriod => ({
  noc,
  country: 'canada',
  from,
  to,
  ...fields,
})

describe('category definitions', () => {
  it('are the 21 versions of eleven categories, in the order of the streams', () => {
    expect(categories.flatMap(({ versions }) => versions)).toHaveLength(21)
    expect(categories.map(({ stream }) => stream)).toEqual(streams.slice(5))
  })

  it('follow one another without overlap, in time order', () => {
    for (const { versions } of categories) {
      for (const [index, { effectiveFrom, effectiveTo }] of versions.entries()) {
        const next = versions[index + 1]
        if (effectiveTo !== null) expect(effectiveTo > effectiveFrom).toBe(true)
        if (next) expect(effectiveTo !== null && effectiveTo < next.effectiveFrom).toBe(true)
      }
    }
  })

  it('list only occupations of NOC 2021, each once', () => {
    for (const { versions } of categories) {
      for (const { nocs } of versions) {
        expect(nocs.filter((code) => !nocByCode.has(code))).toEqual([])
        expect(new Set(nocs).size).toBe(nocs.length)
      }
    }
  })

  it('differ between versions as IRCC announced', () => {
    const changes = (stream: CategoryStream, before: string, after: string) => {
      const [old, current] = [before, after].map((day) => categoryVersionOn(stream, parseDay(day))?.nocs ?? [])
      const added = current.filter((code) => !old.includes(code)).length
      return [old.length, current.length, added, old.length + added - current.length]
    }
    expect(changes('healthcare', '2025-02-26', '2025-02-27')).toEqual([35, 37, 8, 6])
    expect(changes('stem', '2025-02-26', '2025-02-27')).toEqual([24, 11, 6, 19])
    expect(changes('trades', '2025-02-26', '2025-02-27')).toEqual([10, 25, 19, 4])
    expect(changes('agriculture', '2025-02-26', '2025-02-27')).toEqual([3, 1, 0, 2])
    expect(changes('transport', '2025-02-26', '2025-02-27')).toEqual([10, 0, 0, 10])
    expect(changes('trades', '2026-02-17', '2026-02-18')).toEqual([25, 25, 1, 1])
  })
})

describe('occupational categories', () => {
  const nurse = (from: string, to: string | null, fields: Partial<WorkPeriod> = {}): Partial<Profile> => ({
    work: [job('31301', from, to, fields)],
  })

  it('ask six continuous months in the last three years until 2026-02-17', () => {
    expect(streamsFor(nurse('2025-06-17', null))).toContain('healthcare')
    expect(streamsFor(nurse('2025-07-17', null))).not.toContain('healthcare')
    const broken = [job('31301', '2025-01-01', '2025-04-30'), job('31301', '2025-06-01', '2025-09-30')]
    expect(answer({ work: broken }, '2025-12-17').categories.healthcare).toMatchObject({
      eligible: false,
      version: '2025-2',
    })
  })

  it('ask twelve months in all from 2026-02-18', () => {
    const broken = [job('31301', '2024-01-01', '2024-08-31'), job('31301', '2025-01-01', '2025-05-31')]
    expect(streamsFor({ work: broken }, '2026-02-18')).toContain('healthcare')
    const short = [job('31301', '2025-06-17', null)]
    expect(streamsFor({ work: short }, '2026-02-17')).toContain('healthcare')
    expect(streamsFor({ work: short }, '2026-02-18')).not.toContain('healthcare')
  })

  it('take work anywhere, but for physicians in Canada only', () => {
    expect(streamsFor(nurse('2024-01-01', null, { country: 'abroad' }))).toContain('healthcare')
    const physician = (country: 'canada' | 'abroad') => ({ work: [job('31102', '2024-01-01', null, { country })] })
    expect(streamsFor(physician('canada'))).toContain('physicians')
    expect(streamsFor(physician('abroad'))).not.toContain('physicians')
    expect(streamsFor(physician('canada'), '2025-12-07')).not.toContain('physicians')
  })

  it('want the months in one occupation, and say which came closest', () => {
    const two = [job('31301', '2025-01-01', '2025-04-30'), job('31302', '2025-05-01', '2025-07-31')]
    const { healthcare } = answer({ work: two }, '2025-12-17').categories
    expect(healthcare.eligible).toBe(false)
    expect(healthcare.reasons[1]).toMatchObject({
      key: 'category.workContinuous',
      has: 4,
      needed: 6,
      occupation: '31301',
    })
  })

  it('take no other occupation than the listed ones', () => {
    const engineer = { work: [job('21231', '2023-01-01', null)] }
    expect(streamsFor(engineer)).toEqual(['general', 'cec', 'fsw'])
    expect(streamsFor(engineer, '2025-02-26')).toContain('stem')
  })

  it('need dated jobs to tell', () => {
    expect(answer({}, '2025-12-17').categories.stem.reasons.map(({ key }) => key)).toEqual([
      'category.program',
      'category.workContinuous',
      'category.workUnknown',
    ])
  })

  it('are closed before they begin and after they end', () => {
    const driver = { work: [job('73300', '2023-01-01', null)] }
    expect(answer(driver, '2025-12-17').categories.transport).toMatchObject({ eligible: false, version: null })
    expect(answer(driver, '2023-05-30').categories.transport.version).toBeNull()
  })
})

describe('the French category', () => {
  const french = (level: number) =>
    ({ language: 'fr', clb: { listening: level, reading: level, writing: level, speaking: level } }) as const

  it('takes NCLC 7 in all four, as first or second language', () => {
    expect(streamsFor({ secondLanguage: french(7) })).toContain('french')
    expect(streamsFor({ firstLanguage: french(7) })).toContain('french')
    expect(streamsFor({ secondLanguage: { ...french(7), clb: { ...french(7).clb, writing: 6 } } })).not.toContain(
      'french',
    )
    expect(streamsFor({})).not.toContain('french')
  })

  it('begins on 2023-05-31', () => {
    expect(streamsFor({ secondLanguage: french(7) }, '2023-05-30')).not.toContain('french')
    expect(streamsFor({ secondLanguage: french(7) }, '2023-05-31')).toContain('french')
  })

  it('wants a valid test', () => {
    const languageTests: Profile['languageTests'] = [
      { test: 'TCF_CANADA', date: '2023-06-01', results: { listening: 458, reading: 453, writing: 10, speaking: 10 } },
    ]
    expect(streamsFor({ secondLanguage: french(7), languageTests }, '2025-05-31')).toContain('french')
    expect(streamsFor({ secondLanguage: french(7), languageTests }, '2025-06-01')).not.toContain('french')
  })
})

describe('military recruits', () => {
  const recruit = { foreignServiceYears: 10, noc: '42102', forcesOffer: true }
  const takes = (fields: Partial<typeof recruit>, education: Profile['education'] = 'two-year') =>
    streamsFor({ militaryRecruit: { ...recruit, ...fields }, education }, '2026-03-01').includes('military')

  it('have served ten years in a listed occupation, hold an offer and a credential of two years', () => {
    expect(takes({})).toBe(true)
    expect(takes({ foreignServiceYears: 9.9 })).toBe(false)
    expect(takes({ noc: '21231' })).toBe(false)
    expect(takes({ forcesOffer: false })).toBe(false)
    expect(takes({}, 'one-year')).toBe(false)
  })
})

describe('membership', () => {
  it('adds pnp to a program and replaces none', () => {
    expect(streamsFor({ provincialNomination: true })).toEqual(['general', 'cec', 'fsw', 'pnp'])
    const ineligible = { provincialNomination: true, canadianWorkYears: 0, foreignWorkYears: 0 }
    expect(answer(ineligible, '2025-12-17')).toMatchObject({ streams: [], program: null })
    expect(answer(ineligible, '2025-12-17').programs.pnp.reasons.map(({ met }) => met)).toEqual([true, false])
  })

  it('is nothing at all for Quebec, categories included', () => {
    const profile: Partial<Profile> = { destination: 'quebec', provincialNomination: true }
    expect(streamsFor({ ...profile, work: [job('31301', '2024-01-01', null)] })).toEqual([])
  })

  it('names PNP, then CEC, FSW, FST; in the first years the order was the other way round', () => {
    expect(answer({ provincialNomination: true }, '2025-12-17').program).toBe('pnp')
    expect(answer({}, '2025-12-17').program).toBe('cec')
    expect(answer({ canadianWorkYears: 0 }, '2025-12-17').program).toBe('fsw')
    expect(answer({}, '2015-06-01').program).toBe('fsw')
  })

  it('has one bit a stream, in the public order', () => {
    expect(streams.map(streamBit)).toEqual(streams.map((_, index) => 2 ** index))
    expect(streamsOf(maskOf(['french', 'cec', 'military']))).toEqual(['cec', 'french', 'military'])
    expect(streamsOf(0)).toEqual([])
  })
})
