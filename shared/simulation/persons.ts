import { dayOfInstant, formatDay } from '../lib/day.ts'
import { groupOfRating, scoreOfRating } from '../life/rating.ts'
import { compositionGroups, groupOfCohort } from '../pool/cohort.ts'
import { type Stream, streams } from '../schema/common.ts'
import { closeDay, isDrawDue, liveThroughDay } from './day.ts'
import { cohortsOfRows, whoIs } from './lifeOfRow.ts'
import { type Held, holdNextDraw } from './processes/draws.ts'
import { isInPool } from './profiles.ts'
import { type SimulationState, sectionsOf } from './state.ts'

/** One column of a table of persons; all columns of a table have the same length. */
export interface PersonColumn {
  name: string
  /** `instant` = UTC milliseconds. */
  type: 'text' | 'integer' | 'instant'
  values: (string | number)[]
}

type Fields = keyof typeof compositionGroups
const fields = Object.keys(compositionGroups) as Fields[]

/** A table under construction: rows are given as lists in the order of the columns. */
class Table {
  readonly columns: PersonColumn[]

  constructor(columns: readonly Omit<PersonColumn, 'values'>[]) {
    this.columns = columns.map((column) => ({ ...column, values: [] }))
  }

  add(row: readonly (string | number)[]): void {
    for (const [index, value] of row.entries()) this.columns[index].values.push(value)
  }
}

const text = (name: string) => ({ name, type: 'text' as const })
const integer = (name: string) => ({ name, type: 'integer' as const })
const instant = (name: string) => ({ name, type: 'instant' as const })

const groupsOf = (cohort: number): string[] =>
  fields.map((name) => compositionGroups[name][groupOfCohort(name, cohort)])

/** An empty table of people who were invited, one row an ITA. */
const invitedTable = (): Table =>
  new Table([
    ...[integer('draw'), text('date'), text('stream'), integer('cutoff'), integer('person'), integer('score')],
    ...[instant('submittedAt'), integer('waitedDays'), ...fields.map(text)],
  ])

function addInvited(table: Table, state: SimulationState, { planned, selection, ratings }: Held): void {
  const { profiles, day, totals } = state
  const cohorts = cohortsOfRows(state, selection.invited)
  for (const [index, row] of selection.invited.entries()) {
    const submittedAt = profiles.submittedAt[row]
    table.add([
      ...[totals.draws, formatDay(day), planned.stream, selection.cutoff, whoIs(state, row)],
      ...[scoreOfRating(ratings[index]), 1000 * submittedAt, day - dayOfInstant(submittedAt)],
      ...groupsOf(cohorts[index]),
    ])
  }
}

/** The streams of each group under the rules in force, as words. */
function streamsByGroup({ world, regime }: SimulationState): string[] {
  const members = streams.map((stream): [Stream, Uint8Array] => [stream, world.groups.members(regime, stream)])
  return Array.from({ length: world.groups.count }, (_, group) =>
    members.flatMap(([stream, of]) => (of[group] === 1 ? stream : [])).join(' '),
  )
}

/** Everybody in the pool today, one row a person. */
export function poolPersons(state: SimulationState): PersonColumn[] {
  const table = new Table([
    ...[text('date'), integer('person'), integer('score'), text('streams'), instant('submittedAt')],
    ...fields.map(text),
  ])
  const { profiles, day } = state
  const named = streamsByGroup(state)
  const rows: number[] = []
  for (const { first, to } of sectionsOf(state)) {
    for (let row = first; row < to; row++) if (isInPool(profiles, row)) rows.push(row)
  }
  const cohorts = cohortsOfRows(state, Int32Array.from(rows))
  for (const [index, row] of rows.entries()) {
    const rating = profiles.rating[row]
    table.add([
      ...[formatDay(day), whoIs(state, row), scoreOfRating(rating), named[groupOfRating(rating)]],
      ...[1000 * profiles.submittedAt[row], ...groupsOf(cohorts[index])],
    ])
  }
  return table.columns
}

/**
 * Runs a state to its end and tells who was invited: synthetic persons, numbered, with the facts compositions tell people
 * apart by. The same person has the same number in all tables of a run.
 *
 * @param state between two days; afterwards it stands at the end of the last day
 */
export function invitedPersons(state: SimulationState): PersonColumn[] {
  const table = invitedTable()
  const { lastDay } = state.settings
  for (; ; state.day += 1) {
    liveThroughDay(state)
    while (isDrawDue(state)) addInvited(table, state, holdNextDraw(state))
    closeDay(state)
    if (state.day === lastDay) return table.columns
  }
}
