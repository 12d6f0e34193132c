import { type ScoringColumns, scoringColumns } from '../crs/columns.ts'

/** What a candidate is, apart from when they were born and submitted: the columns the CRS reads and who they are. */
export interface PersonColumns extends ScoringColumns {
  /** Bits of `program`. */
  readonly programs: Uint8Array
  /** Index into the NOC table of the main occupation. */
  readonly occupation: Uint16Array
  /** Index into the archetypes of the population's assumptions. */
  readonly archetype: Uint8Array
  /** Bits of `fact`. */
  readonly facts: Uint8Array
  /** Months in the main occupation within the last three years. */
  readonly occupationMonths: Uint8Array
}

export const fact = {
  inCanada: 1 << 0,
  /** Canadian work lies too far back for CEC: fewer than 12 months of it within the last 36. */
  cecWindowClosed: 1 << 1,
} as const

/** The candidate pool on a day: row `i` of every column is one person, the earliest submission first. */
export interface Pool extends PersonColumns {
  /** UTC seconds of submission. */
  readonly submittedAt: Uint32Array
  readonly score: Uint16Array
  /** Bit `i` = belongs to `streams[i]`. */
  readonly streams: Uint16Array
}

export function personColumns(length: number): PersonColumns {
  return {
    ...scoringColumns(length),
    programs: new Uint8Array(length),
    occupation: new Uint16Array(length),
    archetype: new Uint8Array(length),
    facts: new Uint8Array(length),
    occupationMonths: new Uint8Array(length),
  }
}

export function poolColumns(capacity: number): Pool {
  return {
    ...personColumns(capacity),
    submittedAt: new Uint32Array(capacity),
    score: new Uint16Array(capacity),
    streams: new Uint16Array(capacity),
  }
}

/** Copies who a person is from one set of columns to another. */
export function copyPerson(from: PersonColumns, fromRow: number, to: PersonColumns, toRow: number): void {
  to.ageYears[toRow] = from.ageYears[fromRow]
  to.education[toRow] = from.education[fromRow]
  to.firstLanguage[toRow] = from.firstLanguage[fromRow]
  to.secondLanguage[toRow] = from.secondLanguage[fromRow]
  to.canadianWorkYears[toRow] = from.canadianWorkYears[fromRow]
  to.foreignWorkYears[toRow] = from.foreignWorkYears[fromRow]
  to.spouseEducation[toRow] = from.spouseEducation[fromRow]
  to.spouseLanguage[toRow] = from.spouseLanguage[fromRow]
  to.spouseCanadianWorkYears[toRow] = from.spouseCanadianWorkYears[fromRow]
  to.traits[toRow] = from.traits[fromRow]
  to.programs[toRow] = from.programs[fromRow]
  to.occupation[toRow] = from.occupation[fromRow]
  to.archetype[toRow] = from.archetype[fromRow]
  to.facts[toRow] = from.facts[fromRow]
  to.occupationMonths[toRow] = from.occupationMonths[fromRow]
}
