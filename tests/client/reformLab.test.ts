import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../client/i18n/reform/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { firstChoice } from '../../client/pages/reform/drawChoice.ts'
import { type LabAction, type LabState, reduceLab } from '../../client/pages/reform/labState.ts'
import { hashOf, LONGEST_LINK, reformInHash } from '../../client/pages/reform/link.ts'
import { reformFile, reformFileName, reformInFile } from '../../client/pages/reform/reformFile.ts'
import { finding, shiftText } from '../../client/pages/reform/result/findings.ts'
import { shownBins } from '../../client/pages/reform/result/shownBins.ts'
import { COMBINE, cellNames } from '../../client/pages/reform/tables/cellNames.ts'
import { highestOfCell, typedValue } from '../../client/pages/reform/tables/cellText.ts'
import { ruleTables } from '../../client/pages/reform/tables/ruleTables.ts'
import { InputError } from '../../shared/lib/errors.ts'
import { baseIds, baseProvisions } from '../../shared/reform/base.ts'
import { cellsOf, withCell } from '../../shared/reform/cells.ts'
import type { ReformEffects } from '../../shared/reform/effects.ts'
import { patchesBetween } from '../../shared/reform/patches.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../shared/reform/presets.ts'
import type { Reform } from '../../shared/schema/reform.ts'

const english = wordsIn('en')
const french = wordsIn('fr')
const law = baseProvisions('2025-03-25')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the tables of the reform lab', () => {
  it.each(baseIds)('hold every value of %s once', (base) => {
    const provisions = baseProvisions(base)
    const shown = ruleTables(provisions, english).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    expect(new Set(shown).size).toBe(shown.length)
    expect([...shown, COMBINE].sort()).toEqual([...cellsOf(provisions)].map(([path]) => path).sort())
  })

  it.each([english, french])('name every value by another name, in $language', (words) => {
    const nameOf = cellNames([law], words)
    const names = [...cellsOf(law)].map(([path]) => nameOf(path))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => /reform\.|undefined|\{\{/.test(name))).toEqual([])
  })

  it('write rows as people read them', () => {
    const nameOf = cellNames([law], english)
    expect(nameOf('core.age.withSpouse.0')).toBe('Age: Under 18, with a partner')
    expect(nameOf('core.age.withoutSpouse.20')).toBe('Age: 20 to 29, alone')
    expect(nameOf('core.age.withoutSpouse.45')).toBe('Age: 45 and over, alone')
    expect(nameOf('core.firstLanguage.withSpouse.4')).toBe('First official language: Levels 4 to 5, with a partner')
    expect(nameOf('core.canadianWork.withSpouse.1')).toBe('Work in Canada: 1 year, with a partner')
    expect(nameOf('transferability.foreignLanguage.grid.1.2')).toBe(
      'Work abroad with first language: 1 to 2 years, level 9 and over',
    )
    expect(nameOf('additional.sibling.points')).toBe('Brother or sister in Canada')
    expect(nameOf('transferability.foreignLanguage.grid')).toBe('Work abroad with first language')
  })

  it('name a row as the law has it where the reform has fewer', () => {
    const flat = withCell(law, 'core.age.withSpouse.19', undefined)
    expect(cellNames([law, flat], english)('core.age.withSpouse.45')).toBe('Age: 45 and over, with a partner')
    const merged = ['19', '20', '30'].reduce((tree, bound) => {
      const half = withCell(tree, `core.age.withSpouse.${bound}`, undefined)
      return withCell(half, `core.age.withoutSpouse.${bound}`, undefined)
    }, flat)
    expect(cellNames([law, merged], english)('core.age.withSpouse.18')).toBe('Age: 18 to 30, with a partner')
    expect(cellNames([merged, law], english)('core.age.withSpouse.18')).toBe('Age: 18, with a partner')
  })

  it('have a row more when one is added', () => {
    const more = withCell(law, 'core.age.withSpouse.50', 3)
    expect(cellNames([more], english)('core.age.withSpouse.45')).toBe('Age: 45 to 49, with a partner')
  })

  it('take whole numbers within bounds, and nothing only where there may be no rule', () => {
    expect(typedValue('core.age.withSpouse.20', '100')).toBe(100)
    expect(typedValue('additional.sibling.points', '')).toBeNull()
    for (const text of ['', '-1', '1.5', '1201', 'ten', '1e2', '0x1']) {
      expect(typedValue('core.age.withSpouse.20', text)).toBeUndefined()
    }
    expect(highestOfCell('transferability.educationTier.tier.doctoral')).toBe(2)
  })
})

