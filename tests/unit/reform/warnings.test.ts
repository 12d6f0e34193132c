import { describe, expect, it } from 'vitest'
import { publishedRuleset, rulesets } from '../../../shared/crs/ruleset.ts'
import { baseIds } from '../../../shared/reform/base.ts'
import { differencesFrom } from '../../../shared/reform/differences.ts'
import { provisionsOfReform } from '../../../shared/reform/patches.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../../shared/reform/presets.ts'
import { warningsOf } from '../../../shared/reform/warnings.ts'
import type { RulePatch } from '../../../shared/schema/scenario.ts'

const warnings = (patches: RulePatch[], base = '2025-03-25') => {
  const reform = { ...unchangedReform(base), patches }
  return warningsOf(reform, provisionsOfReform(reform))
}

describe('warnings of a reform', () => {
  it('are none where nothing changes, but for values nobody has published', () => {
    for (const base of baseIds) {
      const unknown = rulesets.find(({ id }) => id === base)?.unknown ?? []
      expect(warnings([], base)).toEqual(unknown.map((path) => ({ code: 'unknown-empty', path })))
    }
  })

  it('are none for the presets', () => {
    for (const preset of reformPresets) {
      const reform = reformOfPreset(preset, 'en')
      expect(warningsOf(reform, provisionsOfReform(reform))).toEqual([])
    }
  })

  it.each([
    ['core.education.withSpouse.doctoral', 100, { code: 'fewer-for-more', points: 100, before: 126 }],
    ['core.firstLanguage.withoutSpouse.10', 20, { code: 'fewer-for-more', points: 20, before: 31 }],
    ['additional.french.points.withEnglish', 10, { code: 'fewer-for-more', points: 10, before: 25 }],
    ['core.age.withoutSpouse.40', 60, { code: 'age-rises-again', points: 60, before: 55 }],
    [
      'core.secondLanguage.withSpouse.9',
      10,
      { code: 'cut-by-limit', path: 'core.secondLanguage.withSpouse', points: 40, limit: 22 },
    ],
    [
      'transferability.tradeCertificate.points.7',
      120,
      { code: 'cut-by-limit', path: 'transferability.tradeCertificate.points', points: 120, limit: 100 },
    ],
    [
      'additional.provincialNomination.points',
      700,
      { code: 'cut-by-limit', path: 'additional.provincialNomination.points', points: 700, limit: 600 },
    ],
  ] as const)('say what %s of %i does', (path, value, expected) => {
    expect(warnings([{ path, value }])).toEqual([{ path, ...expected }])
  })

  it('find a grid that falls along a row or a column, and points that its limit cuts', () => {
    const path = 'transferability.foreignLanguage.grid'
    expect(
      warnings([
        {
          path,
          value: [
            [0, 0, 0],
            [0, 30, 25],
            [0, 25, 60],
          ],
        },
      ]),
    ).toEqual([
      { code: 'fewer-for-more', path: `${path}.1.2`, points: 25, before: 30 },
      { code: 'fewer-for-more', path: `${path}.2.1`, points: 25, before: 30 },
      { code: 'cut-by-limit', path, points: 60, limit: 50 },
    ])
  })

  it('say when somebody could have more than 1,200 points', () => {
    expect(warnings([{ path: 'additional.cap.points', value: 700 }])).toEqual([
      { code: 'above-scale', path: '$', points: 1300, limit: 1200 },
    ])
  })

  it('stop when unknown values are filled in', () => {
    const unknown = publishedRuleset('2026-11-03').unknown
    expect(
      warnings(
        unknown.slice(1).map((path) => ({ path, value: 0 })),
        '2026-11-03',
      ),
    ).toEqual([{ code: 'unknown-empty', path: unknown[0] }])
  })
})

describe('what differs from the law', () => {
  const law = publishedRuleset('2025-03-25').provisions
  const differences = (patches: RulePatch[], base = '2025-03-25') =>
    differencesFrom(law, provisionsOfReform({ ...unchangedReform(base), patches }), base)

  it('tells what was law, what is proposed, and what is assumed where nobody published a value', () => {
    expect(
      differences([
        { path: 'additional.jobOffer.points.other-skilled', value: 50 },
        { path: 'additional.sibling.points', value: 100 },
      ]),
    ).toEqual([
      {
        path: 'additional.jobOffer.points.other-skilled',
        before: null,
        after: 50,
        origin: 'law',
        inForce: { from: '2016-11-19', to: '2025-03-24' },
      },
      { path: 'additional.sibling.points', before: 15, after: 100, origin: 'proposal' },
    ])
    expect(differences([{ path: 'additional.highWage.work.x2', value: 80 }], '2026-11-03')).toEqual([
      { path: 'additional.highWage.work.x2', before: null, after: 80, origin: 'assumption' },
    ])
  })

  it('compares what holds, not how many rows a table has', () => {
    expect(
      differences([{ path: 'core.canadianWork.withSpouse', value: { 0: 0, 1: 35, 2: 46, 3: 56, 4: 63 } }]),
    ).toEqual([{ path: 'core.canadianWork.withSpouse.5', before: 70, after: 63, origin: 'proposal' }])
    expect(differences([{ path: 'core.canadianWork.withSpouse.6', value: 70 }])).toEqual([])
  })
})
