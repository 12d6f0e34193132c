import { scoreProfile } from '../crs/score.ts'
import { eligibility } from '../eligibility/streams.ts'
import { addMonths, type Day, formatDay } from '../lib/day.ts'
import type { Action, ActionKind, ActionMonths, Combination, Effect } from '../schema/chance.ts'
import type { Profile } from '../schema/profile.ts'
import { type ActionOptions, actionRules, areCompatible, type Done, type DoneAction } from './actions.ts'
import assumptions from './assumptions/actions.json'
import { chanceByDate, firstInvitations, type HeldDraws, invitedBy, pairedGain, shareWithInterval } from './chance.ts'
import {
  daysApart,
  ongoingWork,
  type PathStep,
  pathOf,
  pathOfStages,
  profileEnd,
  profileOn,
  type Stage,
} from './path.ts'

const DAYS_PER_MONTH = 365.25 / 12
/** Days between two looks at the way with an action, besides those on which the way without it changes. */
const STRIDE_DAYS = 28

/** What a plan is made from. */
export interface PlanRequest {
  profile: Profile
  futures: HeldDraws
  options: ActionOptions
  /** Months an action takes, where they are not those assumed. */
  months: ActionMonths
}

/** What a person may do, and what together; both best first, by chance gained within the year for each month it takes. */
export interface Plan {
  actions: Action[]
  combinations: Combination[]
}

/** An action with the months until it counts. */
interface TimedAction {
  kind: DoneAction
  months: number
}

/** The day that is so many months from now. */
function dayAfter(today: Day, months: number): Day {
  return addMonths(today, Math.floor(months)) + Math.round((months % 1) * DAYS_PER_MONTH)
}

/** When each of some actions counts: what takes study one after another, the quickest first, all else beside it. */
function timed(kinds: readonly DoneAction[], monthsOf: (kind: ActionKind) => number): TimedAction[] {
  const isStudy = (kind: DoneAction) => assumptions.combinations.study.includes(kind)
  const byMonths = kinds.map((kind) => ({ kind, months: monthsOf(kind) })).sort((a, b) => a.months - b.months)
  let studied = 0
  const placed = byMonths.map(({ kind, months }) => {
    if (isStudy(kind)) studied += months
    return { kind, months: isStudy(kind) ? studied : months }
  })
  return placed.sort((a, b) => a.months - b.months)
}

/** A way of doing things, and what comes of it in every future. */
interface Way {
  months: number
  path: readonly PathStep[]
  /** First day of an invitation in each future. */
  days: Float64Array
  points: number
  opens: Effect['opens']
}

/** Looks at ways of doing things beside going on as one is. */
class Comparison {
  readonly #request: PlanRequest
  readonly #start: Stage
  readonly base: Way

  constructor(request: PlanRequest) {
    const { profile, futures, options } = request
    this.#request = request
    this.#start = { from: options.today, profile, works: ongoingWork(profile, options) }
    const path = pathOf(profile, options)
    this.base = { months: 0, path, days: firstInvitations(futures, path), points: 0, opens: [] }
  }

  readonly monthsOf = (kind: ActionKind): number => this.#request.months[kind] ?? assumptions.months[kind]

  /** Whether something that takes so many months counts within the year. */
  countsInTime(months: number): boolean {
    const { today, until } = this.#request.options
    return dayAfter(today, months) <= until
  }

