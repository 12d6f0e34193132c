import { categories } from '../eligibility/categoryVersions.ts'
import { assessmentEnd } from '../eligibility/facts.ts'
import { maskOf, streamsOf } from '../eligibility/streamBits.ts'
import { proofEnd } from '../language/validity.ts'
import { type Day, dayOfInstant, formatDay, parseDay } from '../lib/day.ts'
import type { Change } from '../schema/chance.ts'
import type { Profile } from '../schema/profile.ts'
import { type PathOptions, type PathStep, profileEnd, profileOn, submissionOn } from './path.ts'

type Kind = Change['kinds'][number]

/** Streams that occupations open, as a mask. */
const occupationStreams = maskOf(categories.filter(({ stream }) => stream !== 'french').map(({ stream }) => stream))

/** Dates that are in the profile itself, whether or not they change anything. */
function statedDates(profile: Profile, { today }: PathOptions): [kind: Kind, day: Day | undefined][] {
  const { firstLanguage, secondLanguage, languageTests = [], permitUntil } = profile
  return [
    ['test-ends', proofEnd(firstLanguage, languageTests)],
    ['test-ends', secondLanguage ? proofEnd(secondLanguage, languageTests) : undefined],
    ['assessment-ends', assessmentEnd(profile)],
    ['profile-begins', dayOfInstant(submissionOn(profile, today, today).instant)],
    ['profile-ends', profileEnd(profile, today)],
    ['permit-ends', permitUntil === undefined ? undefined : parseDay(permitUntil)],
  ]
}

/** What, besides the stated dates, explains that the person is different from one day to the next. */
function kindsOf(profile: Profile, before: PathStep, after: PathStep, options: PathOptions): Kind[] {
  const [then, now] = [after.day - 1, after.day].map((day) => profileOn(profile, day, options))
  const isWhole = (years: 'canadianWorkYears' | 'foreignWorkYears') => Math.floor(now[years]) > Math.floor(then[years])
  const opened = after.streams & ~before.streams
  const kinds: [Kind, boolean][] = [
    ['birthday', now.age > then.age],
    ['canadian-experience', isWhole('canadianWorkYears')],
    ['foreign-experience', isWhole('foreignWorkYears')],
    ['category-experience', before.streams !== 0 && (opened & occupationStreams) !== 0],
    ['profile-ends', before.submittedAt !== after.submittedAt],
  ]
  return kinds.flatMap(([kind, isSo]) => (isSo ? [kind] : []))
}

/**
 * The days ahead that matter to a person who does nothing: birthdays, work that completes a year or opens a category, and the end of
 * tests, assessment, profile and permit, each with what it does to score and streams.
 *
 * @param path the person's way, from today on
 */
export function calendarOf(profile: Profile, path: readonly PathStep[], options: PathOptions): Change[] {
  const { today, until } = options
  const kindsByDay = new Map<Day, Set<Kind>>()
  const note = (day: Day, kind: Kind) => kindsByDay.set(day, (kindsByDay.get(day) ?? new Set()).add(kind))
  for (const [kind, day] of statedDates(profile, options)) {
    if (day !== undefined && day > today && day <= until) note(day, kind)
  }
  for (const [index, step] of path.entries()) {
    if (index === 0) continue
    for (const kind of kindsOf(profile, path[index - 1], step, options)) note(step.day, kind)
    if (!kindsByDay.has(step.day)) note(step.day, 'other')
  }
  return [...kindsByDay]
    .sort(([one], [other]) => one - other)
    .map(([day, kinds]) => {
      const after = path.findLast((step) => step.day <= day) ?? path[0]
      const before = path.findLast((step) => step.day < day) ?? path[0]
      return {
        date: formatDay(day),
        kinds: [...kinds],
        score: after.streams === 0 ? null : after.score,
        points: after.score - before.score,
        opens: streamsOf(after.streams & ~before.streams),
        closes: streamsOf(before.streams & ~after.streams),
      }
    })
}
