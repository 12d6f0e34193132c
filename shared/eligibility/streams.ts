import type { Day } from '../lib/day.ts'
import type { Stream } from '../schema/common.ts'
import type { ProgramName } from '../schema/draw.ts'
import type { Profile } from '../schema/profile.ts'
import { type CategoryAnswer, categoryAnswer } from './categories.ts'
import { type CategoryStream, categories } from './categoryVersions.ts'
import { programFacts } from './facts.ts'
import { cec, fst, fsw, pnp } from './programs.ts'
import type { Answer } from './reasons.ts'
import { invitationOrder } from './rules.ts'
import { maskOf, streamsOf } from './streamBits.ts'

/** Every program and category with reasons, the streams that follow, and the program an invitation would name. */
export interface EligibilityResult {
  programs: Record<ProgramName, Answer>
  categories: Record<CategoryStream, CategoryAnswer>
  /** In the order of `streams`; empty = the profile does not enter the pool. */
  streams: Stream[]
  program: ProgramName | null
}

function programAnswers(profile: Profile, onDay: Day): EligibilityResult['programs'] {
  const facts = programFacts(profile, onDay)
  const federal = { cec: cec(facts), fsw: fsw(facts), fst: fst(facts) }
  const meetsProgram = Object.values(federal).some(({ eligible }) => eligible)
  return { pnp: pnp(profile.provincialNomination, meetsProgram), ...federal }
}

/**
 * What a candidate is eligible for on a day. A profile that leaves things open is answered too: what was taken for
 * granted stands among the reasons as `assumed.…`. The rule on nominees: a nomination adds `pnp`, it replaces none of
 * CEC, FSW and FST, one of which every profile in the pool has to meet.
 *
 * @param profile a profile that went through `readProfile`
 * @example
 * eligibility(profile, parseDay('2025-12-17')).streams // ['general', 'cec', 'french']
 */
export function eligibility(profile: Profile, onDay: Day): EligibilityResult {
  const programs = programAnswers(profile, onDay)
  const names = invitationOrder(onDay).filter((name) => programs[name].eligible)
  const meetsProgram = names.length > 0
  const answers = categories.map(
    ({ stream }) => [stream, categoryAnswer(stream, profile, onDay, meetsProgram)] as const,
  )
  const members: Stream[] = meetsProgram ? ['general', ...names] : []
  for (const [stream, { eligible }] of answers) if (eligible) members.push(stream)
  return {
    programs,
    categories: Object.fromEntries(answers) as EligibilityResult['categories'],
    streams: streamsOf(maskOf(members)),
    program: names[0] ?? null,
  }
}
