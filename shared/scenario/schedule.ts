import { publishedDraws } from '../draws/history.ts'
import { workWeek } from '../draws/openDays.ts'
import { drawPlanner } from '../draws/schedule.ts'
import { practiceSizes } from '../draws/scheduleSizes.ts'
import { formatDay, parseDay } from '../lib/day.ts'
import { type Issue, issue } from '../lib/errors.ts'
import type { Stream } from '../schema/common.ts'
import {
  type Cadence,
  type Round,
  type RoundDraw,
  type Scenario,
  type Schedule,
  scenarioLimits,
} from '../schema/scenario.ts'
import { budgetIssues, steeringIssues } from './budgets.ts'

function* listedIssues({ draws = [] }: Schedule, start: string, end: string): Generator<Issue> {
  for (const [index, { date, size, minimumScore }] of draws.entries()) {
    const path = `$.schedule.draws[${index}]`
    if (size === undefined && minimumScore === undefined) {
      yield issue('EE_SCENARIO', path, 'expected a size, a minimumScore, or both')
    }
    if (date < start || date > end) {
      yield issue('EE_SCENARIO', `${path}.date`, `received ${date}; the run goes from ${start} to ${end}`)
    }
  }
}

function orderIssues({ from, to }: { from: string; to: string }, path: string): Issue[] {
  return to < from ? [issue('EE_SCENARIO', `${path}.to`, `received ${to}; expected ${from} or later`)] : []
}

function* rangeIssues(schedule: Schedule): Generator<Issue> {
  for (const kind of ['pauses', 'published'] as const) {
    for (const [index, range] of (schedule[kind] ?? []).entries()) {
      yield* orderIssues(range, `$.schedule.${kind}[${index}]`)
    }
  }
}

/** Whether a draw of a rhythm says once, and in a way that gives at least one size, how large it is. */
function* sizingIssues(
  { sizes, sizesFrom }: Pick<RoundDraw, 'sizes' | 'sizesFrom'>,
  streams: readonly Stream[],
  path: string,
): Generator<Issue> {
  if ((sizes === undefined) === (sizesFrom === undefined)) {
    const found = sizes === undefined ? 'neither' : 'both'
    yield issue('EE_SCENARIO', path, `has ${found} of sizes and sizesFrom; expected exactly one of them`)
  }
  if (sizesFrom === undefined) return
  const order = orderIssues(sizesFrom, `${path}.sizesFrom`)
  yield* order
  if (order.length > 0) return
  for (const stream of sizesFrom.streams ? streams.slice(0, 1) : new Set(streams)) {
    if (practiceSizes(sizesFrom, stream, publishedDraws).length > 0) continue
    const named = sizesFrom.streams?.join(', ') ?? stream
    const message = `no draw of ${named} was published from ${sizesFrom.from} to ${sizesFrom.to}; expected another period, streams, or sizes`
    yield issue('EE_SCENARIO', `${path}.sizesFrom`, message)
  }
}

function* rhythmIssues(rhythm: Cadence | Round, path: string): Generator<Issue> {
  const { firstDate, everyDays, until, weekdays = workWeek, jitterDays = 0 } = rhythm
  if (until !== undefined && until < firstDate) {
    yield issue('EE_SCENARIO', `${path}.until`, `received ${until}; expected ${firstDate} or later`)
  }
  const open = Math.floor((everyDays * new Set(weekdays).size) / 7)
  const most = Math.max(0, Math.ceil(open / 2) - 1)
  if (jitterDays > most) {
    const message = `received ${jitterDays}; expected at most ${most}: less than half of the ${open} days a turn has to itself`
    yield issue('EE_SCENARIO', `${path}.jitterDays`, message)
  }
}

function* rhythmsIssues({ cadences = [], rounds = [] }: Schedule): Generator<Issue> {
  for (const [index, cadence] of cadences.entries()) {
    const path = `$.schedule.cadences[${index}]`
    yield* rhythmIssues(cadence, path)
    yield* sizingIssues(cadence, [cadence.stream], path)
  }
  for (const [index, round] of rounds.entries()) {
    const path = `$.schedule.rounds[${index}]`
    yield* rhythmIssues(round, path)
    for (const [place, draw] of round.draws.entries()) {
      yield* sizingIssues(draw, draw.streams, `${path}.draws[${place}]`)
    }
  }
}

/** About how many draws rhythms give, from their pace alone: nothing is made that might be too much. */
function* paceIssues({ cadences = [], rounds = [] }: Schedule, horizonDays: number): Generator<Issue> {
  const draws = {
    cadences: cadences.reduce((sum, { everyDays }) => sum + horizonDays / everyDays, 0),
    rounds: rounds.reduce((sum, { everyDays, draws }) => sum + (draws.length * horizonDays) / everyDays, 0),
  }
  for (const kind of ['cadences', 'rounds'] as const) {
    if (draws[kind] <= scenarioLimits.draws) continue
    const message = `gives about ${Math.round(draws[kind])} draws; at most ${scenarioLimits.draws}`
    yield issue('EE_LIMIT', `$.schedule.${kind}`, message)
  }
}

/** What only the draws themselves can show: that they are too many, or that a budget steers none of them. */
function planIssues(schedule: Schedule, start: string, end: string): Issue[] {
  const { draws, budgets } = drawPlanner(schedule, { from: start, to: end, history: publishedDraws })()
  const message = `gives ${draws.length} draws; at most ${scenarioLimits.draws}`
  const tooMany = draws.length > scenarioLimits.draws ? [issue('EE_LIMIT', '$.schedule', message)] : []
  return [...tooMany, ...steeringIssues(budgets)]
}

/** Everything wrong with the schedule of a scenario whose shape and dates are right. */
export function scheduleIssues(scenario: Scenario): Issue[] {
  const { asOf, horizonDays, schedule } = scenario
  const [start, end] = [asOf, formatDay(parseDay(asOf) + horizonDays)]
  const issues = [
    ...listedIssues(schedule, start, end),
    ...rangeIssues(schedule),
    ...rhythmsIssues(schedule),
    ...paceIssues(schedule, horizonDays),
    ...budgetIssues(schedule.budgets ?? [], start, end),
  ]
  return issues.length > 0 ? issues : planIssues(schedule, start, end)
}
