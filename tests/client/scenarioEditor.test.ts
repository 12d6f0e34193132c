import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../client/i18n/words.ts'
import '../../client/i18n/lab/texts.ts'
import { en } from '../../client/i18n/lab/en.ts'
import { provisionsOf } from '../../client/pages/lab/differences/provisions.ts'
import { fieldTable } from '../../client/pages/lab/fields/fieldTable.ts'
import { issuesAt } from '../../client/pages/lab/fields/issuesAt.ts'
import { mistakeText } from '../../client/pages/lab/fields/mistakeText.ts'
import { rowTable } from '../../client/pages/lab/fields/rowTable.ts'
import { fieldNameOf, leavesOf, type SchemaNode, scenarioLeaves } from '../../client/pages/lab/fields/schemaNode.ts'
import { sections } from '../../client/pages/lab/fields/sections.ts'
import { numbersTyping, numberTyping, ruleValueTyping } from '../../client/pages/lab/fields/typed.ts'
import { hashOf, type Library, versionOf, workspaceInHash } from '../../client/pages/lab/state/address.ts'
import { changesOf, withChanges } from '../../client/pages/lab/state/changes.ts'
import { historyOf, redone, settled, stepped, undone } from '../../client/pages/lab/state/history.ts'
import { pathIn } from '../../client/pages/lab/state/issuePath.ts'
import { type Json, type JsonRecord, replaced, sameJson } from '../../client/pages/lab/state/json.ts'
import { scenarioFile, scenarioInFile } from '../../client/pages/lab/state/scenarioFile.ts'
import { freeId } from '../../client/pages/lab/state/workspace.ts'
import { populationAssumptions } from '../../shared/pool/assumptions.ts'
import { scenarioIssues } from '../../shared/scenario/load.ts'
import { Scenario } from '../../shared/schema/scenario.ts'
import { pathOf } from '../../shared/schema/validate.ts'
import { arbitraryScenario } from '../helpers/arbitraryScenario.ts'
import { builtInScenario } from '../helpers/scenarios.ts'

const asJson = (scenario: Scenario) => scenario as unknown as JsonRecord
const names = ['baseline-2026', 'forecast', 'job-offer-points-return', 'levels-plan-2026', 'long-pause']
const library: Library = new Map(names.map((name) => [name, asJson(builtInScenario(name))]))
const baseline = library.get('baseline-2026') as JsonRecord
const english = wordsIn('en')

describe('the fields of the editor', () => {
  it('are those of the schema: every one described once, none that is not there', () => {
    expect(Object.keys(fieldTable).sort()).toEqual([...scenarioLeaves.keys()].sort())
  })

  it('would lack a field that the schema gains', () => {
    const gained = leavesOf({ properties: { ...(Scenario as SchemaNode).properties, colour: { type: 'string' } } })
    expect(gained.map(([name]) => name).filter((name) => !fieldTable[name])).toEqual(['colour'])
  })

  it('stand in exactly one section each', () => {
    expect(Object.values(sections).flat().sort()).toEqual(Object.keys(Scenario.properties).sort())
  })

  it('have rows for every list of objects', () => {
    const lists = [...scenarioLeaves.keys()].flatMap((name) =>
      [...name.matchAll(/\[\]/g)].map(({ index }) => name.slice(0, index)),
    )
    expect(Object.keys(rowTable).sort()).toEqual([...new Set(lists)].sort())
  })

  it('name every kind of people the pool is made of', () => {
    expect(Object.keys(en.archetype).sort()).toEqual(populationAssumptions.archetypes.map(({ name }) => name).sort())
  })

  it('say the mistakes of their shape in both languages', () => {
    const wrong = {
      ...baseline,
      asOf: 'soon',
      horizonDays: 0,
      id: 'Not an id',
      seed: '',
      uncertainty: { parameters: true },
    }
    const issues = scenarioIssues(wrong)
    expect(issues.map(({ path }) => path)).toEqual(['$.id', '$.asOf', '$.horizonDays', '$.seed'])
    for (const words of [english, wordsIn('fr')]) {
      const texts = issues.map((issue) => mistakeText(issue, fieldNameOf(pathIn(issue.path)), words))
      expect(texts.every((text) => text !== undefined)).toBe(true)
      expect(texts[2]).toMatch(/1 (to|à) 1[\s,]?830/)
    }
  })
})

