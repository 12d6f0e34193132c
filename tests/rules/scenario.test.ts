import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../server/packageRoot.ts'
import { readScenario, scenarioIssues } from '../../shared/scenario/load.ts'
import { builtInScenario } from '../helpers/scenarios.ts'

const folder = join(packageRoot, 'scenarios')
const files = readdirSync(folder)
const good = builtInScenario('baseline-2026')

describe('the built-in scenarios', () => {
  it('are the five that the product promises, and more', () => {
    for (const id of ['baseline-2026', 'replay-2025', 'no-category-draws', 'long-pause', 'job-offer-points-return']) {
      expect(files).toContain(`${id}.json`)
    }
  })

  it.each(files)('%s can be run and bears its own name', (file) => {
    expect(readScenario(JSON.parse(readFileSync(join(folder, file), 'utf8'))).id).toBe(file.replace('.json', ''))
  })
})

const daily = { stream: 'cec', firstDate: '2026-01-01', everyDays: 1 }
const weekly = { firstDate: '2026-01-01', everyDays: 7 }
const steered = { ...daily, everyDays: 14, sizes: [1000] }
const practice = { from: '2025-01-01', to: '2025-12-17' }

describe('the examples of docs/scenario-format.md', () => {
  const page = readFileSync(join(packageRoot, 'docs', 'scenario-format.md'), 'utf8')
  const [whole, schedule] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text)

  it('can be run, the whole scenario and the schedule by itself', () => {
    expect(scenarioIssues(JSON.parse(whole))).toEqual([])
    expect(scenarioIssues({ ...good, horizonDays: 400, ...JSON.parse(`{${schedule}}`) })).toEqual([])
  })
})

