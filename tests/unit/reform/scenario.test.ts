import { describe, expect, it } from 'vitest'
import { resolveRuleset } from '../../../shared/crs/ruleset.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { baseIds, baseProvisions } from '../../../shared/reform/base.ts'
import { cellsOf } from '../../../shared/reform/cells.ts'
import { patchesBetween, provisionsOfReform } from '../../../shared/reform/patches.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../../shared/reform/presets.ts'
import { scenarioOfReform } from '../../../shared/reform/scenario.ts'
import { readScenario } from '../../../shared/scenario/load.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import { builtInScenario } from '../../helpers/scenarios.ts'

const baseline = builtInScenario('baseline-2026')
const reforms: Reform[] = [
  ...reformPresets.map((preset) => reformOfPreset(preset, 'en')),
  ...baseIds.filter((base) => base !== '2026-11-03').map(unchangedReform),
  // Everything filled in from nothing: more values than a scenario takes one by one.
  { ...unchangedReform('empty'), patches: patchesBetween(baseProvisions('empty'), baseProvisions('2016-11-19')) },
]

describe('the scenario of a reform', () => {
  it.each(reforms.map((reform) => ({ reform, name: `${reform.title || reform.base} (${reform.patches.length})` })))(
    'can be run, under exactly its points: $name',
    ({ reform }) => {
      const scenario = readScenario(JSON.parse(JSON.stringify(scenarioOfReform(reform, baseline, '2026-03-01'))))
      expect(scenario.rules.map(({ from }) => from)).toEqual(['2025-03-25', '2026-03-01'])
      const { rulesetId, patches } = scenario.rules[1]
      expect([...cellsOf(resolveRuleset(rulesetId, patches).provisions)]).toEqual([
        ...cellsOf(provisionsOfReform(reform)),
      ])
      const { id, title, question, sources, rules, ...rest } = scenario
      expect(baseline).toMatchObject(rest)
      expect(scenario.seed).toBe(baseline.seed)
    },
  )

  it('is in force from the start when its day is not later', () => {
    const scenario = readScenario(scenarioOfReform(reforms[0], baseline, baseline.rules[0].from))
    expect(scenario.rules).toHaveLength(1)
  })

  it('has another name for other points, the same name for the same', () => {
    const idOf = (reform: Reform, from = '2026-03-01') => scenarioOfReform(reform, baseline, from).id
    expect(idOf(reforms[0])).toBe(idOf(reforms[0]))
    expect(new Set([...reforms.map((reform) => idOf(reform)), idOf(reforms[0], '2026-04-01')]).size).toBe(
      reforms.length + 1,
    )
  })

  it.each([
    ['values are unknown', unchangedReform('2026-11-03'), 'EE_RULESET_UNFILLED'],
    [
      'totals are beyond the scale',
      { ...unchangedReform('2025-03-25'), patches: [{ path: 'additional.cap.points', value: 700 }] },
      'EE_RULESET_INVALID',
    ],
  ])('is refused while %s', (_why, reform, code) => {
    const read = () => readScenario(scenarioOfReform(reform, baseline, '2026-03-01'))
    expect(read).toThrow(InputError)
    try {
      read()
    } catch (error) {
      expect((error as InputError).code).toBe(code)
    }
  })
})
