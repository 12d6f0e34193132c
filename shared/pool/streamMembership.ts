import { lowestOfPacked, trait } from '../crs/columns.ts'
import { type CategoryCriteria, categories, categoryVersionOn } from '../eligibility/categoryVersions.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { type Day, parseDay } from '../lib/day.ts'
import { unitGroups } from '../profile/noc.ts'
import { fact, type PersonColumns } from './columns.ts'

/** The categories in force on a day, unfolded for a column of people. */
interface MembershipTables {
  /** Category bits a main occupation opens, worked in anywhere. */
  byOccupation: Uint16Array
  /** Category bits it opens if worked in Canada. */
  byOccupationInCanada: Uint16Array
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
  const byOccupation = new Uint16Array(unitGroups.length)
  const byOccupationInCanada = new Uint16Array(unitGroups.length)
  for (const { stream } of categories) {
    const version = categoryVersionOn(stream, on)
    if (!version || !isOccupation(version.criteria)) continue
    const table = version.criteria.location === 'canada' ? byOccupationInCanada : byOccupation
    const codes = new Set(version.nocs)
    for (const [index, { code }] of unitGroups.entries()) if (codes.has(code)) table[index] |= streamBit(stream)
  }
  const language = categoryVersionOn('french', on)?.criteria
  const frenchLevel = language?.kind === 'language' ? language.minimumLevel : Number.POSITIVE_INFINITY
  return { byOccupation, byOccupationInCanada, frenchLevel }
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

/**
 * Writes the streams of rows `from` to `to - 1` under the categories in force on a day. A person is in every stream whose
 * criteria they meet; without a program in none. Nominees are invited in nominee and general draws only: program and
 * category draws name CEC, FSW and FST, and IRCC counted nobody above 700 invited under those in 2024 and 2025. Work of the main occupation counts as recent if the person's facts say so
 * (an assumption of the population); military recruits are not modelled.
 */
export function evaluateStreams(
  people: PersonColumns,
  from: number,
  to: number,
  on: Day,
  streamsOut: Uint16Array,
): void {
  const { byOccupation, byOccupationInCanada, frenchLevel } = tablesOn(on)
  for (let row = from; row < to; row++) {
    const programs = people.programs[row]
    if (programs === 0) {
      streamsOut[row] = 0
      continue
    }
    const traits = people.traits[row]
    if (traits & trait.provincialNomination) {
      streamsOut[row] = general | pnp
      continue
    }
    const facts = people.facts[row]
    let mask = programs | general
    const frenchLevels = traits & trait.frenchIsFirst ? people.firstLanguage[row] : people.secondLanguage[row]
    if (frenchLevels !== 0 && lowestOfPacked(frenchLevels) >= frenchLevel) mask |= french
    if (facts & fact.recentOccupation) {
      mask |= byOccupation[people.occupation[row]]
      if (people.canadianWorkYears[row] > 0) mask |= byOccupationInCanada[people.occupation[row]]
    }
    streamsOut[row] = mask
  }
}
