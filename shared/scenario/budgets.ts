import { itasOfBudget, type PlannedBudget } from '../draws/scheduleBudget.ts'
import { type Issue, issue } from '../lib/errors.ts'
import { type Budget, scenarioLimits } from '../schema/scenario.ts'

const personFields = ['persons', 'personsPerPrincipalApplicant', 'shareOfItasUsed'] as const

/** A budget is `itas` alone or the three fields that give them, and no more than a draw may invite. */
function* amountIssues(budget: Budget, path: string): Generator<Issue> {
  const given = personFields.filter((field) => budget[field] !== undefined)
  if (budget.itas !== undefined) {
    for (const field of given) yield issue('EE_SCENARIO', `${path}.${field}`, 'expected no persons beside itas')
    return
  }
  if (given.length === 0) {
    yield issue('EE_SCENARIO', path, `expected itas, or ${personFields.join(', ')}`)
    return
  }
  for (const field of personFields) {
    if (budget[field] === undefined) {
      yield issue('EE_SCENARIO', `${path}.${field}`, `is missing; expected it beside ${given.join(' and ')}`)
    }
  }
  const itas = itasOfBudget(budget)
  if (itas > scenarioLimits.poolSize) {
    yield issue('EE_LIMIT', `${path}.persons`, `stands for ${itas} ITAs; at most ${scenarioLimits.poolSize}`)
  }
}

const sharedStreams = (a: Budget, b: Budget): boolean =>
  a.streams === undefined || b.streams === undefined || a.streams.some((stream) => b.streams?.includes(stream))

/** Budgets of one year must not pay for the same stream twice, and a year must be one the run is in. */
function* scopeIssues(budgets: readonly Budget[], index: number, start: string, end: string): Generator<Issue> {
  const budget = budgets[index]
  const path = `$.schedule.budgets[${index}]`
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  if (budget.year < first || budget.year > last) {
    yield issue('EE_SCENARIO', `${path}.year`, `received ${budget.year}; the run goes from ${start} to ${end}`)
  }
  const other = budgets.findIndex((one) => one.year === budget.year && sharedStreams(one, budget))
  if (other < index) {
    const message = `shares streams with $.schedule.budgets[${other}] of ${budget.year}; expected each stream in one budget a year`
    yield issue('EE_SCENARIO', path, message)
  }
}

/** What is wrong with budgets as they stand. */
export function budgetIssues(budgets: readonly Budget[], start: string, end: string): Issue[] {
  return budgets.flatMap((budget, index) => [
    ...amountIssues(budget, `$.schedule.budgets[${index}]`),
    ...scopeIssues(budgets, index, start, end),
  ])
}

/** Budgets without a draw whose size they could set. */
export function steeringIssues(planned: readonly PlannedBudget[]): Issue[] {
  return planned.flatMap(({ parts }, index) =>
    parts.some(({ weight }) => weight > 0)
      ? []
      : issue(
          'EE_SCENARIO',
          `$.schedule.budgets[${index}]`,
          'steers nothing; expected a cadence or round of its streams in that year with a size above 0',
        ),
  )
}
