import { categories, categoryVersionOn } from '../eligibility/categoryVersions.ts'
import type { Day } from '../lib/day.ts'
import { unitGroups } from '../profile/noc.ts'
import type { Stream } from '../schema/common.ts'

/** Every occupation group there can be: the category that lists an occupation, or none. */
export type OccupationGroup = Stream | 'other'

export interface OccupationGroups {
  /** Groups in force on the day, in the order of the categories, `other` last. */
  names: readonly OccupationGroup[]
  /** Index into `names` by index of the unit group. */
  ofOccupation: Uint8Array
}

/** Occupations by the category that lists them on a day; the first one where several do, so that everybody counts once. */
export function occupationGroupsOn(day: Day): OccupationGroups {
  const listed = categories.flatMap(({ stream }) => {
    const version = categoryVersionOn(stream, day)
    return version?.criteria.kind === 'occupation' ? [{ stream, codes: new Set(version.nocs) }] : []
  })
  const other = listed.length
  return {
    names: [...listed.map(({ stream }) => stream), 'other'],
    ofOccupation: Uint8Array.from(unitGroups, ({ code }) => {
      const group = listed.findIndex(({ codes }) => codes.has(code))
      return group < 0 ? other : group
    }),
  }
}
