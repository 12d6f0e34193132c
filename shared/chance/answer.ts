import { latestKnownRulesetId } from '../crs/ruleset.ts'
import { compiledRuleset } from '../crs/score.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import { eligibility } from '../eligibility/streams.ts'
import { type Day, formatDay, parseDay, SECONDS_PER_DAY, tryParseInstant } from '../lib/day.ts'
import { engineVersion } from '../lib/version.ts'
import type { ChanceAnswer, Change, PastDraw, Place } from '../schema/chance.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Profile } from '../schema/profile.ts'
import { actionsFor } from './actions.ts'
import { chanceByDate, chanceByStream, invitationDays, isInvited } from './chance.ts'
import { type CutoffTable, EVERYBODY } from './cutoffTable.ts'
import { type PathOptions, type PathStep, pathOf, profileOn } from './path.ts'
import { type PoolCounts, placeOf } from './place.ts'

const DAYS_OF_PAST_DRAWS = 365

/** The futures a chance is read from, and the pool they start from. */
export interface Futures {
  scenario: string
  seed: string
  /** Date of the pool. */
  asOf: string
  table: CutoffTable
  pool: PoolCounts
}

function placesOf(pool: PoolCounts, streams: readonly Stream[], score: number): { [stream in Stream]?: Place } {
  return Object.fromEntries(
    streams.flatMap((stream) => {
      const counts = pool.byStream.get(stream)
      return counts ? [[stream, placeOf(counts, score)]] : []
    }),
  )
}

/** Whether each published draw of the last known year would have invited the profile as it is now. */
function pastDraws(history: readonly PublishedDraw[], step: PathStep): PastDraw[] {
  const newest = history.at(-1)
  if (!newest) return []
  const newestDay = parseDay(newest.date)
  const from = formatDay(newestDay - DAYS_OF_PAST_DRAWS)
  // As if the draw were held today, to people who have waited as long: only the time between the two is moved.
  const laterSeconds = (step.day - newestDay) * SECONDS_PER_DAY
  return history
    .filter(({ date }) => date >= from)
    .map(({ number, date, stream, cutoff, tieBreak }) => {
      const known = tieBreak === null ? undefined : tryParseInstant(tieBreak)
      const until = known === undefined ? EVERYBODY : known + Math.max(0, laterSeconds)
      return {
        ...{ draw: number, date, stream, cutoff },
        isMember: (step.streams & streamBit(stream)) !== 0,
        isInvited: isInvited({ day: step.day, stream, cutoff, tieBreak: until }, step),
        neededSubmission: step.score === cutoff ? tieBreak : null,
      }
    })
}

/** What changes for the person on the way, in words a page can look up. */
function changesOf(path: readonly PathStep[], { birthDate, submittedAt }: Profile): Change[] {
  const birthday = birthDate?.slice(5)
  return path.slice(1).map((step, index) => {
    const before = path[index]
    const date = formatDay(step.day)
    const kind =
      step.submittedAt !== before.submittedAt || (step.streams === 0 && submittedAt?.slice(5, 10) === date.slice(5))
        ? 'profile-ends'
        : step.streams === 0
          ? 'test-ends'
          : date.slice(5) === birthday
            ? 'birthday'
            : step.score > before.score
              ? 'experience'
              : 'other'
    return { date, kind, score: step.streams === 0 ? null : step.score, points: step.score - before.score }
  })
}

/** What else a chance depends on. */
export interface ChanceOptions {
  /** The day the scenario starts from. */
  scenarioDay: Day
  /** The day the profile describes, from which dates are counted: the futures are moved to begin on it. */
  today: Day
  history: readonly PublishedDraw[]
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
  { scenarioDay, today, history, worksOn = true, renews = true }: ChanceOptions,
): ChanceAnswer {
  const laterDays = today - scenarioDay
  const until = table.lastDay + laterDays
  const options: PathOptions = { today, until, worksOn, renews, rules: compiledRuleset(latestKnownRulesetId) }
  const path = pathOf(profile, options)
  const [{ score }] = path
  const { streams } = eligibility(profileOn(profile, today, options), today)
  const { any, byStream } = invitationDays(table, path, laterDays)
  return {
    ...{ scenario, seed, engineVersion, rulesetId: latestKnownRulesetId, asOf, runs: table.runs },
    ...{ score, streams },
    rank: placeOf(pool.all, score),
    rankByStream: placesOf(pool, streams, score),
    byDate: chanceByDate(any, today, until),
    byStream: chanceByStream(byStream, today, until),
    changes: changesOf(path, profile),
    actions: actionsFor(profile, table, options, laterDays),
    pastDraws: pastDraws(history, path[0]),
  }
}
