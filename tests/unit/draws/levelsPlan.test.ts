import { expect, it } from 'vitest'
import { publishedDraws } from '../../../shared/draws/history.ts'
import levels from '../../../shared/draws/levels-plans.json'
import { drawPlanner } from '../../../shared/draws/schedule.ts'
import { populationAssumptions } from '../../../shared/pool/assumptions.ts'
import { streams } from '../../../shared/schema/common.ts'
import { builtInScenario } from '../../helpers/scenarios.ts'

const { schedule } = builtInScenario('levels-plan-2026')
const [budget] = schedule.budgets ?? []

it('The scenario of the levels plan takes its persons from the plan and leaves out nominees', () => {
  expect(budget.persons).toBe(levels.years.find(({ year }) => year === budget.year)?.federalHighSkilled.target)
  expect(budget.streams).toEqual(streams.filter((stream) => stream !== 'pnp'))
})

it('Its share of ITAs used is that of the federal draws of 2025 under the assumed outcomes', () => {
  const federal = publishedDraws.filter(({ date, stream }) => date >= '2025-01-01' && stream !== 'pnp')
  const applied = federal.map(({ stream, size }) => size * populationAssumptions.invitations.outcomes[stream].applies)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  expect(sum(applied) / sum(federal.map(({ size }) => size))).toBeCloseTo(budget.shareOfItasUsed ?? 0, 2)
})

it('Its draws add up to the ITAs the plan needs, whatever sizes chance picks', () => {
  const plan = drawPlanner(schedule, { from: '2025-12-14', to: '2026-12-31', history: publishedDraws })
  for (const seed of ['a', 'b', 'c']) {
    const federal = plan(seed).draws.filter(({ date, stream }) => date >= '2026-01-01' && stream !== 'pnp')
    expect(federal.reduce((sum, { size = 0 }) => sum + size, 0)).toBe(Math.round(109_000 / (1.65 * 0.64)))
  }
})
