import type { CompiledRuleset } from '../crs/compile.ts'
import { scoreProfile } from '../crs/score.ts'
import { maskOf } from '../eligibility/streamBits.ts'
import { eligibility } from '../eligibility/streams.ts'
import { withValidLanguages } from '../language/validity.ts'
import {
  addMonths,
  completedYears,
  type Day,
  dayOfInstant,
  instantOfDay,
  parseDay,
  tryParseInstant,
} from '../lib/day.ts'
import { populationAssumptions } from '../pool/assumptions.ts'
import { countsForCrs, fullTimeShare } from '../profile/countedWork.ts'
import type { Profile } from '../schema/profile.ts'

export const DAYS_PER_YEAR = 365.25

/** One person as the pool sees them from a day on, until the next step. */
export interface PathStep {
  day: Day
  score: number
  /** One bit a stream; 0 = not in the pool. */
  streams: number
  /** When the profile was submitted, in UTC seconds. */
  submittedAt: number
}

/** How much skilled work is done from the day the profile describes on: 1 = full-time, 0 = none. */
export interface OngoingWork {
  canada: number
  abroad: number
}

/** What is assumed of the person's time in the pool. */
export interface PathOptions {
  /** The day the profile describes. */
  today: Day
  until: Day
  rules: CompiledRuleset
  /** Works on in a skilled job where the profile says so, or, without dated jobs, where there is such work already. */
  worksOn: boolean
  /** Submits again on the day the profile ends. */
  renews: boolean
}

/** Where the person works on: only there years are gained, and only by work that counts. */
export function ongoingWork(profile: Profile, { worksOn }: PathOptions): OngoingWork {
  const { work, canadianWorkYears, foreignWorkYears } = profile
  if (!worksOn) return { canada: 0, abroad: 0 }
  if (work) {
    const current = work.filter((job) => !job.to && countsForCrs(job))
    const shareIn = (country: 'canada' | 'abroad') => fullTimeShare(current.filter((job) => job.country === country))
    return { canada: shareIn('canada'), abroad: shareIn('abroad') }
  }
  return { canada: canadianWorkYears > 0 ? 1 : 0, abroad: canadianWorkYears === 0 && foreignWorkYears > 0 ? 1 : 0 }
}

/** Somebody from a day on: as they are then, and where they work. */
export interface Stage {
  from: Day
  profile: Profile
  works: OngoingWork
}

/** The last day on which work in Canada is authorized, as far as the profile tells. */
const permitEnd = ({ permitUntil }: Profile): Day =>
  permitUntil === undefined ? Number.POSITIVE_INFINITY : parseDay(permitUntil)

/** Jobs in Canada that go on, ended with the permit once that is over. */
function authorizedWork({ work, permitUntil }: Profile): Profile['work'] {
  return work?.map((job) => (job.country === 'canada' && !job.to ? { ...job, to: permitUntil } : job))
}

/**
 * The profile as it is on a later day: older, with more work, work in Canada only until the permit ends, and without a second
 * language whose test is too old. Without a birth date the age stays what it is.
 */
export function profileOn(
  profile: Profile,
  day: Day,
  options: PathOptions,
  works = ongoingWork(profile, options),
): Profile {
  const { birthDate, age, canadianWorkYears, foreignWorkYears } = profile
  const { today } = options
  const isPermitOver = day > permitEnd(profile)
  const worked = Math.max(0, Math.min(day, permitEnd(profile)) - today) / DAYS_PER_YEAR
  return {
    ...withValidLanguages(profile, day),
    age: birthDate === undefined ? age : completedYears(parseDay(birthDate), day),
    canadianWorkYears: Math.max(0, canadianWorkYears + works.canada * worked),
    foreignWorkYears: foreignWorkYears + (works.abroad * (day - today)) / DAYS_PER_YEAR,
    ...(isPermitOver && profile.work && { work: authorizedWork(profile) }),
  }
}

/** When the profile was, or is, submitted: today unless it says otherwise. */
const submissionOf = ({ submittedAt }: Profile, today: Day): number =>
  submittedAt === undefined ? instantOfDay(today) : (tryParseInstant(submittedAt) ?? instantOfDay(today))

