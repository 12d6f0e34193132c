import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRuleset } from '../../../shared/crs/compile.ts'
import { publishedRuleset, rulesets } from '../../../shared/crs/ruleset.ts'
import { compiledRuleset, type Score, scoreProfile } from '../../../shared/crs/score.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { baseIds, baseProvisions } from '../../../shared/reform/base.ts'
import { cellAt, cellsOf, kindOfCell, withCell } from '../../../shared/reform/cells.ts'
import { changeCell, patchesBetween, provisionsOfReform } from '../../../shared/reform/patches.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../../shared/reform/presets.ts'
import { readReform, reformOrIssues } from '../../../shared/reform/read.ts'
import type { Profile } from '../../../shared/schema/profile.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import { readCorpus } from '../../helpers/corpus.ts'

const cases = readCorpus<{ ruleset: string; profile: Profile; expected: Score }>('crs.jsonl')
const laws = rulesets.filter(({ status }) => status === 'law').map(({ id }) => id)
const pairs = baseIds.flatMap((base) => laws.map((target) => ({ base, target })))
const values = (provisions: ReturnType<typeof baseProvisions>) => [...cellsOf(provisions)]

describe('a reform equal to a historical ruleset', () => {
  it.each(pairs.flatMap((pair) => (['cells', 'tables'] as const).map((granularity) => ({ ...pair, granularity }))))(
    'gives the scores of $target from $base, as $granularity',
    ({ base, target, granularity }) => {
      const patches = patchesBetween(baseProvisions(base), publishedRuleset(target).provisions, granularity)
      const rules = compileRuleset({
        id: 'reform',
        provisions: provisionsOfReform({ ...unchangedReform(base), patches }),
      })
      const wrong = cases.filter(
        ({ ruleset, profile, expected }) => ruleset === target && scoreProfile(profile, rules).total !== expected.total,
      )
      expect(wrong).toEqual([])
      const others = cases.filter(
        ({ profile }) => scoreProfile(profile, rules).total !== scoreProfile(profile, compiledRuleset(target)).total,
      )
      expect(others).toEqual([])
    },
  )

  it('needs no patch from itself, and few between neighbours', () => {
    expect(patchesBetween(baseProvisions('2020-10-20'), baseProvisions('2020-10-20'))).toEqual([])
    expect(patchesBetween(baseProvisions('2020-10-20'), baseProvisions('2025-03-25'))).toEqual([
      { path: 'additional.jobOffer.points.major-group-00', value: null },
      { path: 'additional.jobOffer.points.other-skilled', value: null },
    ])
  })
})