describe('the steps of the lab', () => {
  const first: LabState = {
    reform: unchangedReform('2025-03-25'),
    choice: firstChoice,
    past: [],
    loads: 0,
    isLinkBroken: true,
  }
  const type = (path: string, value: number): LabAction => ({ type: 'change', changes: [[path, value]] })
  const stateAfter = (...actions: LabAction[]) => actions.reduce(reduceLab, first)
  const [age, sibling] = ['core.age.withSpouse.20', 'additional.sibling.points']

  it('are undone one by one, keys typed into one field together', () => {
    const edited = stateAfter(type(age, 1), type(age, 12), type(sibling, 9))
    expect(edited.past).toHaveLength(2)
    const once = reduceLab(edited, { type: 'undo' })
    expect(once.reform.patches).toEqual([{ path: age, value: 12 }])
    const twice = reduceLab(once, { type: 'undo' })
    expect(twice.reform).toEqual(first.reform)
    expect(reduceLab(twice, { type: 'undo' })).toBe(twice)
  })

  it('put a value back as a step of its own', () => {
    const back = stateAfter(type(age, 12), type(age, 100))
    expect(back.reform.patches).toEqual([])
    expect(reduceLab(back, { type: 'undo' }).reform.patches).toEqual([{ path: age, value: 12 }])
  })

  it('take back a load, and not a link that was opened', () => {
    const reform = reformOfPreset(reformPresets[0], 'en')
    const loaded = stateAfter(type(age, 12), { type: 'load', reform })
    expect(reduceLab(loaded, { type: 'undo' }).reform.patches).toEqual([{ path: age, value: 12 }])
    const opened = stateAfter(type(age, 12), { type: 'open', linked: { reform, choice: { stream: 'pnp' } } })
    expect([opened.past.length, opened.choice.stream, opened.loads]).toEqual([0, 'pnp', 1])
    expect(stateAfter({ type: 'open', linked: null })).toEqual(first)
  })

  it('remember a hundred steps and no more', () => {
    const many = Array.from({ length: 150 }, (_, step) => type(step % 2 === 0 ? age : sibling, step))
    expect(stateAfter(...many).past).toHaveLength(100)
  })
})

const editable = [...cellsOf(law)].filter(([path]) => highestOfCell(path) === 1200).map(([path]) => path)
const edits = fc.array(fc.record({ path: fc.constantFrom(...editable), points: fc.integer({ min: 0, max: 1200 }) }), {
  maxLength: 15,
})
const arbitraryReform: fc.Arbitrary<Reform> = fc
  .record({
    base: fc.constantFrom(...baseIds),
    title: fc.string({ unit: 'binary', maxLength: 40 }),
    reason: fc.string({ unit: 'binary', maxLength: 80 }),
    edits,
  })
  .map(({ base, title, reason, edits: changes }) => {
    const provisions = changes.reduce((tree, { path, points }) => withCell(tree, path, points), baseProvisions(base))
    return { ...unchangedReform(base), title, reason, patches: patchesBetween(baseProvisions(base), provisions) }
  })
const arbitraryChoice = fc.oneof(
  fc.constant(firstChoice),
  fc.record({ stream: fc.constantFrom('general' as const, 'french' as const), seats: fc.nat(10_000) }),
  fc.record({ stream: fc.constant('senior-managers' as const), cutoff: fc.nat(1200) }),
)

describe('a link to a reform', () => {
  it('gives back the reform and the draw looked at', () => {
    fc.assert(
      fc.property(arbitraryReform, arbitraryChoice, (reform, choice) => {
        expect(reformInHash(hashOf({ reform, choice }))).toEqual({ reform, choice })
      }),
      { numRuns: 100 },
    )
  })

  it('keeps reasons, and is short enough for all tables of a ruleset from nothing', () => {
    const patches = patchesBetween(baseProvisions('empty'), law).map((patch) => ({ ...patch, reason: 'as in law' }))
    const reform = { ...unchangedReform('empty'), patches: patches.slice(0, 3) }
    expect(reformInHash(hashOf({ reform, choice: firstChoice }))?.reform).toEqual(reform)
    const whole = { ...unchangedReform('empty'), patches: patchesBetween(baseProvisions('empty'), law) }
    expect(hashOf({ reform: whole, choice: firstChoice }).length).toBeLessThan(LONGEST_LINK)
  })

  it.each([
    '#r=',
    '#r=%%%',
    '#r=bm9uc2Vuc2U',
    `#r=${btoa('null')}`,
    `#r=${btoa('{"b":"1999"}')}`,
    `#r=${btoa('{"b":"empty","p":7}')}`,
    `#r=${btoa('{"b":"empty","p":[null]}')}`,
  ])('is refused as a whole when it is damaged: %s', (hash) => expect(reformInHash(hash)).toBeNull())

  it('is none when the address holds something else', () => {
    expect(reformInHash('')).toBeUndefined()
    expect(reformInHash('#p=abc')).toBeUndefined()
  })
})