/** A submission, and the day the profile ends with it. */
export interface Submission {
  /** UTC seconds. */
  instant: number
  ends: Day
}

const submissionAt = (instant: number): Submission => ({
  instant,
  ends: addMonths(dayOfInstant(instant), populationAssumptions.attrition.validityMonths),
})

/** The submission in force on a day, or the one to come: whoever submitted a profile that has ended since has renewed it. */
export function submissionOn(profile: Profile, today: Day, day: Day): Submission {
  let submission = submissionAt(submissionOf(profile, today))
  while (submission.ends <= day) submission = submissionAt(instantOfDay(submission.ends))
  return submission
}

/** The day a submitted profile ends; undefined when nothing says that it was or will be submitted. */
export const profileEnd = (profile: Profile, today: Day): Day | undefined =>
  profile.submittedAt === undefined ? undefined : submissionOn(profile, today, today).ends

/** Days between two looks; the days between are searched where the two differ. */
const STRIDE_DAYS = 7

const isSame = (one: PathStep, other: PathStep): boolean =>
  one.score === other.score && one.streams === other.streams && one.submittedAt === other.submittedAt

/** How the pool sees somebody on a day. */
function stepOn({ profile, works }: Stage, day: Day, options: PathOptions): PathStep {
  const { today, rules, renews } = options
  const first = submissionOn(profile, today, today)
  const { instant } = renews ? submissionOn(profile, today, day) : first
  const isSubmitted = day >= dayOfInstant(instant) && (renews || day < first.ends)
  const now = profileOn(profile, day, options, works)
  const streams = isSubmitted ? maskOf(eligibility(now, day).streams) : 0
  // Whoever is in no pool has no place in an order of submission.
  return { day, score: scoreProfile(now, rules).total, streams, submittedAt: streams === 0 ? first.instant : instant }
}

/** Adds what changes between two days that were looked at, the later of them included. */
function addBetween(
  before: PathStep,
  after: PathStep,
  look: (day: Day) => PathStep,
  add: (step: PathStep) => void,
): void {
  if (isSame(before, after)) return
  if (after.day - before.day === 1) {
    add(after)
    return
  }
  const middle = look(Math.floor((before.day + after.day) / 2))
  addBetween(before, middle, look, add)
  addBetween(middle, after, look, add)
}

/** Days in even strides. */
export const daysApart = (from: Day, until: Day, stride: number): Day[] =>
  Array.from({ length: Math.max(0, Math.ceil((until - from) / stride)) }, (_, index) => from + index * stride)

/**
 * A person's way through the days ahead: birthdays, years of work completed, tests and profile that end. A step for every day
 * on which anything is different from the day before. (Something that changes and changes back between two looks is missed.)
 *
 * @param stages who the person is, from today and from later days on, ascending; each from a profile that went through `readProfile`
 * @param looks days to look at, ascending; days between are searched where two looks differ
 */
export function pathOfStages(
  stages: readonly Stage[],
  options: PathOptions,
  looks: readonly Day[] = daysApart(options.today, options.until, STRIDE_DAYS),
): PathStep[] {
  const steps: PathStep[] = []
  const add = (step: PathStep): void => {
    const last = steps.at(-1)
    if (!last || !isSame(step, last)) steps.push(step)
  }
  for (const [index, stage] of stages.entries()) {
    const lastDay = Math.min(options.until, (stages[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1)
    if (stage.from > lastDay) continue
    const look = (day: Day): PathStep => stepOn(stage, day, options)
    let before = look(stage.from)
    add(before)
    for (const day of [...looks.filter((day) => day > stage.from && day < lastDay), lastDay]) {
      const after = look(day)
      addBetween(before, after, look, add)
      before = after
    }
  }
  return steps
}

/** The way of somebody who goes on as they are. */
export const pathOf = (profile: Profile, options: PathOptions): PathStep[] =>
  pathOfStages([{ from: options.today, profile, works: ongoingWork(profile, options) }], options)