describe('an edited reform', () => {
  const start: Reform = { ...unchangedReform('2025-03-25'), title: 'Test' }

  it('holds what differs from its base and nothing else', () => {
    const once = changeCell(start, 'core.age.withSpouse.20', 90)
    expect(once.patches).toEqual([{ path: 'core.age.withSpouse.20', value: 90 }])
    expect(changeCell(once, 'core.age.withSpouse.20', 100).patches).toEqual([])
  })

  it('takes a cell of a grid, a new row, and a row away', () => {
    const grid = changeCell(start, 'transferability.educationLanguage.grid.1.2', 40)
    expect(grid.patches).toEqual([
      {
        path: 'transferability.educationLanguage.grid',
        value: [
          [0, 0, 0],
          [0, 13, 40],
          [0, 25, 50],
        ],
      },
    ])
    const row = changeCell(start, 'core.age.withSpouse.50', 3)
    expect(row.patches).toEqual([{ path: 'core.age.withSpouse.50', value: 3 }])
    expect(changeCell(row, 'core.age.withSpouse.50', undefined).patches).toEqual([])
    const gone = changeCell(start, 'core.canadianWork.withSpouse.5', undefined)
    expect(gone.patches).toEqual([
      { path: 'core.canadianWork.withSpouse', value: { 0: 0, 1: 35, 2: 46, 3: 56, 4: 63 } },
    ])
    expect(cellAt(provisionsOfReform(gone), 'core.canadianWork.withSpouse.5')).toBeUndefined()
  })

  it('keeps reasons with their places', () => {
    const patches = [{ path: 'core.age.withSpouse', value: { 0: 0, 18: 100 }, reason: 'age does not matter' }]
    const read = readReform({ ...start, patches })
    expect(read.patches).toEqual(patches)
    const later = changeCell(read, 'core.age.withSpouse.18', 90)
    expect(later.patches).toEqual([
      { path: 'core.age.withSpouse', value: { 0: 0, 18: 90 }, reason: 'age does not matter' },
    ])
  })

  it('comes back from its patches, whatever was changed', () => {
    const editable = values(baseProvisions('2025-03-25'))
      .filter(([path]) => !path.startsWith('transferability.') || path.includes('grid'))
      .filter(([path]) => kindOfCell(path).startsWith('points'))
    const edit = fc.record({
      cell: fc.constantFrom(...editable.map(([path]) => path)),
      points: fc.integer({ min: 0, max: 1200 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...baseIds), fc.array(edit, { maxLength: 12 }), (base, edits) => {
        let provisions = baseProvisions(base)
        for (const { cell, points } of edits) provisions = withCell(provisions, cell, points)
        for (const granularity of ['cells', 'tables'] as const) {
          const patches = patchesBetween(baseProvisions(base), provisions, granularity)
          const read = readReform(JSON.parse(JSON.stringify({ ...unchangedReform(base), patches })))
          expect(values(provisionsOfReform(read))).toEqual(values(provisions))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('reading a reform', () => {
  const codesOf = (value: unknown) => {
    const read = reformOrIssues(value)
    return read instanceof InputError ? read.issues.map(({ code, path }) => `${code} ${path}`) : []
  }
  const sound = unchangedReform('2025-03-25')

  it('accepts every preset', () => {
    for (const preset of reformPresets) expect(codesOf(reformOfPreset(preset, 'fr'))).toEqual([])
  })

  it.each([
    ['null', null, ['EE_SHAPE $']],
    [
      'no fields',
      {},
      ['EE_SHAPE $.schemaVersion', 'EE_SHAPE $.title', 'EE_SHAPE $.reason', 'EE_SHAPE $.base', 'EE_SHAPE $.patches'],
    ],
    ['another version', { ...sound, schemaVersion: 2 }, ['EE_SHAPE $.schemaVersion']],
    ['an unknown base', { ...sound, base: '1999-01-01' }, ['EE_RULESET_UNKNOWN $.base']],
    [
      'a place that is none',
      { ...sound, patches: [{ path: 'core.age.height', value: 1 }] },
      ['EE_RULESET_INVALID $.patches[0].path'],
    ],
    [
      'a prototype',
      { ...sound, patches: [{ path: '__proto__.x', value: 1 }] },
      ['EE_RULESET_INVALID $.patches[0].path'],
    ],
    [
      'half points',
      { ...sound, patches: [{ path: 'core.age.withSpouse.20', value: 1.5 }] },
      ['EE_RULESET_INVALID $.core.age.withSpouse["20"]'],
    ],
    [
      'a table without a row for 0',
      { ...sound, patches: [{ path: 'core.age.withSpouse', value: { 18: 1 } }] },
      ['EE_RULESET_INVALID $.core.age.withSpouse'],
    ],
  ])('refuses %s, and says where', (_name, value, issues) => {
    expect(codesOf(value)).toEqual(issues)
  })

  it('names every mistake at once', () => {
    const patches = [
      { path: 'nowhere', value: 1 },
      { path: 'additional.sibling.points', value: 'many' },
    ]
    expect(codesOf({ ...sound, patches })).toEqual([
      'EE_RULESET_INVALID $.patches[0].path',
      'EE_RULESET_INVALID $.additional.sibling.points',
    ])
  })
})
