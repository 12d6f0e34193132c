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
}

export const fact = {
  inCanada: 1 << 0,
  /** Worked in the main occupation long enough in the last three years to count for its category. */
  recentOccupation: 1 << 1,
} as const

/** Where a person of the pool is. */
export const status = { left: 0, inPool: 1, invited: 2 } as const

/** The candidate pool: row `i` of every column is one person; rows are only ever appended, so a row is an identity. */
export interface Pool extends PersonColumns {
  /** Unique; last resort of every tie. */
  readonly id: Uint32Array
  /** UTC seconds of submission. */
  readonly submittedAt: Uint32Array
  /** Day number of birth; before 1970 negative. */
  readonly birthDay: Int32Array
  readonly score: Uint16Array
  /** Bit `i` = belongs to `streams[i]`. */
  readonly streams: Uint16Array
  readonly status: Uint8Array
}

export function personColumns(length: number): PersonColumns {
  return {
    ...scoringColumns(length),
    programs: new Uint8Array(length),
    occupation: new Uint16Array(length),
    archetype: new Uint8Array(length),
    facts: new Uint8Array(length),
  }
}

export function poolColumns(capacity: number): Pool {
  return {
    ...personColumns(capacity),
    id: new Uint32Array(capacity),
    submittedAt: new Uint32Array(capacity),
    birthDay: new Int32Array(capacity),
    score: new Uint16Array(capacity),
    streams: new Uint16Array(capacity),
    status: new Uint8Array(capacity),
  }
}

/** A pool with room for `capacity` rows and the same people in the same rows. */
export function enlarged(pool: Pool, capacity: number): Pool {
  const larger = poolColumns(capacity)
  for (const name of Object.keys(pool) as (keyof Pool)[]) larger[name].set(pool[name])
  return larger
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
}