describe('what the engine says of a scenario', () => {
  const rules = (...rest: object[]) => ({ rules: [{ from: '2025-03-25', rulesetId: '2025-03-25' }, ...rest] })
  const patch = (path: string, value: Json) => ({
    rules: [{ from: '2025-03-25', rulesetId: '2025-03-25', patches: [{ path, value }] }],
  })
  const schedule = (parts: JsonRecord) => ({ schedule: parts })
  const cadence = { stream: 'cec', firstDate: '2026-01-07', everyDays: 14, sizes: [1000] }
  const budget = { year: 2026, itas: 1000 }
  const outcome = { applies: 0.9, declines: 0.9 }
  const weights = [1, 1, 'x', 1, 1, 1, 1, 1, 1, 1, 1, 1]

  it.each<[string, JsonRecord]>([
    ['another version', { schemaVersion: 7 }],
    ['rules that begin late', { rules: [{ from: '2026-03-25', rulesetId: '2025-03-25' }] }],
    ['rules out of order', rules({ from: '2025-03-25', rulesetId: '2025-03-25' }) as unknown as JsonRecord],
    ['an unknown ruleset', { rules: [{ from: '2025-03-25', rulesetId: 'x' }] }],
    ['an unknown place', patch('additional.nothing', 1)],
    ['a value no rule has', patch('additional.sibling.points', 'many')],
    ['a table without 0', patch('core.age.withSpouse', { 18: 90 })],
    ['too many points', patch('additional.cap.points', 1200)],
    ['unpublished values', { rules: [{ from: '2025-03-25', rulesetId: '2026-11-03' }] }],
    ['outcomes above 1', { invitations: { outcomes: { cec: { applies: 0.9, declines: 0.9 } } } }],
    ['outcomes above 1 of a stream with a hyphen', { invitations: { outcomes: { 'senior-managers': outcome } } }],
    ['a weight that is no number', { arrivals: { monthWeights: weights } }],
    ['a size that is no number', schedule({ cadences: [{ ...cadence, sizes: [1000, 'x'] }] })],
    ['a stream nobody knows', schedule({ pauses: [{ from: '2026-02-01', to: '2026-02-02', streams: ['cec', 'x'] }] })],
    ['a source without words', { sources: ['One', ''] }],
    ['unknown people', { arrivals: { archetypes: { nobody: 1 } } }],
    ['a start before all tables', { asOf: '2021-01-01' }],
    ['a run too long from its table', { asOf: '2022-01-20', horizonDays: 1830 }],
    ['too many people', { arrivals: { perDay: 20_000 } }],
    ['a draw without size', schedule({ draws: [{ date: '2026-01-07', stream: 'cec' }] })],
    ['a draw outside the run', schedule({ draws: [{ date: '2030-01-07', stream: 'cec', size: 1 }] })],
    ['a pause that ends first', schedule({ pauses: [{ from: '2026-02-01', to: '2026-01-01' }] })],
    ['a last day before the first', schedule({ cadences: [{ ...cadence, until: '2026-01-01' }] })],
    ['no sizes', schedule({ cadences: [{ stream: 'cec', firstDate: '2026-01-07', everyDays: 14 }] })],
    [
      'sizes of no draw',
      schedule({
        cadences: [
          {
            stream: 'cec',
            firstDate: '2026-01-07',
            everyDays: 14,
            sizesFrom: { from: '2015-01-01', to: '2015-01-02' },
          },
        ],
      }),
    ],
    ['much jitter', schedule({ cadences: [{ ...cadence, jitterDays: 30 }] })],
    [
      'too many draws',
      { horizonDays: 1800, ...schedule({ cadences: [1, 2].map(() => ({ ...cadence, everyDays: 1 })) }) },
    ],
    ['people beside invitations', schedule({ cadences: [cadence], budgets: [{ ...budget, persons: 5 }] })],
    ['an empty budget', schedule({ cadences: [cadence], budgets: [{ year: 2026 }] })],
    ['people without the rest', schedule({ cadences: [cadence], budgets: [{ year: 2026, persons: 5 }] })],
    ['two budgets of a stream', schedule({ cadences: [cadence], budgets: [budget, budget] })],
    ['a budget that steers nothing', schedule({ budgets: [budget] })],
    [
      'a budget of too many',
      schedule({
        cadences: [cadence],
        budgets: [{ year: 2026, persons: 1_000_000, personsPerPrincipalApplicant: 1, shareOfItasUsed: 0.01 }],
      }),
    ],
  ])('has words in both languages: %s', (_name, changes) => {
    const issues = scenarioIssues({ ...baseline, ...changes })
    expect(issues).not.toEqual([])
    for (const words of [english, wordsIn('fr')]) {
      const silent = issues.filter((issue) => mistakeText(issue, fieldNameOf(pathIn(issue.path)), words) === undefined)
      expect(silent).toEqual([])
    }
  })

  it.each<[place: string, changes: JsonRecord]>([
    ['$.invitations.outcomes.cec', { invitations: { outcomes: { cec: outcome } } }],
    ['$.invitations.outcomes["senior-managers"]', { invitations: { outcomes: { 'senior-managers': outcome } } }],
    ['$.arrivals.monthWeights', { arrivals: { monthWeights: weights } }],
    ['$.schedule.cadences[0].sizes', schedule({ cadences: [{ ...cadence, sizes: [1000, 'x'] }] })],
    [
      '$.schedule.pauses[0].streams',
      schedule({ pauses: [{ from: '2026-02-01', to: '2026-02-02', streams: ['cec', 'x'] }] }),
    ],
    ['$.horizonDays', { horizonDays: 'many' }],
    ['$.schedule.draws[0]', schedule({ draws: [{ date: '2026-01-07', stream: 'cec' }] })],
  ])('stands at %s', (place, changes) => {
    const issues = scenarioIssues({ ...baseline, ...changes })
    expect(issues).toHaveLength(1)
    expect(issuesAt(issues, pathIn(place))).toEqual(issues)
    expect(issuesAt(issues, pathIn(place).slice(0, -1))).toEqual([])
  })
})