/** One malformed scenario per error: what is wrong, where it is said to be, in which words. */
const malformed: [string, object, string, string, RegExp][] = [
  ['no title', { title: undefined }, '$.title', 'EE_SHAPE', /is missing/],
  ['one language only', { title: { en: 'x' } }, '$.title.fr', 'EE_SHAPE', /is missing/],
  ['an unknown field', { horizon: 3 }, '$.horizon', 'EE_SHAPE', /not a known field.*horizonDays/],
  ['a horizon of 0', { horizonDays: 0 }, '$.horizonDays', 'EE_SHAPE', /received 0; expected a whole number from 1/],
  ['an endless horizon', { horizonDays: 999_999 }, '$.horizonDays', 'EE_SHAPE', /to 1830/],
  ['a day that does not exist', { asOf: '2025-02-30' }, '$.asOf', 'EE_DATE', /no such day/],
  [
    'a start centuries ahead',
    { asOf: '2199-01-01', horizonDays: 1 },
    '$.asOf',
    'EE_LIMIT',
    /begin with the pool table of 2025-12-15 and last/,
  ],
  ['a year beyond the calendar', { asOf: '9000-01-01' }, '$.asOf', 'EE_SHAPE', /a date such as/],
  [
    'more people than fit',
    { arrivals: { perDay: 20_000 }, horizonDays: 1000 },
    '$.arrivals.perDay',
    'EE_LIMIT',
    /at most 4500000/,
  ],
  [
    'a day before the first pool table',
    { asOf: '2021-12-01' },
    '$.asOf',
    'EE_SNAPSHOT_NONE',
    /expected 2022-01-17 or later/,
  ],
  [
    'a newer file',
    { schemaVersion: 7 },
    '$.schemaVersion',
    'EE_SCENARIO_VERSION',
    /received 7; this program reads version 1/,
  ],
  [
    'an unknown ruleset',
    { rules: [{ from: '2025-01-01', rulesetId: '2025' }] },
    '$.rules[0].rulesetId',
    'EE_RULESET_UNKNOWN',
    /expected one of 2015-01-01/,
  ],
  [
    'the unknown rules of 2026 as they are',
    { rules: [{ from: '2025-01-01', rulesetId: '2026-11-03' }] },
    '$.rules[0]',
    'EE_RULESET_UNFILLED',
    /fill it in with a patch/,
  ],
  [
    'a patch of nothing',
    {
      rules: [{ from: '2025-03-25', rulesetId: '2025-03-25', patches: [{ path: 'additional.dog.points', value: 1 }] }],
    },
    '$.rules[0].patches[0].path',
    'EE_RULESET_INVALID',
    /additional\.dog\.points/,
  ],
  [
    'negative points',
    {
      rules: [
        { from: '2025-03-25', rulesetId: '2025-03-25', patches: [{ path: 'additional.sibling.points', value: -1 }] },
      ],
    },
    '$.rules[0]',
    'EE_RULESET_INVALID',
    /additional\.sibling\.points.*received -1/,
  ],
  [
    'rules that begin too late',
    { rules: [{ from: '2026-06-01', rulesetId: '2025-03-25' }] },
    '$.rules[0].from',
    'EE_SCENARIO',
    /in force on 2025-12-14/,
  ],
  [
    'rules out of order',
    { rules: [...good.rules, { from: '2025-01-01', rulesetId: '2025-03-25' }] },
    '$.rules[1].from',
    'EE_SCENARIO',
    /a later day/,
  ],
  [
    'a draw of nothing',
    { schedule: { draws: [{ date: '2026-01-05', stream: 'cec' }] } },
    '$.schedule.draws[0]',
    'EE_SCENARIO',
    /a size, a minimumScore, or both/,
  ],
  [
    'a draw after the end',
    { schedule: { draws: [{ date: '2031-01-05', stream: 'cec', size: 1 }] } },
    '$.schedule.draws[0].date',
    'EE_SCENARIO',
    /the run goes from 2025-12-14 to 2026-12-14/,
  ],
  [
    'an unknown stream',
    { schedule: { draws: [{ date: '2026-01-05', stream: 'nurses', size: 1 }] } },
    '$.schedule.draws[0].stream',
    'EE_SHAPE',
    /"healthcare"/,
  ],
  [
    'a pause that ends before it begins',
    { schedule: { pauses: [{ from: '2026-02-01', to: '2026-01-01' }] } },
    '$.schedule.pauses[0].to',
    'EE_SCENARIO',
    /expected 2026-02-01 or later/,
  ],
  [
    'too many draws',
    {
      horizonDays: 1800,
      schedule: { cadences: Array(3).fill({ stream: 'cec', firstDate: '2026-01-01', everyDays: 1, sizes: [1] }) },
    },
    '$.schedule.cadences',
    'EE_LIMIT',
    /about 5400 draws/,
  ],
  [
    'too many draws of rounds',
    {
      horizonDays: 1800,
      schedule: {
        rounds: [{ firstDate: '2026-01-01', everyDays: 1, draws: Array(2).fill({ streams: ['cec'], sizes: [1] }) }],
      },
    },
    '$.schedule.rounds',
    'EE_LIMIT',
    /about 3600 draws/,
  ],
  [
    'too many draws in all',
    {
      horizonDays: 1800,
      schedule: {
        cadences: [{ ...daily, sizes: [1] }],
        rounds: [{ firstDate: '2026-01-01', everyDays: 1, draws: [{ streams: ['cec'], sizes: [1] }] }],
      },
    },
    '$.schedule',
    'EE_LIMIT',
    /gives 24\d\d draws; at most 2000/,
  ],
  [
    'a cadence without sizes',
    { schedule: { cadences: [daily] } },
    '$.schedule.cadences[0]',
    'EE_SCENARIO',
    /neither of sizes and sizesFrom; expected exactly one/,
  ],
  [
    'a draw of a round with two kinds of sizes',
    {
      schedule: { rounds: [{ ...weekly, draws: [{ streams: ['cec'], sizes: [1], sizesFrom: practice }] }] },
    },
    '$.schedule.rounds[0].draws[0]',
    'EE_SCENARIO',
    /both of sizes and sizesFrom/,
  ],
  [
    'practice that never was',
    { schedule: { rounds: [{ ...weekly, draws: [{ streams: ['cec', 'fst'], sizesFrom: practice }] }] } },
    '$.schedule.rounds[0].draws[0].sizesFrom',
    'EE_SCENARIO',
    /no draw of fst was published from 2025-01-01 to 2025-12-17; expected another period/,
  ],
  [
    'practice that ends before it begins',
    { schedule: { cadences: [{ ...daily, sizesFrom: { from: '2025-12-17', to: '2025-01-01' } }] } },
    '$.schedule.cadences[0].sizesFrom.to',
    'EE_SCENARIO',
    /expected 2025-12-17 or later/,
  ],
  [
    'a day of practice that does not exist',
    { schedule: { cadences: [{ ...daily, sizesFrom: { from: '2025-02-30', to: '2025-12-01' } }] } },
    '$.schedule.cadences[0].sizesFrom.from',
    'EE_DATE',
    /no such day/,
  ],
  [
    'a cadence that ends before it begins',
    { schedule: { cadences: [{ ...daily, sizes: [1], until: '2025-12-31' }] } },
    '$.schedule.cadences[0].until',
    'EE_SCENARIO',
    /expected 2026-01-01 or later/,
  ],
  [
    'jitter of half a turn',
    { schedule: { cadences: [{ ...daily, everyDays: 14, sizes: [1], jitterDays: 5 }] } },
    '$.schedule.cadences[0].jitterDays',
    'EE_SCENARIO',
    /received 5; expected at most 4: less than half of the 10 days/,
  ],
  [
    'jitter beyond the weekdays allowed',
    {
      schedule: {
        rounds: [{ ...weekly, weekdays: ['monday'], jitterDays: 1, draws: [{ streams: ['cec'], sizes: [1] }] }],
      },
    },
    '$.schedule.rounds[0].jitterDays',
    'EE_SCENARIO',
    /expected at most 0/,
  ],
  [
    'a round without draws',
    { schedule: { rounds: [{ ...weekly, draws: [] }] } },
    '$.schedule.rounds[0].draws',
    'EE_SHAPE',
    /a list of 1 to 10 items/,
  ],
  [
    'an unknown weekday',
    { schedule: { cadences: [{ ...daily, sizes: [1], weekdays: ['lundi'] }] } },
    '$.schedule.cadences[0].weekdays[0]',
    'EE_SHAPE',
    /"monday"/,
  ],
  [
    'a budget of nothing',
    { schedule: { cadences: [steered], budgets: [{ year: 2026 }] } },
    '$.schedule.budgets[0]',
    'EE_SCENARIO',
    /expected itas, or persons, personsPerPrincipalApplicant, shareOfItasUsed/,
  ],
  [
    'a budget in persons that does not say how many come with one',
    { schedule: { cadences: [steered], budgets: [{ year: 2026, persons: 1000, shareOfItasUsed: 0.6 }] } },
    '$.schedule.budgets[0].personsPerPrincipalApplicant',
    'EE_SCENARIO',
    /is missing; expected it beside persons and shareOfItasUsed/,
  ],
  [
    'a budget in ITAs and persons',
    { schedule: { cadences: [steered], budgets: [{ year: 2026, itas: 1000, persons: 1000 }] } },
    '$.schedule.budgets[0].persons',
    'EE_SCENARIO',
    /no persons beside itas/,
  ],
  [
    'a budget beyond all draws',
    {
      schedule: {
        cadences: [steered],
        budgets: [{ year: 2026, persons: 900_000, personsPerPrincipalApplicant: 1.5, shareOfItasUsed: 0.1 }],
      },
    },
    '$.schedule.budgets[0].persons',
    'EE_LIMIT',
    /6000000 ITAs; at most 1000000/,
  ],
  [
    'a budget of another year',
    { schedule: { cadences: [steered], budgets: [{ year: 2028, itas: 1000 }] } },
    '$.schedule.budgets[0].year',
    'EE_SCENARIO',
    /received 2028; the run goes from 2025-12-14 to 2026-12-14/,
  ],
  [
    'two budgets for one stream',
    {
      schedule: {
        cadences: [steered],
        budgets: [
          { year: 2026, itas: 1000 },
          { year: 2026, streams: ['cec'], itas: 1000 },
        ],
      },
    },
    '$.schedule.budgets[1]',
    'EE_SCENARIO',
    /shares streams with \$\.schedule\.budgets\[0\] of 2026/,
  ],
  [
    'a budget with nothing to steer',
    { schedule: { cadences: [steered], budgets: [{ year: 2026, streams: ['french'], itas: 1000 }] } },
    '$.schedule.budgets[0]',
    'EE_SCENARIO',
    /steers nothing; expected a cadence or round/,
  ],
  [
    'outcomes beyond certainty',
    { invitations: { outcomes: { cec: { applies: 0.8, declines: 0.3 } } } },
    '$.invitations.outcomes.cec',
    'EE_SCENARIO',
    /more than 1/,
  ],
  [
    'outcomes beyond certainty of a stream with a hyphen',
    { invitations: { outcomes: { 'senior-managers': { applies: 0.8, declines: 0.3 } } } },
    '$.invitations.outcomes["senior-managers"]',
    'EE_SCENARIO',
    /more than 1/,
  ],
  [
    'an outcome of no stream',
    { invitations: { outcomes: { nurses: { applies: 1, declines: 0 } } } },
    '$.invitations.outcomes.nurses',
    'EE_SHAPE',
    /not a known field/,
  ],
]