describe('a file of a reform', () => {
  it('comes back as it was, with what it was made with', () => {
    const reform = reformOfPreset(reformPresets[0], 'fr')
    const madeWith = { engineVersion: '1.2.3', dataUntil: '2025-12-17' }
    expect(reformInFile(reformFile(reform, madeWith))).toEqual({ ...reform, madeWith })
  })

  it.each(['', '{', '[]', '{"schemaVersion":1}'])('says what is wrong with %s', (text) => {
    expect(reformInFile(text)).toBeInstanceOf(InputError)
  })

  it('is named by its title', () => {
    const nameOf = (title: string, ...more: string[]) =>
      reformFileName({ ...unchangedReform('2025-03-25'), title }, ...more)
    expect(nameOf('Retour des points, côté emploi!')).toBe('retour-des-points-cote-emploi.json')
    expect(nameOf('<b>../..</b>', 'scenario')).toBe('b-b-scenario.json')
    expect(nameOf(' ')).toBe('reform.json')
  })
})

describe('the finding', () => {
  const draw = {
    stream: 'cec',
    persons: 100,
    seats: 5000,
    cutoffBefore: 514,
    cutoffAfter: 535,
    winners: 4177,
    losers: 4177,
    invitedBefore: 5000,
    invitedAfter: 5000,
    meanBefore: 443.7,
    meanAfter: 451,
    up: 20079,
    down: 0,
  } as const
  const nobody = {
    program: [],
    age: [],
    education: [],
    firstLanguageLevel: [],
    firstLanguage: [],
    residence: [],
    occupation: [],
  }
  const effects = (
    changes: Partial<ReformEffects['draw']> = {},
    groups: Partial<ReformEffects['groups']> = {},
  ): ReformEffects => ({
    asOf: '2025-12-15',
    question: { stream: 'cec', seats: 5000 },
    draw: { ...draw, ...changes },
    streams: [],
    histogram: { binPoints: 10, before: [], after: [] },
    groups: { ...nobody, ...groups },
    changes: [],
  })
  const say = (one: ReformEffects, words = english, isReform = true) =>
    plain(finding(one, isReform, '2025-03-25', words))

  it('tells what happens to the cutoff and to how many', () => {
    expect(say(effects())).toBe(
      'The CEC cutoff would rise from 514 to 535, and 4,177 of the 5,000 invited would be other people',
    )
    expect(say(effects(), french)).toBe(
      'La note minimale du volet CEC monterait de 514 à 535, et 4 177 des 5 000 personnes invitées seraient d’autres',
    )
    expect(say(effects({ cutoffAfter: 500 }))).toMatch(/^The CEC cutoff would fall from 514 to 500,/)
    expect(say(effects({ cutoffAfter: 514 }))).toMatch(/^The CEC cutoff would stay at 514,/)
  })

  it('says when nobody crosses the line, and whether there is a reform at all', () => {
    const still = effects({ winners: 0, losers: 0, cutoffAfter: 514 })
    expect(say(still)).toBe('Nobody crosses the line of the CEC draw')
    expect(say(still, english, false)).toBe('Nobody crosses the line: these are the points of March 25, 2025')
  })

  it('counts people where the cutoff stays', () => {
    const asked = (winners: number, losers: number) => ({
      ...effects({ winners, losers }),
      question: { stream: 'cec', cutoff: 510 } as const,
    })
    expect(say(asked(300, 100))).toBe('200 more people would stand at 510 or over in the CEC draw')
    expect(say(asked(100, 300))).toBe('200 fewer people would stand at 510 or over in the CEC draw')
    expect(say(asked(300, 300))).toMatch(/^As many people as before/)
  })

  it('names the groups that gain and lose most', () => {
    const group = (name: string, before: number, after: number) => ({
      group: name,
      persons: 10,
      invitedBefore: before,
      invitedAfter: after,
      winners: 0,
      losers: 0,
      meanChange: 0,
    })
    const shifted = effects(
      {},
      {
        age: [group('20-29', 90, 40), group('30-34', 10, 60)],
        residence: [group('canada', 50, 55), group('abroad', 50, 45)],
      },
    )
    expect(shiftText(shifted, english)).toBe(
      'Most gained: people aged 30 to 34 (+50 of those invited). Most lost: people aged 20 to 29 (-50).',
    )
    expect(shiftText(effects(), english)).toBe('')
  })

  it('shows the scores that people have', () => {
    const counts = [0, 1, 500, 1000, 0, 30, 1, 0]
    expect(shownBins({ binPoints: 10, before: counts, after: counts }).map(({ from }) => from)).toEqual([
      20, 30, 40, 50,
    ])
  })
})
