import type { CompiledRuleset } from '../crs/compile.ts'
import { scoreProfile } from '../crs/score.ts'
import { maskOf } from '../eligibility/streamBits.ts'
import { eligibility } from '../eligibility/streams.ts'
import {
  addMonths,
  completedYears,
  type Day,
  dayOfInstant,
  instantOfDay,
  parseDay,
  tryParseInstant,
} from '../lib/day.ts'
import type { Profile } from '../schema/profile.ts'

const DAYS_PER_YEAR = 365.25
/** A profile is valid for so many months: Ministerial Instructions 2017-1. */
const VALID_MONTHS = 12

/** One person as the pool sees them from a day on, until the next step. */
export interface PathStep {
  day: Day
  score: number
  /** One bit a stream; 0 = not in the pool. */
  streams: number
  /** When the profile was submitted, in UTC seconds. */
  submittedAt: number
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

const hasCurrentJob = (profile: Profile, country: 'canada' | 'abroad'): boolean =>
  profile.work?.some((job) => job.country === country && !job.to) ?? false

/** Years of work in a country on a later day: only those who work there gain any. */
function yearsOn(profile: Profile, country: 'canada' | 'abroad', day: Day, { today, worksOn }: PathOptions): number {
  const years = country === 'canada' ? profile.canadianWorkYears : profile.foreignWorkYears
  const isWorking = profile.work
    ? hasCurrentJob(profile, country)
    : country === 'canada'
      ? years > 0
      : profile.canadianWorkYears === 0 && years > 0
  return isWorking && worksOn ? years + (day - today) / DAYS_PER_YEAR : years
}

/** The profile as it is on a later day: older, with more work. Without a birth date the age stays what it is. */
export function profileOn(profile: Profile, day: Day, options: PathOptions): Profile {
  const { birthDate, age } = profile
  return {
    ...profile,
    age: birthDate === undefined ? age : completedYears(parseDay(birthDate), day),
    canadianWorkYears: yearsOn(profile, 'canada', day, options),
    foreignWorkYears: yearsOn(profile, 'abroad', day, options),
  }
}

/** When the profile was, or is, submitted: today unless it says otherwise. */
const submissionOf = ({ submittedAt }: Profile, today: Day): number =>
  submittedAt === undefined ? instantOfDay(today) : (tryParseInstant(submittedAt) ?? instantOfDay(today))

/** The instant of the profile in force on a day: a profile ends after a year, and is renewed or not. */
function submittedOn(first: number, firstDay: Day, day: Day, renews: boolean): number | undefined {
  let submitted = first
  let from = firstDay
  for (let ends = addMonths(from, VALID_MONTHS); ends <= day; ends = addMonths(from, VALID_MONTHS)) {
    if (!renews) return undefined
    from = ends
    submitted = instantOfDay(ends)
  }
  return submitted
}

/** Days between two looks; the days between are looked at where the two differ. */
const STRIDE_DAYS = 7

const isSame = (one: PathStep, other: PathStep): boolean =>
  one.score === other.score && one.streams === other.streams && one.submittedAt === other.submittedAt

/** How the pool sees the person on a day. */
function stepOn(profile: Profile, day: Day, options: PathOptions): PathStep {
  const { today, rules, renews } = options
  const first = submissionOf(profile, today)
  const firstDay = Math.min(today, dayOfInstant(first))
  const submittedAt = submittedOn(first, firstDay, day, renews)
  const now = profileOn(profile, day, options)
  const streams = submittedAt === undefined ? 0 : maskOf(eligibility(now, day).streams)
  // Whoever is in no pool has no place in an order of submission.
  const inOrder = streams === 0 ? first : (submittedAt ?? first)
  return { day, score: scoreProfile(now, rules).total, streams, submittedAt: inOrder }
}

/**
 * A person's way through the days ahead: birthdays, years of work completed, tests and profile that end. A step for every day
 * on which anything is different from the day before. (Something that changes and changes back within a week may be missed.)
 *
 * @param profile one that went through `readProfile`
 */
export function pathOf(profile: Profile, options: PathOptions): PathStep[] {
  const { today, until } = options
  const steps = [stepOn(profile, today, options)]
  for (let day = today; day < until; ) {
    const next = Math.min(until, day + STRIDE_DAYS)
    const last = steps[steps.length - 1]
    if (!isSame(stepOn(profile, next, options), last)) {
      for (let between = day + 1; between <= next; between++) {
        const step = stepOn(profile, between, options)
        if (!isSame(step, steps[steps.length - 1])) steps.push(step)
      }
    }
    day = next
  }
  return steps
}