describe('what is typed', () => {
  it('is a number in the way of the language, and otherwise stays what it is for the reader to refuse', () => {
    expect(numberTyping('en').read('0.5')).toBe(0.5)
    expect(numberTyping('fr').read('0,5')).toBe(0.5)
    expect(numberTyping('en').read('0,5')).toBe('0,5')
    expect(numberTyping('fr').read('237 302')).toBe(237_302)
    expect(numberTyping('en').read(' ')).toBeUndefined()
    expect(numberTyping('en').read('many')).toBe('many')
    expect(numberTyping('fr').write(0.25)).toBe('0,25')
  })

  it('is a list of numbers with commas or spaces', () => {
    expect(numbersTyping.read('1000, 3000 2')).toEqual([1000, 3000, 2])
    expect(numbersTyping.read('')).toBeUndefined()
    expect(numbersTyping.read('1000, x')).toEqual([1000, 'x'])
  })

  it('is a value of the rules: points, none, or a table', () => {
    expect(ruleValueTyping.read('50')).toBe(50)
    expect(ruleValueTyping.read('null')).toBeNull()
    expect(ruleValueTyping.read('{"0": 1}')).toEqual({ 0: 1 })
    expect(ruleValueTyping.read('fifty')).toBe('fifty')
  })

  it('leaves no trace when it is taken back', () => {
    fc.assert(
      fc.property(
        arbitraryScenario,
        fc.constantFrom('population.size', 'uncertainty.parameters', 'id'),
        (one, name) => {
          const scenario = asJson(one)
          const path = name.split('.')
          const { [path[0]]: _gone, ...without } = scenario
          const changed = replaced(without, path, 5)
          expect(sameJson(replaced(changed, path, undefined), without)).toBe(true)
        },
      ),
    )
  })
})

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>

