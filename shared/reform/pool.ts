import { latestKnownRulesetId } from '../crs/ruleset.ts'
import { compiledRuleset } from '../crs/score.ts'
import { publishedDraws, snapshots } from '../draws/history.ts'
import { maskOf } from '../eligibility/streamBits.ts'
import { bundledEstimate } from '../flows/bundledEstimates.ts'
import { nowcast } from '../flows/nowcast.ts'
import { parseDay } from '../lib/day.ts'
import { COHORTS, cohortOf, compositionGroups, groupOfCohort } from '../pool/cohort.ts'
import type { Pool } from '../pool/columns.ts'
import { synthesizePool } from '../pool/population.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PoolSnapshot } from '../schema/draw.ts'
import { occupationGroupsOn } from './occupationGroups.ts'

const composedGroupings = Object.keys(compositionGroups) as (keyof typeof compositionGroups)[]

/** Which kinds of groups people are told apart by. */
export const groupings = [...composedGroupings, 'occupation'] as const
export type Grouping = (typeof groupings)[number]

/** People who are alike in everything the effects tell apart, as one small number a row. */
export interface Cohorts {
  /** By row. */
  index: Uint16Array
  count: number
  /** By grouping: names of the groups, and the group of every cohort. */
  groups: { readonly [grouping in Grouping]: { names: readonly string[]; ofCohort: Uint8Array } }
}

/** The people a reform is tried on: the same ones each time, scored under the law of their day. */
export interface ReformPool {
  /** `2025-12-14`: the day of the published pool table. */
  asOf: string
  /** Ruleset of that day. */
  law: string
  persons: number
  people: Pool
  cohorts: Cohorts
  /** The newest published draw of every stream that has people: its size is what a draw of it invites. */
  draws: readonly { stream: Stream; date: string; size: number }[]
}

export interface ReformPoolRequest {
  /** Persons; default the published total. */
  size?: number
  seed?: string
}

function cohortsOf(people: Pool, persons: number, asOf: string): Cohorts {
  const occupations = occupationGroupsOn(parseDay(asOf))
  const known = new Map<number, number>()
  const index = new Uint16Array(persons)
  for (let row = 0; row < persons; row++) {
    const number = cohortOf(people, row) + COHORTS * occupations.ofOccupation[people.occupation[row]]
    let cohort = known.get(number)
    if (cohort === undefined) {
      cohort = known.size
      known.set(number, cohort)
    }
    index[row] = cohort
  }
  const numbers = [...known.keys()]
  return { index, count: known.size, groups: groupsOf(numbers, occupations.names) }
}

function groupsOf(numbers: readonly number[], occupationNames: readonly string[]): Cohorts['groups'] {
  const composed = composedGroupings.map((grouping) => {
    const ofCohort = Uint8Array.from(numbers, (number) => groupOfCohort(grouping, number % COHORTS))
    return [grouping, { names: compositionGroups[grouping], ofCohort }]
  })
  const ofCohort = Uint8Array.from(numbers, (number) => Math.floor(number / COHORTS))
  return { ...Object.fromEntries(composed), occupation: { names: occupationNames, ofCohort } } as Cohorts['groups']
}

/** The newest published pool table with an estimate of who is in it that ships with the program. */
export const newestTable = (): PoolSnapshot =>
  snapshots.findLast((snapshot) => bundledEstimate(snapshot, publishedDraws)) ?? snapshots[snapshots.length - 1]

/** Makes the pool of the newest table: half a second for 237,302 people. Same request, same people. */
export function reformPool({ size, seed = 'reform' }: ReformPoolRequest = {}): ReformPool {
  const snapshot = newestTable()
  const law = latestKnownRulesetId
  const { pool, count } = synthesizePool({
    snapshot,
    rules: compiledRuleset(law),
    seed,
    estimate: nowcast(snapshot, publishedDraws),
    ...(size === undefined ? {} : { size }),
  })
  const present = pool.streams.subarray(0, count).reduce((mask, one) => mask | one, 0)
  return {
    asOf: snapshot.asOf,
    law,
    persons: count,
    people: pool,
    cohorts: cohortsOf(pool, count, snapshot.asOf),
    draws: streams.flatMap((stream) => {
      const draw = publishedDraws.findLast((one) => one.stream === stream)
      return draw && (present & maskOf([stream])) !== 0 ? [{ stream, date: draw.date, size: draw.size }] : []
    }),
  }
}