  /**
   * The way of doing some things; undefined where one of them changes nothing or cannot be done.
   *
   * @param known ways of doing a part of it: changes come on days on which one of these changes
   */
  wayWith(kinds: readonly DoneAction[], known: readonly Way[] = []): Way | undefined {
    const { futures, options } = this.#request
    const stages = [this.#start]
    let done: Done = this.#start
    let showsOn = options.today
    const actions = timed(kinds, this.monthsOf)
    for (const { kind, months } of actions) {
      const from = dayAfter(options.today, months)
      const next = actionRules[kind].apply(done, from, options)
      if (!next) return undefined
      stages.push({ from, profile: next.profile, works: next.works })
      showsOn = Math.max(showsOn, from, next.showsOn ?? 0)
      done = next
    }
    const path = pathOfStages(stages, options, this.#looks(known))
    const months = actions.at(-1)?.months ?? 0
    return { months, path, days: firstInvitations(futures, path), ...this.#shownOn(showsOn, done) }
  }

  #looks(known: readonly Way[]): Day[] {
    const { today, until } = this.#request.options
    const even = known.length > 0 ? [] : daysApart(today, until, STRIDE_DAYS)
    const changes = [this.base, ...known].flatMap(({ path }) => path.flatMap(({ day }) => [day - 1, day]))
    return [...new Set([...even, ...changes])].sort((a, b) => a - b)
  }

  /** Points more, and streams opened, on the day they show. */
  #shownOn(day: Day, { profile, works }: Done): Pick<Way, 'points' | 'opens'> {
    const { options } = this.#request
    const then = profileOn(profile, day, options, works)
    const asIs = profileOn(this.#start.profile, day, options, this.#start.works)
    const before = eligibility(asIs, day).streams
    return {
      points: scoreProfile(then, options.rules).total - scoreProfile(asIs, options.rules).total,
      opens: eligibility(then, day).streams.filter((stream) => !before.includes(stream)),
    }
  }

  /** How much more often one way has the person invited within the year. */
  gain(way: Way, than: Way) {
    const { until } = this.#request.options
    let [more, fewer] = [0, 0]
    for (const [run, day] of way.days.entries()) {
      const [isIn, wasIn] = [day <= until, than.days[run] <= until]
      if (isIn && !wasIn) more += 1
      if (!isIn && wasIn) fewer += 1
    }
    return pairedGain(more, fewer, way.days.length)
  }

  effect(way: Way, than = this.base): Effect {
    const { today, until } = this.#request.options
    const { months, points, opens, days } = way
    const { gained, low, high } = this.gain(way, than)
    const gainedPerMonth = Math.round((10_000 * gained) / Math.max(months, assumptions.leastMonths)) / 10_000
    return {
      ...{ months, points, opens },
      ...shareWithInterval(invitedBy(days, until), days.length),
      ...{ gained, gainedLow: low, gainedHigh: high, gainedPerMonth },
      byDate: chanceByDate(days, today, until),
      scores: scoresOf(way.path),
    }
  }
}

/** The score from each day on which it changes. */
function scoresOf(path: readonly PathStep[]): Effect['scores'] {
  const all = path.map(({ day, score, streams }) => ({ date: formatDay(day), score: streams === 0 ? null : score }))
  return all.filter(({ score }, index) => index === 0 || score !== all[index - 1].score)
}

const byGainPerMonth = (a: Effect, b: Effect): number => b.gainedPerMonth - a.gainedPerMonth || b.points - a.points

/** Every set of two to `most` of some things, smaller sets first. */
function setsOf<Thing>(things: readonly Thing[], most: number): Thing[][] {
  const withMore = (set: Thing[]): Thing[][] =>
    things.slice(set.length === 0 ? 0 : things.indexOf(set[set.length - 1]) + 1).map((thing) => [...set, thing])
  let sets = [[]].flatMap(withMore)
  const all: Thing[][] = []
  for (let size = 2; size <= most; size++) {
    sets = sets.flatMap(withMore)
    all.push(...sets)
  }
  return all
}

/**
 * Sets of the best actions in which each adds to the others: within the year such a set gains measurably more than it does
 * without any one of them.
 */
function combinationsOf(comparison: Comparison, actions: readonly Action[], ways: Map<string, Way>): Combination[] {
  const { mostActions, ofBest, listed } = assumptions.combinations
  const best = actions
    .flatMap(({ action, months, gained, points }) =>
      action === 'renew-profile' || !comparison.countsInTime(months) ? [] : [{ action, gained, points }],
    )
    .sort((a, b) => b.gained - a.gained || b.points - a.points)
    .slice(0, ofBest)
    .map(({ action }) => action)
  const nameOf = (kinds: readonly DoneAction[]) => kinds.toSorted().join()
  // Smaller sets come first: each is compared with those it holds.
  const combinations = setsOf(best, mostActions)
    .filter(areCompatible)
    .flatMap((kinds): Combination[] => {
      const parts = kinds.map((one) => ways.get(nameOf(kinds.filter((kind) => kind !== one))))
      const way = comparison.wayWith(
        kinds,
        kinds.flatMap((kind) => ways.get(kind) ?? []),
      )
      if (!way) return []
      ways.set(nameOf(kinds), way)
      const addsToEach = parts.every((part) => part && comparison.gain(way, part).low > 0)
      return addsToEach ? [{ actions: kinds, ...comparison.effect(way) }] : []
    })
  return combinations.sort(byGainPerMonth).slice(0, listed)
}

/** Submitting again on the day the profile ends: what would be lost without. */
function renewal(comparison: Comparison, { profile, futures, options }: PlanRequest): Action[] {
  const ends = profileEnd(profile, options.today)
  if (!options.renews || ends === undefined || ends > options.until) return []
  const path = pathOf(profile, { ...options, renews: false })
  const without: Way = { ...comparison.base, path, days: firstInvitations(futures, path) }
  return [{ action: 'renew-profile', isAssumed: true, ...comparison.effect(comparison.base, without) }]
}

/** What a person may do, and which of it together. */
export function planFor(request: PlanRequest): Plan {
  const comparison = new Comparison(request)
  const ways = new Map<string, Way>()
  const kinds = Object.keys(actionRules) as DoneAction[]
  const actions = kinds.flatMap((action): Action[] => {
    const way = comparison.wayWith([action])
    if (!way || (way.points === 0 && way.opens.length === 0)) return []
    ways.set(action, way)
    return [{ action, isAssumed: false, ...comparison.effect(way) }]
  })
  return {
    actions: [...actions, ...renewal(comparison, request)].sort(byGainPerMonth),
    combinations: combinationsOf(comparison, actions, ways),
  }
}
