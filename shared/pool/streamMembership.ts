import { lowestOfPacked, trait } from '../crs/columns.ts'
import { type CategoryCriteria, categories, categoryVersionOn } from '../eligibility/categoryVersions.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { type Day, parseDay } from '../lib/day.ts'
import { unitGroups } from '../profile/noc.ts'
import { frenchLevelsOf } from './baseGroups.ts'
import type { PersonColumns } from './columns.ts'

/** Category bits a main occupation opens to those who worked in it long enough. */
interface OccupationTable {
  minimumMonths: number
  anywhere: Uint16Array
  inCanada: Uint16Array
}

/** The categories in force on a day, unfolded for a column of people. */
interface MembershipTables {
  /** One for each number of months some category asks for. */
  byOccupation: OccupationTable[]
  /** Lowest NCLC of the French category; Infinity while there is none. */
  frenchLevel: number
}

const general = streamBit('general')
const pnp = streamBit('pnp')
const french = streamBit('french')

const isOccupation = (
  criteria: CategoryCriteria | undefined,
): criteria is Extract<CategoryCriteria, { kind: 'occupation' }> => criteria?.kind === 'occupation'

function membershipTables(on: Day): MembershipTables {
  const byOccupation: OccupationTable[] = []
  const tableFor = (minimumMonths: number): OccupationTable => {
    const known = byOccupation.find((table) => table.minimumMonths === minimumMonths)
    if (known) return known
    const length = unitGroups.length
    byOccupation.push({ minimumMonths, anywhere: new Uint16Array(length), inCanada: new Uint16Array(length) })
    return byOccupation[byOccupation.length - 1]
  }
  for (const { stream } of categories) {
    const version = categoryVersionOn(stream, on)
    if (!version || !isOccupation(version.criteria)) continue
    const { location, minimumMonths } = version.criteria
    const bits = tableFor(minimumMonths)[location === 'canada' ? 'inCanada' : 'anywhere']
    const codes = new Set(version.nocs)
    for (const [index, { code }] of unitGroups.entries()) if (codes.has(code)) bits[index] |= streamBit(stream)
  }
  const language = categoryVersionOn('french', on)?.criteria
  const frenchLevel = language?.kind === 'language' ? language.minimumLevel : Number.POSITIVE_INFINITY
  return { byOccupation, frenchLevel }
}

/** First days of every set of categories: those on which one begins, and those after one ended. Ascending. */
const changeDays: readonly Day[] = [
  ...new Set(
    categories.flatMap(({ versions }) =>
      versions.flatMap(({ effectiveFrom, effectiveTo }) => [
        parseDay(effectiveFrom),
        ...(effectiveTo === null ? [] : [parseDay(effectiveTo) + 1]),
      ]),
    ),
  ),
].sort((a, b) => a - b)

/** Months of an occupation that some version of some category asks for, ascending. */
export const categoryMonths: readonly number[] = [
  ...new Set(
    categories.flatMap(({ versions }) =>
      versions.flatMap(({ criteria }) => (isOccupation(criteria) ? [criteria.minimumMonths] : [])),
    ),
  ),
].sort((a, b) => a - b)

/** Whether other categories are in force on a day than on the day before. */
export const categoriesChangeOn = (day: Day): boolean => changeDays.includes(day)

const tablesByChangeDay = new Map<Day, MembershipTables>()

/** The tables of a day, made once for all days between two changes. */
function tablesOn(day: Day): MembershipTables {
  const since = changeDays.findLast((change) => change <= day) ?? Number.NEGATIVE_INFINITY
  const known = tablesByChangeDay.get(since)
  if (known) return known
  const tables = membershipTables(day)
  tablesByChangeDay.set(since, tables)
  return tables
}

/** Streams of the person of a row, one bit each. */
export type StreamsOf = (people: PersonColumns, row: number) => number

/**
 * Streams under the categories in force on a day. A person is in every stream whose criteria they meet; without a program in
 * none. Nominees are invited in nominee and general draws only: program and category draws name CEC, FSW and FST, and IRCC
 * counted nobody above 700 invited under those in 2024 and 2025. Military recruits are not modelled.
 */
export function streamsOn(on: Day): StreamsOf {
  const { byOccupation, frenchLevel } = tablesOn(on)
  return (people, row) => {
    const programs = people.programs[row]
    if (programs === 0) return 0
    const traits = people.traits[row]
    if (traits & trait.provincialNomination) return general | pnp
    let mask = programs | general
    const frenchLevels = frenchLevelsOf(people, row)
    if (frenchLevels !== 0 && lowestOfPacked(frenchLevels) >= frenchLevel) mask |= french
    for (const { minimumMonths, anywhere, inCanada } of byOccupation) {
      if (people.occupationMonths[row] < minimumMonths) continue
      mask |= anywhere[people.occupation[row]]
      if (people.canadianWorkYears[row] > 0) mask |= inCanada[people.occupation[row]]
    }
    return mask
  }
}

/** Writes the streams of rows `from` to `to - 1` under the categories in force on a day. */
export function evaluateStreams(
  people: PersonColumns,
  from: number,
  to: number,
  on: Day,
  streamsOut: Uint16Array,
): void {
  const streamsOf = streamsOn(on)
  for (let row = from; row < to; row++) streamsOut[row] = streamsOf(people, row)
}
