import { addMonths, type Day, dayOfInstant } from '../lib/day.ts'
import { refuse } from '../lib/errors.ts'
import { countingLimits } from '../life/countingLimits.ts'
import { dayOfStep, type Lives, ratingOfStep, writeLives } from '../life/lives.ts'
import { type RegimesOfRun, regimesBetween, StreamGroups } from '../life/regimes.ts'
import { expectedArrivals, type Newcomers, newcomers } from '../pool/arrivals.ts'
import { synthesizePool } from '../pool/population.ts'
import { scenarioLimits } from '../schema/scenario.ts'
import { Calendar } from './calendar.ts'
import { type NomineeChoice, nomineeChoice } from './nominees.ts'
import { mostArrivalFactor } from './parameters.ts'
import { type Profiles, profileColumns } from './profiles.ts'
import type { RunSettings } from './settings.ts'

/**
 * What all replications of a scenario have in common: the people of the first day, everybody who may come, and what happens
 * to each of them of itself. Made once; a replication copies the profiles.
 */
export interface World extends RegimesOfRun {
  settings: RunSettings
  groups: StreamGroups
  lives: Lives
  newcomers: Newcomers
  /** Life of the first newcomer; the lives before are those of the pool's people, row by row. */
  newcomerLife: number
  nomineeChoice: NomineeChoice
  /** Profiles of the first day. */
  profiles: Profiles
  rows: number
  /** First row of the section of people who came back: before it there is room for all first profiles. */
  firstReturned: number
  /** By day from the first on: index of the ruleset under which that day's steps are taken. */
  rulesOfDay: Uint8Array
  /** By day from the first on: last day of a profile submitted on it. */
  lastDayOfProfile: Int32Array
  /** Steps of the first day's people, in the calendar of every replication: row and rating. */
  steps: Calendar
}

/** The day on which a profile submitted on a day ends. */
export const expiryDay = ({ validityMonths }: RunSettings, submissionDay: Day): Day =>
  addMonths(submissionDay, validityMonths)

/** Standard deviations of room for more arrivals than expected: it is never too little. */
const DEVIATIONS = 12

/** Most new profiles of a run.
 *
 * @throws InputError EE_LIMIT
 */
export function mostArrivals(coming: Newcomers, settings: RunSettings): number {
  const { arrivals, firstDay, lastDay } = settings
  let expected = 0
  for (let day = firstDay + 1; day <= lastDay; day++) {
    for (const perDay of expectedArrivals(day, coming, arrivals)) expected += perDay
  }
  if (expected > scenarioLimits.people) {
    const message = `some ${Math.round(expected)} people would arrive; at most ${scenarioLimits.people}`
    throw refuse('EE_LIMIT', '$.arrivals', message)
  }
  const most = mostArrivalFactor(settings) * expected
  return Math.ceil(most + DEVIATIONS * Math.sqrt(most))
}

/** By day from the first on: index of the ruleset of its steps. New rules take over after them, and score everybody. */
function rulesByDay({ regimes }: RegimesOfRun, { firstDay, lastDay }: RunSettings): Uint8Array {
  const rules = new Uint8Array(lastDay - firstDay + 1).fill(regimes[0].rulesIndex)
  for (const { from, rulesIndex } of regimes.slice(1)) rules.fill(rulesIndex, from - firstDay + 1)
  return rules
}

/** The pool's people as profiles: row `i` lives life `i`. */
function profilesOf(
  lives: Lives,
  rules: number,
  submittedAt: Uint32Array,
  rows: number,
  settings: RunSettings,
): Profiles {
  const profiles = profileColumns(rows)
  for (let row = 0; row < rows; row++) {
    profiles.who[row] = row
    profiles.life[row] = row
    profiles.baseDay[row] = settings.firstDay
    profiles.rating[row] = ratingOfStep(lives, lives.first[row], rules)
    profiles.submittedAt[row] = submittedAt[row]
  }
  return profiles
}

/** Steps of the first day's people that come before their profiles end. */
function stepsOf(lives: Lives, rules: Uint8Array, profiles: Profiles, rows: number, settings: RunSettings): Calendar {
  const { firstDay, lastDay } = settings
  const steps = new Calendar(firstDay + 1, lastDay - firstDay, 3 * rows)
  for (let row = 0; row < rows; row++) {
    const ends = expiryDay(settings, dayOfInstant(profiles.submittedAt[row])) - firstDay
    for (let step = lives.first[row] + 1; step < lives.first[row + 1]; step++) {
      const day = dayOfStep(lives, step)
      if (day >= ends || day >= rules.length) break
      steps.add(firstDay + day, row, ratingOfStep(lives, step, rules[day]))
    }
  }
  return steps
}

/**
 * Makes the pool of the scenario's date and the lives of its people. They are fitted under the law of that day and then
 * scored under the scenario's rules: a reform in force from the start meets the same people.
 */
export function createWorld(settings: RunSettings): World {
  const { seed, snapshot, firstDay, lastDay, assumptions, lawOfSnapshot, poolSize, estimate, life } = settings
  const { pool, count, bank } = synthesizePool({
    snapshot,
    rules: lawOfSnapshot,
    seed,
    estimate,
    size: poolSize,
    assumptions,
  })
  const coming = newcomers(bank, estimate, assumptions, settings.arrivals, { seed, days: lastDay - firstDay })
  const run = regimesBetween(settings.rules, lawOfSnapshot, firstDay, lastDay)
  const groups = new StreamGroups(run.regimes)
  const rows = Int32Array.from({ length: count }, (_, row) => row)
  const waitedDays = rows.map((row) => firstDay - dayOfInstant(pool.submittedAt[row]))
  const lives = writeLives({
    beginners: [
      { name: 'pool', people: pool, rows, waitedDays },
      { name: 'newcomers', people: bank.people, rows: coming.bankRows },
    ],
    seed,
    rulesets: run.rulesets,
    groups,
    context: { life, population: assumptions, limits: countingLimits(run.rulesets) },
    horizonDays: lastDay - firstDay,
  })
  const rulesOfDay = rulesByDay(run, settings)
  const profiles = profilesOf(lives, run.regimes[0].rulesIndex, pool.submittedAt, count, settings)
  return {
    ...run,
    settings,
    groups,
    lives,
    newcomers: coming,
    newcomerLife: count,
    nomineeChoice: nomineeChoice(life, assumptions),
    profiles,
    rows: count,
    rulesOfDay,
    lastDayOfProfile: Int32Array.from(rulesOfDay, (_, day) => expiryDay(settings, firstDay + day) - 1),
    firstReturned: count + mostArrivals(coming, settings),
    steps: stepsOf(lives, rulesOfDay, profiles, count, settings),
  }
}
