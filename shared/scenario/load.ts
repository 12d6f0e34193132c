import { resolveRuleset } from '../crs/ruleset.ts'
import { snapshots } from '../draws/history.ts'
import { parseDay, tryParseDay } from '../lib/day.ts'
import { InputError, type Issue, issue, received } from '../lib/errors.ts'
import { lifeOf } from '../life/assumptions.ts'
import { DAYS_PER_MONTH } from '../life/lifeEvent.ts'
import { populationAssumptions } from '../pool/assumptions.ts'
import { SCENARIO_SCHEMA_VERSION, Scenario, scenarioLimits } from '../schema/scenario.ts'
import { pathOf, shapeIssues } from '../schema/validate.ts'
import { migrateScenario } from './migrate.ts'
import { scheduleIssues } from './schedule.ts'

/** Every text under a key that holds a date, with its path. */
function* datesIn(value: unknown, path: string): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* datesIn(member, `${path}[${index}]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'string' && dateKeys.has(key)) yield [`${path}.${key}`, member]
      else yield* datesIn(member, `${path}.${key}`)
    }
  }
}

const dateKeys = new Set(['asOf', 'from', 'to', 'date', 'firstDate', 'until'])

const calendarIssues = (scenario: Scenario): Issue[] =>
  [...datesIn(scenario, '$')]
    .filter(([, text]) => tryParseDay(text) === undefined)
    .map(([path, text]) => issue('EE_DATE', path, `received ${received(text)}; there is no such day in the calendar`))

function rulesIssues({ rules, asOf }: Scenario): Issue[] {
  const issues: Issue[] = []
  if (rules[0].from > asOf) {
    issues.push(
      issue(
        'EE_SCENARIO',
        '$.rules[0].from',
        `received ${rules[0].from}; expected rules in force on ${asOf}, the start`,
      ),
    )
  }
  for (const [index, { from, rulesetId, patches }] of rules.entries()) {
    if (index > 0 && from <= rules[index - 1].from) {
      issues.push(issue('EE_SCENARIO', `$.rules[${index}].from`, `received ${from}; expected a later day than before`))
    }
    try {
      resolveRuleset(rulesetId, patches)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      for (const { code, path, message } of error.issues) {
        const place = path === '$.ruleset' ? '.rulesetId' : path.startsWith('$.patches') ? path.slice(1) : ''
        const rule = place === '' ? `${path.slice(2)}: ` : ''
        issues.push(issue(code, `$.rules[${index}]${place}`, `${rule}${message}`))
      }
    }
  }
  return issues
}

function outcomeIssues({ invitations }: Scenario): Issue[] {
  return Object.entries(invitations?.outcomes ?? {}).flatMap(([stream, outcome]) =>
    outcome && outcome.applies + outcome.declines > 1
      ? [
          issue(
            'EE_SCENARIO',
            pathOf(['invitations', 'outcomes', stream]),
            'applies and declines add up to more than 1',
          ),
        ]
      : [],
  )
}

function archetypeIssues({ arrivals }: Scenario): Issue[] {
  const names = populationAssumptions.archetypes.map(({ name }) => name)
  return Object.keys(arrivals?.archetypes ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => {
      const message = `received ${received(name)}; expected one of ${names.join(', ')}`
      return issue('EE_SCENARIO', '$.arrivals.archetypes', message)
    })
}

/** So many times the assumed arrivals, roughly: archetypes by their shares. */
function archetypeFactor({ arrivals }: Scenario): number {
  let scaled = 0
  let all = 0
  for (const { name, share } of populationAssumptions.archetypes) {
    scaled += share * (arrivals?.archetypes?.[name] ?? 1)
    all += share
  }
  return scaled / all
}

/** Profiles a person has in a run, at most on average, when all that may come back do. */
function returning({ attrition, lifeEvents }: Scenario, days: number): number {
  const { on, afterExpiry, afterLapse } = lifeOf(lifeEvents).reentry
  const validityMonths = attrition?.validityMonths ?? populationAssumptions.attrition.validityMonths
  return on ? 1 + (Math.max(afterExpiry, afterLapse) * days) / (validityMonths * DAYS_PER_MONTH) : 1
}

/** A pool can be made for days since the first published table only. */
function snapshotIssues(scenario: Scenario): Issue[] {
  const { asOf, horizonDays, arrivals, population } = scenario
  const [first] = snapshots
  const table = snapshots.findLast((snapshot) => snapshot.asOf <= asOf)
  if (!table) {
    const message = `received ${asOf}; expected ${first.asOf} or later, the day of the first published pool table`
    return [issue('EE_SNAPSHOT_NONE', '$.asOf', message)]
  }
  const days = parseDay(asOf) + horizonDays - parseDay(table.asOf)
  if (days > scenarioLimits.horizonDays) {
    const message = `the run would begin with the pool table of ${table.asOf} and last ${days} days`
    return [issue('EE_LIMIT', '$.asOf', `${message}; at most ${scenarioLimits.horizonDays}`)]
  }
  const { arrivals: assumed } = populationAssumptions
  const arriving = (arrivals?.perDay ?? assumed.mostPerDay) * archetypeFactor(scenario) * days
  const people = returning(scenario, days) * ((population?.size ?? table.total) + arriving)
  const message = `some ${Math.round(people)} people with those who arrive; at most ${scenarioLimits.people}`
  return people > scenarioLimits.people ? [issue('EE_LIMIT', '$.arrivals.perDay', message)] : []
}

/** Whether a value says it is of a schema version this program does not write. */
function versionIssue(value: unknown): Issue | undefined {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined
  if (typeof version !== 'number' || version === SCENARIO_SCHEMA_VERSION) return undefined
  const message = `received ${version}; this program reads version ${SCENARIO_SCHEMA_VERSION}`
  return issue('EE_SCENARIO_VERSION', '$.schemaVersion', message)
}

/** Everything wrong with a scenario, each with its path; empty when it can be run. */
export function scenarioIssues(value: unknown): Issue[] {
  const version = versionIssue(value)
  if (version) return [version]
  const shape = shapeIssues(Scenario, value)
  if (shape.length > 0) return shape
  const scenario = value as Scenario
  const calendar = calendarIssues(scenario)
  if (calendar.length > 0) return calendar
  return [
    ...snapshotIssues(scenario),
    ...rulesIssues(scenario),
    ...scheduleIssues(scenario),
    ...outcomeIssues(scenario),
    ...archetypeIssues(scenario),
  ]
}

/**
 * A scenario from the content of a file, a request or the store; one of an earlier schema version is brought to the present one.
 *
 * @throws InputError with every issue: EE_SHAPE, EE_DATE, EE_SCENARIO, EE_SCENARIO_VERSION, EE_SNAPSHOT_NONE, EE_RULESET_UNKNOWN,
 *   EE_RULESET_INVALID, EE_RULESET_UNFILLED, EE_LIMIT
 */
export function readScenario(value: unknown): Scenario {
  const migrated = migrateScenario(value)
  const issues = scenarioIssues(migrated)
  if (issues.length > 0) throw new InputError(issues)
  return migrated as Scenario
}
