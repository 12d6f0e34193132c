import { latestKnownRulesetId } from '../crs/ruleset.ts'
import { compiledRuleset } from '../crs/score.ts'
import { maskOf, streamBit } from '../eligibility/streamBits.ts'
import { eligibility } from '../eligibility/streams.ts'
import { type Day, dayOfInstant, formatDay, parseDay, SECONDS_PER_DAY, tryParseInstant } from '../lib/day.ts'
import { engineVersion } from '../lib/version.ts'
import type { ActionMonths, ChanceAnswer, PastDraw, Place } from '../schema/chance.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Profile } from '../schema/profile.ts'
import { calendarOf } from './calendar.ts'
import { chanceByDate, chanceByStream, heldDraws, invitationDays, isInvited } from './chance.ts'
import { EVERYBODY } from './cutoffTable.ts'
import type { Futures, StartingPool } from './futures.ts'
import { type PathOptions, type PathStep, pathOf, profileOn, submissionOn } from './path.ts'
import { placeOf } from './place.ts'
import { planFor } from './plan.ts'

const DAYS_OF_PAST_DRAWS = 365

function placesOf(
  { counts, spread }: StartingPool,
  streams: readonly Stream[],
  score: number,
): { [stream in Stream]?: Place } {
  const places: { [stream in Stream]?: Place } = {}
  for (const stream of streams) {
    const people = counts.byStream.get(stream)
    if (stream === 'general') places.general = placeOf(counts.all, score, spread.get('all'), true)
    else if (people) places[stream] = placeOf(people, score, spread.get(stream))
  }
  return places
}

/** Whether each published draw of the last known year would have invited the person as they are now. */
function pastDraws(history: readonly PublishedDraw[], step: PathStep): PastDraw[] {
  const newest = history.at(-1)
  if (!newest) return []
  const from = formatDay(parseDay(newest.date) - DAYS_OF_PAST_DRAWS)
  return history
    .filter(({ date }) => date >= from)
    .map(({ number, date, stream, cutoff, tieBreak }) => {
      const known = tieBreak === null ? undefined : tryParseInstant(tieBreak)
      // As if the draw were held on this day, to people who have waited as long.
      const laterSeconds = (step.day - parseDay(date)) * SECONDS_PER_DAY
      const until = known === undefined ? EVERYBODY : known + laterSeconds
      return {
        ...{ draw: number, date, stream, cutoff },
        isMember: (step.streams & streamBit(stream)) !== 0,
        isInvited: isInvited({ day: step.day, stream, cutoff, tieBreak: until }, step),
        neededSubmission: step.score === cutoff ? tieBreak : null,
      }
    })
}

/** What else a chance depends on. */
export interface ChanceOptions {
  /** The day the scenario starts from. */
  scenarioDay: Day
  /** The day the profile describes, from which dates are counted: the futures are moved to begin on it. */
  today: Day
  history: readonly PublishedDraw[]
  /** The couple with the partner as the principal applicant, where more is known of the partner than a profile says. */
  otherApplicant?: Profile
  /** Months an action takes, where they are not those assumed. */
  months?: ActionMonths
  worksOn?: boolean
  renews?: boolean
}

/**
 * The chance of one person: score, place, probability of having been invited by month and stream, what changes on the way, what
 * may be done, and what the draws of the last year would have meant.
 *
 * @param profile one that went through `readProfile`
 */
export function chanceOf(
  profile: Profile,
  { scenario, seed, asOf, table, pool }: Futures,
  { scenarioDay, today, history, otherApplicant, months = {}, worksOn = true, renews = true }: ChanceOptions,
): ChanceAnswer {
  const laterDays = today - scenarioDay
  const until = table.lastDay + laterDays
  const options: PathOptions = { today, until, worksOn, renews, rules: compiledRuleset(latestKnownRulesetId) }
  const path = pathOf(profile, options)
  const [now] = path
  const { score } = now
  const { streams } = eligibility(profileOn(profile, today, options), today)
  const { instant, ends } = submissionOn(profile, today, today)
  const futures = heldDraws(table, laterDays)
  const { any, byStream } = invitationDays(futures, path)
  return {
    ...{ scenario, seed, engineVersion, rulesetId: latestKnownRulesetId, asOf, runs: table.runs },
    ...{ score, streams, submission: { date: formatDay(dayOfInstant(instant)), ends: formatDay(ends) } },
    rank: placeOf(pool.counts.all, score, pool.spread.get('all'), true),
    rankByStream: placesOf(pool, streams, score),
    byDate: chanceByDate(any, today, until),
    byStream: chanceByStream(byStream, today, until),
    changes: calendarOf(profile, path, options),
    ...planFor({ profile, futures, months, options: { ...options, otherApplicant } }),
    pastDraws: pastDraws(history, { ...now, streams: maskOf(streams) }),
  }
}