describe('changes', () => {
  it('lead from anything to anything', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (from, to) => {
        expect(sameJson(withChanges(from, changesOf(from, to)), to)).toBe(true)
      }),
    )
  })

  it('are none between equals, and one where a row was put into a list', () => {
    const rows = [1, 2, 3].map((size) => ({ size, stream: 'cec' }))
    expect([...changesOf({ rows }, { rows: structuredClone(rows) })]).toEqual([])
    const [change, ...more] = changesOf({ rows }, { rows: [rows[0], { size: 9, stream: 'pnp' }, ...rows.slice(1)] })
    expect(change).toEqual({ path: ['rows', 1], kind: 'insert', to: { size: 9, stream: 'pnp' } })
    expect(more).toEqual([])
  })
})

describe('an address', () => {
  it('gives back the baseline and every alternative', () => {
    fc.assert(
      fc.property(fc.array(arbitraryScenario, { minLength: 1, maxLength: 5 }), (scenarios) => {
        const [first, ...alternatives] = scenarios.map(asJson)
        const workspace = { baseline: first, alternatives, active: alternatives.length }
        const hash = hashOf(workspace, library)
        if (hash === undefined) return
        const found = workspaceInHash(hash, library)
        expect(typeof found === 'object' && sameJson(found as unknown as Json, workspace as unknown as Json)).toBe(true)
      }),
    )
  })

  it('is short when little differs from a scenario of the program, whichever it is', () => {
    const changed = { ...(library.get('levels-plan-2026') as JsonRecord), horizonDays: 200 }
    const hash = hashOf({ baseline, alternatives: [changed], active: 1 }, library) ?? ''
    expect(hash.length).toBeLessThan(200)
  })

  it('does not depend on the order in which the server writes the keys', () => {
    const turned = new Map([...library].map(([id, one]) => [id, Object.fromEntries(Object.entries(one).reverse())]))
    const hash = hashOf({ baseline, alternatives: [], active: 0 }, library) ?? ''
    expect(typeof workspaceInHash(hash, turned)).toBe('object')
  })

  it('says why it cannot be read, and never gives a scenario that nobody made', () => {
    const hash = hashOf({ baseline, alternatives: [], active: 0 }, library) ?? ''
    const changed = new Map(library).set('baseline-2026', { ...baseline, horizonDays: 1 })
    expect(workspaceInHash(hash, changed)).toBe('outdated')
    expect(workspaceInHash(hash, new Map([['forecast', library.get('forecast') as JsonRecord]]))).toBe('unknown')
    expect(workspaceInHash(hash.slice(0, -9), library)).toBe('unreadable')
    expect(workspaceInHash('#lab=%%%', library)).toBe('unreadable')
    // Its é is a byte of Latin-1, which is no UTF-8.
    const damaged = btoa(JSON.stringify([0, ['baseline-2026', versionOf(baseline), ['title/en', 'é']]]))
    expect(workspaceInHash(`#lab=${damaged}`, library)).toBe('unreadable')
    expect(workspaceInHash('#something', library)).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = workspaceInHash(`#lab=${text}`, library)
        expect(['unreadable', 'unknown', 'outdated']).toContain(found)
      }),
    )
  })

  it('is none when it would be too long', () => {
    const sources = Array.from({ length: 40 }, (_one, index) => `${index} ${'a source '.repeat(40)}`)
    expect(hashOf({ baseline: { ...baseline, sources }, alternatives: [], active: 0 }, library)).toBeUndefined()
  })
})

