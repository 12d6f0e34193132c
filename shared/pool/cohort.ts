import { lowestOfPacked, trait } from '../crs/columns.ts'
import { program } from '../eligibility/programs.kernel.ts'
import { ageGroups, type Composition, levelGroups, type ProgramName, programNames } from '../schema/draw.ts'
import { educationLevels } from '../schema/profile.ts'
import { fact, type PersonColumns } from './columns.ts'

/** Lowest age of each age group, and lowest level of each level group. */
export const ageFloors = [0, 20, 30, 35, 40, 45]
const levelFloors = [0, 5, 6, 7, 8, 9, 10]

const groupByValue = (length: number, floors: readonly number[]): Uint8Array =>
  Uint8Array.from({ length }, (_, value) => floors.findLastIndex((floor) => value >= floor))

const ageGroup = groupByValue(128, ageFloors)
const levelGroup = groupByValue(16, levelFloors)

/** Where each field of a cohort's number stands: shift and bits. */
const field = {
  program: { shift: 0, bits: 2 },
  age: { shift: 2, bits: 3 },
  education: { shift: 5, bits: 3 },
  firstLanguageLevel: { shift: 8, bits: 3 },
  firstLanguage: { shift: 11, bits: 1 },
  residence: { shift: 12, bits: 1 },
} as const

/** Numbers of cohorts are below this. */
export const COHORTS = 1 << 13

/** The program an invitation names: a nominee's is PNP, then CEC before FSW before FST. */
export function invitedUnder(people: PersonColumns, row: number): ProgramName {
  if (people.traits[row] & trait.provincialNomination) return 'pnp'
  if (people.programs[row] & program.cec) return 'cec'
  return people.programs[row] & program.fsw ? 'fsw' : 'fst'
}

/** Everything a composition tells people apart by, in one number. */
export const cohortOf = (people: PersonColumns, row: number): number =>
  (programNames.indexOf(invitedUnder(people, row)) << field.program.shift) |
  (ageGroup[people.ageYears[row]] << field.age.shift) |
  (people.education[row] << field.education.shift) |
  (levelGroup[lowestOfPacked(people.firstLanguage[row])] << field.firstLanguageLevel.shift) |
  ((people.traits[row] & trait.frenchIsFirst ? 1 : 0) << field.firstLanguage.shift) |
  ((people.facts[row] & fact.inCanada ? 0 : 1) << field.residence.shift)

/** Whether the people of a cohort live in Canada. */
export const isCohortInCanada = (cohort: number): boolean => ((cohort >> field.residence.shift) & 1) === 0

/** The cohort of the same people once a province has nominated them. */
export const nomineeCohort = (cohort: number): number =>
  (cohort & ~((1 << field.program.bits) - 1)) | programNames.indexOf('pnp')

/** The groups of each field, in the order of their numbers. */
export const compositionGroups = {
  program: programNames,
  age: ageGroups,
  education: educationLevels,
  firstLanguageLevel: levelGroups,
  firstLanguage: ['en', 'fr'],
  residence: ['canada', 'abroad'],
} as const

/** Index into the groups of a field of the people of a cohort. */
export function groupOfCohort(name: keyof typeof compositionGroups, cohort: number): number {
  const { shift, bits } = field[name]
  return (cohort >> shift) & ((1 << bits) - 1)
}

/** Persons by group from persons by cohort. */
export function compositionOf(personsByCohort: ArrayLike<number>): Composition {
  const composition = Object.entries(compositionGroups).map(([name, groups]) => {
    const persons = new Array<number>(groups.length).fill(0)
    for (let cohort = 0; cohort < COHORTS; cohort++) {
      const count = personsByCohort[cohort]
      if (count > 0) persons[groupOfCohort(name as keyof typeof compositionGroups, cohort)] += count
    }
    return [name, Object.fromEntries(groups.map((group, index) => [group, persons[index]]))]
  })
  return Object.fromEntries(composition) as Composition
}
