import type { Bilingual } from '../schema/common.ts'
import file from './noc2021.json'
import work from './work.json'

/** One of the 516 unit groups of NOC 2021. */
export interface UnitGroup {
  readonly code: string
  readonly title: Bilingual
  /** Training, Education, Experience and Responsibilities: 0 (management) to 5; the second digit of the code. */
  readonly teer: number
  /** In a group the Federal Skilled Trades program accepts. */
  readonly fst: boolean
}

/** All unit groups, by code. */
export const unitGroups: readonly UnitGroup[] = file.unitGroups

/**
 * @example
 * nocByCode.get('21231')?.title.en // "Software engineers and designers"
 */
export const nocByCode: ReadonlyMap<string, UnitGroup> = new Map(unitGroups.map((group) => [group.code, group]))

/** Whether work in a unit group is skilled work (TEER 0 to 3); false for an unknown code. */
export function isSkilled(code: string): boolean {
  const group = nocByCode.get(code)
  return group !== undefined && group.teer <= work.highestSkilledTeer
}
