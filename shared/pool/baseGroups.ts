import { lowestOfPacked, trait } from '../crs/columns.ts'
import { program } from '../eligibility/programs.kernel.ts'
import type { PersonColumns } from './columns.ts'

/**
 * Everybody below 601 is in exactly one base group: Canadian experience or not, French of the category's level or not. Nearly
 * everybody with Canadian experience also meets FSW, so program draws of FSW reach all four.
 */
export const baseGroups = ['cec', 'fsw', 'french', 'french-cec'] as const
export type BaseGroup = (typeof baseGroups)[number]

/** NCLC of all four abilities the French category has asked for since there is one. */
const FRENCH_LEVEL = 7

/** Levels in French, packed; 0 = no test. */
export const frenchLevelsOf = (people: PersonColumns, row: number): number =>
  people.traits[row] & trait.frenchIsFirst ? people.firstLanguage[row] : people.secondLanguage[row]

/** Index into {@link baseGroups} of the person of a row. */
export function baseGroupOf(people: PersonColumns, row: number): number {
  const levels = frenchLevelsOf(people, row)
  const isFrench = levels !== 0 && lowestOfPacked(levels) >= FRENCH_LEVEL
  const isCec = (people.programs[row] & program.cec) !== 0
  return baseGroups.indexOf(isCec ? (isFrench ? 'french-cec' : 'cec') : isFrench ? 'french' : 'fsw')
}