describe('a malformed scenario', () => {
  it.each(malformed)('with %s says where and what', (_, change, path, code, words) => {
    const issues = scenarioIssues({ ...JSON.parse(JSON.stringify(good)), ...change })
    expect(issues).toContainEqual(expect.objectContaining({ code, path, message: expect.stringMatching(words) }))
  })

  it('has every mistake named at once', () => {
    const issues = scenarioIssues({ ...good, horizonDays: 0, seed: '', asOf: 'today', title: 3 })
    expect(issues.map(({ path }) => path).sort()).toEqual(['$.asOf', '$.horizonDays', '$.seed', '$.title'])
  })

  it('has every mistake of its schedule named at once', () => {
    const schedule = {
      draws: [{ date: '2031-01-05', stream: 'cec' }],
      cadences: [{ ...daily, jitterDays: 3, until: '2025-12-31' }],
      pauses: [{ from: '2026-02-01', to: '2026-01-01' }],
      budgets: [{ year: 2030, persons: 5 }],
    }
    expect(scenarioIssues({ ...good, schedule }).map(({ path }) => path.replace('$.schedule.', ''))).toEqual([
      'draws[0]',
      'draws[0].date',
      'pauses[0].to',
      'cadences[0].until',
      'cadences[0].jitterDays',
      'cadences[0]',
      'budgets[0].personsPerPrincipalApplicant',
      'budgets[0].shareOfItasUsed',
      'budgets[0].year',
    ])
  })

  it('of very many draws is refused before they are made', () => {
    const cadences = Array(40).fill({ ...daily, firstDate: '1900-01-01', sizes: [1] })
    const rounds = Array(20).fill({ ...weekly, everyDays: 1, draws: Array(10).fill({ streams: ['cec'], sizes: [1] }) })
    const issues = scenarioIssues({ ...good, horizonDays: 1800, schedule: { cadences, rounds } })
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['EE_LIMIT', '$.schedule.cadences'],
      ['EE_LIMIT', '$.schedule.rounds'],
    ])
  })

  it.each([null, 3, 'x', [], {}, { schemaVersion: 'one' }])('such as %j is refused, not crashed on', (value) => {
    expect(scenarioIssues(value).length).toBeGreaterThan(0)
  })
})

describe('a hostile value', () => {
  it('of thousands of unknown fields is answered with the first two hundred', () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, index]))
    expect(scenarioIssues({ ...good, ...fields })).toHaveLength(200)
  })

  it('nested beyond what can be written is described in words', () => {
    let nested: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    expect(scenarioIssues({ ...good, seed: nested })).toContainEqual(
      expect.objectContaining({ path: '$.seed', message: expect.stringMatching(/a deeply nested list/) }),
    )
  })
})
