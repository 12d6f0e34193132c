import type { CompiledRuleset } from '../crs/compile.ts'
import { streamBit } from '../eligibility/streamBits.ts'
import type { Day } from '../lib/day.ts'
import type { PersonColumns } from '../pool/columns.ts'
import { categoriesChangeOn, type StreamsOf, streamsOn } from '../pool/streamMembership.ts'
import { type Stream, streams } from '../schema/common.ts'
import { NO_GROUP } from './rating.ts'

/** The rules that take over on a day. */
export interface DatedRules {
  from: Day
  rules: CompiledRuleset
}

/** A time in which neither the points nor the categories change. */
export interface Regime {
  from: Day
  /** Index of the rules in force among the rulesets of the run. */
  rulesIndex: number
}

/** What is in force when, from the first day of a run to its last. */
export interface RegimesOfRun {
  /** Oldest first; the one in force on the first day at the front. */
  regimes: readonly Regime[]
  rulesets: readonly CompiledRuleset[]
}

/** @param before rules in force before the first of `dated` */
export function regimesBetween(
  dated: readonly DatedRules[],
  before: CompiledRuleset,
  firstDay: Day,
  lastDay: Day,
): RegimesOfRun {
  const regimes: Regime[] = []
  const rulesets: CompiledRuleset[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    const changed = day === firstDay || dated.some(({ from }) => from === day)
    if (!changed && !categoriesChangeOn(day)) continue
    const rules = dated.findLast(({ from }) => from <= day)?.rules ?? before
    if (!rulesets.includes(rules)) rulesets.push(rules)
    regimes.push({ from: day, rulesIndex: rulesets.indexOf(rules) })
  }
  return { regimes, rulesets }
}

/**
 * Numbers for what streams people are in, regime by regime, in order of appearance: people of a group are in exactly the same
 * streams at all times. A hundred or two cover everybody, so that a draw looks at groups instead of people and a change of
 * the categories changes nobody's group. Group 0 is in no stream.
 */
export class StreamGroups {
  readonly #streamsOf: readonly StreamsOf[]
  /** Group of what somebody is in up to a regime, then in the next: key `prefix * 2^16 + streams`. */
  readonly #prefixes = new Map<number, number>()
  #prefixCount = 1
  readonly #groups = new Map<number, number>()
  /** The same for those who are in one set of streams all along, that is nearly everybody: group by set, 0 = none yet. */
  readonly #steadyGroups = new Uint16Array(2 ** streams.length)
  /** By regime, then group: set of streams, one bit each. */
  readonly #masks: number[][]
  readonly #members = new Map<string, Uint8Array>()

  constructor(regimes: readonly Regime[]) {
    this.#streamsOf = regimes.map(({ from }) => streamsOn(from))
    this.#masks = regimes.map(() => [0])
  }

  get count(): number {
    return this.#masks[0].length
  }

  /** Group of a person whose programs are worked out. */
  groupOf(people: PersonColumns, row: number): number {
    if (people.programs[row] === 0) return NO_GROUP
    const first = this.#streamsOf[0](people, row)
    let isSteady = true
    for (let regime = 1; regime < this.#streamsOf.length; regime++) {
      if (this.#streamsOf[regime](people, row) !== first) isSteady = false
    }
    const steady = isSteady ? this.#steadyGroups[first] : NO_GROUP
    if (steady !== NO_GROUP) return steady
    const group = this.#groupInTurn(people, row)
    if (isSteady) this.#steadyGroups[first] = group
    return group
  }

  /** The group by what the person is in under one regime after the other. */
  #groupInTurn(people: PersonColumns, row: number): number {
    let prefix = 0
    for (const streamsOf of this.#streamsOf) prefix = this.#longer(prefix, streamsOf(people, row))
    const known = this.#groups.get(prefix)
    if (known !== undefined) return known
    const group = this.count
    this.#groups.set(prefix, group)
    for (const [regime, streamsOf] of this.#streamsOf.entries()) this.#masks[regime].push(streamsOf(people, row))
    return group
  }

  #longer(prefix: number, streams: number): number {
    const key = prefix * 0x10000 + streams
    const known = this.#prefixes.get(key)
    if (known !== undefined) return known
    this.#prefixes.set(key, this.#prefixCount)
    return this.#prefixCount++
  }

  /** By group: 1 = its people are in the stream in that regime. Ask when all groups are known. */
  members(regime: number, stream: Stream): Uint8Array {
    const key = `${regime}/${stream}/${this.count}`
    const known = this.#members.get(key)
    if (known) return known
    const bit = streamBit(stream)
    const members = Uint8Array.from(this.#masks[regime], (mask) => ((mask & bit) === 0 ? 0 : 1))
    this.#members.set(key, members)
    return members
  }
}
