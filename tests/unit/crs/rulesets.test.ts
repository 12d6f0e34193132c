import { describe, expect, it } from 'vitest'
import { explain } from '../../../shared/crs/explain.ts'
import { resolveRuleset, rulesetOn, rulesets, sources } from '../../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../../shared/crs/score.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import type { Profile } from '../../../shared/schema/profile.ts'

const level9 = { listening: 9, reading: 9, writing: 9, speaking: 9 }
const candidate: Profile = {
  age: 29,
  spouse: null,
  education: 'masters-or-professional',
  firstLanguage: { language: 'en', clb: level9 },
  secondLanguage: null,
  canadianWorkYears: 0,
  foreignWorkYears: 3,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'other-skilled',
}

const issuesOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
  return []
}

describe('the rulesets', () => {
  it('follow one another without a gap', () => {
    expect(rulesets.map(({ id }) => id)).toEqual([
      '2015-01-01',
      '2016-11-19',
      '2017-06-06',
      '2020-10-20',
      '2025-03-25',
      '2026-11-03',
    ])
    expect(rulesetOn('2014-12-31')).toBeUndefined()
    expect(rulesetOn('2025-03-24')).toBe('2020-10-20')
    expect(rulesetOn('2025-03-25')).toBe('2025-03-25')
    expect(rulesetOn('2026-11-03')).toBe('2026-11-03')
  })

  it('cite a known source for every provision', () => {
    for (const { id, unknown } of rulesets) {
      const { provisions } = resolveRuleset(
        id,
        unknown.map((path) => ({ path, value: 0 })),
      )
      for (const section of Object.values(provisions)) {
        for (const rule of Object.values(section)) {
          for (const name of rule.sources) expect(Object.keys(sources), `${id}: ${name}`).toContain(name)
        }
      }
    }
  })

  it('give a job offer its points of the day', () => {
    const offer = (id: string) => scoreProfile(candidate, compiledRuleset(id)).additional.jobOffer
    expect(['2015-01-01', '2016-11-19', '2017-06-06', '2020-10-20', '2025-03-25'].map(offer)).toEqual([
      600, 50, 50, 50, 0,
    ])
  })
})

describe('the partly unknown ruleset of 2026', () => {
  it('cannot be used until every unknown value is filled in, and names each', () => {
    const issues = issuesOf(() => resolveRuleset('2026-11-03'))
    expect(issues).toHaveLength(6)
    expect(issues.every(({ code }) => code === 'EE_RULESET_UNFILLED')).toBe(true)
    expect(issues[0].path).toBe('$.additional.highWage.work.x1-3')
  })

  it('gives the points filled in', () => {
    const values = resolveRuleset(
      '2026-11-03',
      rulesets[5].unknown.map((path, index) => ({ path, value: 10 * (index + 1) })),
    )
    const { sections } = explain({ ...candidate, highWageWork: 'x2' }, values)
    expect(sections[3].lines.find(({ rule }) => rule === 'additional.highWage')).toMatchObject({
      points: 30,
      confidence: 'M',
    })
  })
})

describe('an explanation', () => {
  it('says what a cap took away, and from whom it knows', () => {
    const strong = { ...candidate, canadianWorkYears: 2 }
    const { sections, total } = explain(strong, resolveRuleset('2025-03-25'))
    const line = (rule: string) => sections.flatMap(({ lines }) => lines).find((one) => one.rule === rule)
    expect(line('transferability.educationLanguage')).toMatchObject({ points: 50 })
    expect(line('transferability.educationCanadianWork')).toMatchObject({ points: 0, cap: { before: 50, limit: 0 } })
    expect(line('core.age')?.sources[0]).toMatchObject({ reference: 'S1' })
    expect(total).toBe(scoreProfile(strong, compiledRuleset('2025-03-25')).total)
  })

  it('shows the cap of a section', () => {
    const nominee = { ...candidate, provincialNomination: true, sibling: true }
    const { sections } = explain(nominee, resolveRuleset('2025-03-25'))
    expect(sections[3]).toMatchObject({ total: 600, cap: { before: 615, limit: 600 } })
  })
})

describe('a patch', () => {
  it('changes one value and nothing else, and may add a row to a table', () => {
    const patched = resolveRuleset('2025-03-25', [
      { path: 'additional.sibling.points', value: 40 },
      { path: 'core.age.withoutSpouse.52', value: 3 },
    ])
    const original = resolveRuleset('2025-03-25')
    expect(patched.provisions.additional.sibling.points).toBe(40)
    expect(patched.provisions.core.age.withoutSpouse['52']).toBe(3)
    expect(patched.provisions.core.education).toEqual(original.provisions.core.education)
    expect(resolveRuleset('2025-03-25').provisions.additional.sibling.points).toBe(15)
  })

  it('that cannot be applied is named with its place', () => {
    const issues = issuesOf(() =>
      resolveRuleset('2025-03-25', [
        { path: 'core.nothing', value: 1 },
        { path: 'core.age.withoutSpouse.20', value: 1.5 },
        { path: '__proto__.x', value: 1 },
      ]),
    )
    expect(issues.map(({ path }) => path)).toEqual([
      '$.patches[0].path',
      '$.patches[2].path',
      '$.core.age.withoutSpouse["20"]',
    ])
  })
})

describe('a reform', () => {
  it('beyond the scale of 1,200 points is refused, as people are counted by score up to there', () => {
    const issues = issuesOf(() => resolveRuleset('2025-03-25', [{ path: 'additional.cap.points', value: 1200 }]))
    expect(issues).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/up to 1800 points.*at most 1200/) }),
    ])
  })

  it('cannot fill an unknown value with nothing, misspell a row, or drop the row for 0', () => {
    const unknown = rulesets[5].unknown.map((path) => ({ path, value: null }))
    expect(issuesOf(() => resolveRuleset('2026-11-03', unknown)).map(({ code }) => code)).toContain(
      'EE_RULESET_UNFILLED',
    )
    const row = issuesOf(() => resolveRuleset('2025-03-25', [{ path: 'core.age.withoutSpouse.020', value: 9 }]))
    expect(row[0]).toMatchObject({ code: 'EE_RULESET_INVALID', path: '$.patches[0].path' })
    const table = issuesOf(() => resolveRuleset('2025-03-25', [{ path: 'core.age.withoutSpouse', value: { 20: 9 } }]))
    expect(table).toContainEqual(
      expect.objectContaining({ path: '$.core.age.withoutSpouse', message: expect.stringMatching(/no row for 0/) }),
    )
  })

  it('may fill in a whole table of unknown values at once', () => {
    const levels = { 'x1-3': 10, 'x1-5': 20, x2: 30 }
    const patches = ['work', 'offer'].map((kind) => ({ path: `additional.highWage.${kind}`, value: levels }))
    expect(resolveRuleset('2026-11-03', patches).provisions.additional.highWage.offer.x2).toBe(30)
  })
})
