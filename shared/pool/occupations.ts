import { categories } from '../eligibility/categoryVersions.ts'
import type { RandomStream } from '../lib/random.ts'
import { weightedChoice } from '../lib/weightedChoice.ts'
import { isSkilled, unitGroups } from '../profile/noc.ts'

/** Draws a main occupation: the index of a unit group in the NOC table. */
export type OccupationChoice = (random: RandomStream) => number

const codesOf = (stream: string): Set<string> =>
  new Set(
    categories.filter((one) => one.stream === stream).flatMap(({ versions }) => versions.flatMap(({ nocs }) => nocs)),
  )

const listed = new Set(categories.flatMap(({ versions }) => versions.flatMap(({ nocs }) => nocs)))

/** Skilled unit groups of an occupation group: a category's (in any of its versions), or `teer0` ... `teer3` outside all. */
function membersOf(group: string): number[] {
  const teer = /^teer(\d)$/.exec(group)
  const codes = codesOf(group)
  return unitGroups.flatMap(({ code, teer: level }, index) => {
    const isMember = teer ? level === Number(teer[1]) && !listed.has(code) : codes.has(code)
    return isMember && isSkilled(code) ? [index] : []
  })
}

/** @param weights weight by occupation group; every unit group within one is equally likely */
export function occupationChoice(weights: Record<string, number | undefined>): OccupationChoice {
  const groups = Object.keys(weights).map(membersOf)
  const choice = weightedChoice(Object.values(weights).map((weight) => weight ?? 0))
  return (random) => {
    const members = groups[choice.pick(random)]
    return members[random.integer(members.length)]
  }
}
