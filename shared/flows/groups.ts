import { type BaseGroup, baseGroups } from '../pool/baseGroups.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { FlowAssumptions } from './assumptions.ts'

const indexesOf = (...groups: BaseGroup[]): readonly number[] => groups.map((group) => baseGroups.indexOf(group))
const everybody = indexesOf(...baseGroups)

/** Streams that invite whole base groups, with the groups (index into {@link baseGroups}). */
const groupsByProgram: { readonly [stream in Stream]?: readonly number[] } = {
  general: everybody,
  fsw: everybody,
  cec: indexesOf('cec', 'french-cec'),
  french: indexesOf('french', 'french-cec'),
}

/** The base groups a stream invites as a whole; undefined for categories, which cut across them, and nominees. */
export const invitedGroups = (stream: Stream): readonly number[] | undefined => groupsByProgram[stream]

/** Streams that cut across the base groups: categories by occupation, and FST. */
export const categoryStreams: readonly Stream[] = streams.filter(
  (stream) => !groupsByProgram[stream] && stream !== 'pnp',
)

/** Base groups (1 = yes) people of a category can be in. */
export const groupsOfCategory = (stream: Stream, { categoryShares }: FlowAssumptions): readonly number[] =>
  categoryShares.inCanadaOnly.includes(stream)
    ? baseGroups.map((_, group) => (indexesOf('cec', 'french-cec').includes(group) ? 1 : 0))
    : baseGroups.map(() => 1)

/** Assumed share of everybody in a category, and whether it is a guess. */
export function categoryShare(
  stream: Stream,
  { categoryShares }: FlowAssumptions,
): { share: number; guessed: boolean } {
  const known = categoryShares.known[stream]
  return known === undefined
    ? { share: categoryShares.guessed[stream] ?? 0.003, guessed: true }
    : { share: known, guessed: false }
}