describe('a file', () => {
  it('gives back the scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(scenarioInFile(scenarioFile(asJson(scenario)))).toEqual(JSON.parse(JSON.stringify(scenario)))
      }),
    )
  })

  it('is refused when it cannot be edited, and taken with its mistakes when it can', () => {
    expect(scenarioInFile('{')).toBe('notJson')
    expect(scenarioInFile('[1]')).toBe('notAnObject')
    expect(scenarioInFile(`{"a": ${'['.repeat(500)}${']'.repeat(500)}}`)).toBe('tooDeep')
    expect(scenarioInFile(`{"a": "${'x'.repeat(2_000_000)}"}`)).toBe('tooLarge')
    expect(scenarioInFile('{"schedule": 5, "__proto__": {"seed": "x"}}')).toMatchObject({ schedule: 5 })
  })
})

describe('steps', () => {
  it('are taken back and done again; letters of one field are one step until the field is left', () => {
    let history = historyOf('')
    for (const text of ['a', 'ab', 'abc']) history = stepped(history, text, 'title')
    history = stepped(settled(history), 'abcd', 'title')
    expect(undone(history).present).toBe('abc')
    expect(undone(undone(history)).present).toBe('')
    expect(undone(undone(undone(history))).present).toBe('')
    expect(redone(undone(history)).present).toBe('abcd')
    expect(redone(stepped(undone(history), 'x', null)).present).toBe('x')
  })
})

describe('what differs', () => {
  it('names law, proposals and assumptions, each with what was and what is', () => {
    const found = provisionsOf(baseline, library.get('job-offer-points-return') as JsonRecord, english)
    const marked = found.filter(({ mark }) => mark !== 'name').map(({ mark, what, from, to }) => [mark, what, from, to])
    expect(marked).toEqual([
      ['law', 'Rules 2', '–', 'From Mar 1, 2026: rules of 2025-03-25, 2 changes'],
      ['proposal', 'additional.jobOffer.points.major-group-00 (as before 2025-03-25)', 'none', '200'],
      ['proposal', 'additional.jobOffer.points.other-skilled (as before 2025-03-25)', 'none', '50'],
    ])
  })

  it('takes a ruleset on a day on which it was not in force for a proposal', () => {
    const rules = [{ from: '2025-03-25', rulesetId: '2020-10-20' }]
    const [first] = provisionsOf(baseline, { ...baseline, rules }, english)
    expect(first).toMatchObject({ mark: 'proposal', what: 'Rules 1 · Ruleset', from: '2025-03-25', to: '2020-10-20' })
  })

  it('lists every field that was added, with its unit', () => {
    const changed = { ...baseline, horizonDays: 200, arrivals: { perDay: 700, archetypes: { nominee: 2 } } }
    expect(provisionsOf(baseline, changed, english).map(({ mark, what, from, to }) => [mark, what, from, to])).toEqual([
      ['assumption', 'Length', '365 days', '200 days'],
      ['assumption', 'New profiles', 'default', '700 people a day'],
      ['assumption', 'How many of each kind of people · Nominees', 'default', '2 times'],
    ])
  })

  it('is nothing between a scenario and itself', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(provisionsOf(asJson(scenario), asJson(structuredClone(scenario)), english)).toEqual([])
      }),
    )
  })
})

describe('names', () => {
  it('of copies are free and valid', () => {
    expect(freeId('baseline-2026', [])).toBe('baseline-2026-2')
    expect(freeId('baseline-2026-2', ['baseline-2026-2'])).toBe('baseline-2026-3')
    expect(freeId('x'.repeat(60), [])).toHaveLength(60)
  })

  it('of places are read back as they are written', () => {
    const path = ['arrivals', 'archetypes', 'a "b" \\c', 3, 'x_1']
    expect(pathIn(pathOf(path))).toEqual(path)
  })
})
