import { lowestOfPacked, trait } from '../crs/columns.ts'
import { program } from '../eligibility/programs.kernel.ts'
import { fact, type Pool } from '../pool/columns.ts'
import { ageGroups, type Composition, levelGroups, type ProgramName, programNames } from '../schema/draw.ts'
import { educationLevels } from '../schema/profile.ts'

const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>

const ageFloors = [0, 20, 30, 35, 40, 45]
const levelFloors = [0, 5, 6, 7, 8, 9, 10]

const groupAt = <Group>(groups: readonly Group[], floors: readonly number[], value: number): Group =>
  groups[floors.findLastIndex((floor) => value >= floor)]

/** The program an invitation names: a nominee's is PNP, then CEC before FSW before FST. */
export function invitedUnder(pool: Pool, row: number): ProgramName {
  if (pool.traits[row] & trait.provincialNomination) return 'pnp'
  if (pool.programs[row] & program.cec) return 'cec'
  return pool.programs[row] & program.fsw ? 'fsw' : 'fst'
}

/** Who the people in these rows are. */
export function compositionOf(pool: Pool, rows: ArrayLike<number>): Composition {
  const composition: Composition = {
    program: zeros(programNames),
    age: zeros(ageGroups),
    education: zeros(educationLevels),
    firstLanguageLevel: zeros(levelGroups),
    firstLanguage: { en: 0, fr: 0 },
    residence: { canada: 0, abroad: 0 },
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    composition.program[invitedUnder(pool, row)]++
    composition.age[groupAt(ageGroups, ageFloors, pool.ageYears[row])]++
    composition.education[educationLevels[pool.education[row]]]++
    composition.firstLanguageLevel[groupAt(levelGroups, levelFloors, lowestOfPacked(pool.firstLanguage[row]))]++
    composition.firstLanguage[pool.traits[row] & trait.frenchIsFirst ? 'fr' : 'en']++
    composition.residence[pool.facts[row] & fact.inCanada ? 'canada' : 'abroad']++
  }
  return composition
}
