import { trait } from '../../../shared/crs/columns.ts'
import { type DrawPlan, sizeAtDraw } from '../../../shared/draws/schedule.ts'
import { streamBit } from '../../../shared/eligibility/streamBits.ts'
import { poissonCount, visitChosen } from '../../../shared/lib/counting.ts'
import { addMonths, civilFromDay, dayOfInstant, formatDay, SECONDS_PER_DAY } from '../../../shared/lib/day.ts'
import { hashText, uniformOf } from '../../../shared/lib/hash.ts'
import { PersonalRandom, type RandomStream, randomStream } from '../../../shared/lib/random.ts'
import { byThreshold } from '../../../shared/life/byThreshold.ts'
import { expectedArrivals, type Newcomers, newcomers, relativeWeight } from '../../../shared/pool/arrivals.ts'
import type { PersonBank } from '../../../shared/pool/bank.ts'
import { COHORTS, compositionOf } from '../../../shared/pool/cohort.ts'
import { fact, type Pool } from '../../../shared/pool/columns.ts'
import { synthesizePool } from '../../../shared/pool/population.ts'
import { categoriesChangeOn, streamsOn } from '../../../shared/pool/streamMembership.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { Composition } from '../../../shared/schema/draw.ts'
import type { PlannedDraw } from '../../../shared/schema/scenario.ts'
import type { RunSettings } from '../../../shared/simulation/settings.ts'
import { mostArrivals } from '../../../shared/simulation/world.ts'
import { factsOf, LifeTeller, type RulesOfDay, type TwinPerson } from './person.ts'

const PNP = streamBit('pnp')
/** As in the engine: tries for one nomination before it is given up. */
const MOST_TRIES = 2000

/** A profile: one object a candidate. */
interface Profile {
  id: number
  /** Which person, by the number of their first profile: what their random numbers belong to. */
  who: number
  person: TwinPerson
  submittedAt: number
  expiresOn: number
  where: 'pool' | 'invited' | 'away' | 'gone'
  /** What becomes of an ITA, and when. */
  answer?: { kind: 'applies' | 'declines' | 'lapses'; on: number }
  /** Day on which the person comes back with a new profile; 'eligible' = as soon as they meet a program again. */
  returnsOn?: number | 'eligible'
  /** Those who come back on the same day do so in the order in which it was settled. */
  noted: number
}

/** The people a twin starts from and who may come: made by the same code as the engine's, in the same order. */
export interface TwinSource {
  pool: Pool
  count: number
  bank: PersonBank
  coming: Newcomers
  /** Ids up to this one are those of first profiles; people who come back have later ones. */
  firstIds: number
}

export function twinSource(settings: RunSettings): TwinSource {
  const { snapshot, lawOfSnapshot: rules, seed, estimate, poolSize: size, assumptions, arrivals } = settings
  const { pool, count, bank } = synthesizePool({ snapshot, rules, seed, estimate, size, assumptions })
  const coming = newcomers(bank, estimate, assumptions, arrivals, { seed, days: settings.lastDay - settings.firstDay })
  return { pool, count, bank, coming, firstIds: count + mostArrivals(coming, settings) }
}

export interface TwinDraw {
  date: string
  stream: Stream
  eligible: number
  /** Ids, those above the cutoff first, then the ties in order of submission. */
  invited: number[]
  cutoff: number
  /** Id of the last of the ties who was invited, when others were left out; otherwise -1. */
  tieBreak: number
  composition: Composition
}

/** By best score, then the earlier submission, then the lower id. */
const byRank = (a: Profile, b: Profile): number =>
  b.person.score - a.person.score || a.submittedAt - b.submittedAt || a.id - b.id

/**
 * The same simulation the straightforward way: one object a candidate, everybody looked at every day, everybody sorted at
 * every draw. Nothing is prepared, packed or counted beforehand. It is what the engine has to equal, to the person.
 */
export class Twin {
  readonly totals = {
    ...{ start: 0, arrivals: 0, returned: 0, invited: 0, expired: 0, withdrawn: 0, ineligible: 0 },
    ...{ applied: 0, declined: 0, lapsed: 0, draws: 0 },
  }
  readonly #first: Profile[] = []
  readonly #returned: Profile[] = []
  /** All of them in the order in which they came into the pool: so they live, and so those who come back are noted. */
  readonly #submitted: Profile[] = []
  readonly #settings: RunSettings
  readonly #source: TwinSource
  readonly #seed: string
  readonly #teller: LifeTeller
  readonly #plan: DrawPlan
  readonly #invitedBySlot: number[] = []
  #day: number
  #rules: RulesOfDay
  /** First profiles, and those of people who came back, that have not expired. */
  #oldest = { first: 0, returned: 0 }
  #noted = 0

  constructor(settings: RunSettings, source: TwinSource, seed: string) {
    this.#settings = settings
    this.#source = source
    this.#seed = seed
    this.#teller = new LifeTeller(settings)
    this.#plan = settings.planDraws(seed)
    this.#day = settings.firstDay
    this.#rules = this.#rulesToday()
    const { pool, count } = source
    for (let row = 0; row < count; row++) {
      const waited = this.#day - dayOfInstant(pool.submittedAt[row])
      const person = this.#teller.begin(factsOf(pool, row), 'pool', row, this.#day, waited)
      this.#teller.rate(person, this.#rules)
      this.#submitFirst(person, pool.submittedAt[row])
    }
    this.totals.start = count
  }

  get profiles(): Profile[] {
    return [...this.#first, ...this.#returned]
  }

  /** Id and score of everybody in the pool. */
  get pool(): Map<number, number> {
    return new Map(this.#inPool().map(({ id, person }) => [id, person.score]))
  }

  /** Runs to the last day. */
  *run(): Generator<TwinDraw, void> {
    const { firstDay, lastDay } = this.#settings
    for (; this.#day <= lastDay; this.#day++) {
      if (this.#day !== firstDay) this.#liveThroughDay()
      while (this.#plan.draws[this.totals.draws]?.date === formatDay(this.#day)) yield this.#holdDraw()
    }
  }

  #liveThroughDay(): void {
    this.#expire()
    this.#settleInvitations()
    this.#live()
    this.#nominate()
    this.#withdraw()
    this.#admitReturning()
    this.#admitArrivals()
    this.#changeRules()
  }

  #inPool = (): Profile[] => this.profiles.filter(({ where }) => where === 'pool')

  #rulesToday(): RulesOfDay {
    const { rules, lawOfSnapshot } = this.#settings
    const inForce = rules.findLast(({ from }) => from <= this.#day)?.rules ?? lawOfSnapshot
    return { rules: inForce, streamsOf: streamsOn(this.#day) }
  }

  #random = (process: string): RandomStream => randomStream(this.#seed, `${process}/${this.#day}`)

  #uniform = (process: string, who: number, occasion: number): number =>
    uniformOf(hashText(`${this.#seed}/${process}`), who, occasion)

  #daysWithin(process: string, who: number, occasion: number, { from, to }: { from: number; to: number }): number {
    return from + Math.floor(this.#uniform(process, who, occasion) * (to - from + 1))
  }

  #profile(id: number, who: number, person: TwinPerson, submittedAt: number): Profile {
    const expiresOn = addMonths(dayOfInstant(submittedAt), this.#settings.validityMonths)
    const profile: Profile = { id, who, person, submittedAt, expiresOn, where: 'pool', noted: 0 }
    this.#submitted.push(profile)
    return profile
  }

  #submitFirst(person: TwinPerson, submittedAt: number): void {
    const who = this.#first.length
    this.#first.push(this.#profile(who + 1, who, person, submittedAt))
  }

  #submitAgain({ who, person }: Profile, submittedAt: number): void {
    const id = this.#source.firstIds + this.#returned.length + 1
    this.#returned.push(this.#profile(id, who, person, submittedAt))
  }

  #expire(): void {
    for (const profile of this.#inPool()) {
      if (profile.expiresOn > this.#day) continue
      profile.where = 'gone'
      this.totals.expired += 1
      this.#mayReturn(profile, this.#settings.life.reentry.afterExpiry, this.#day)
    }
    while (this.#first[this.#oldest.first]?.expiresOn <= this.#day) this.#oldest.first += 1
    while (this.#returned[this.#oldest.returned]?.expiresOn <= this.#day) this.#oldest.returned += 1
  }

  /** Decides whether somebody whose profile ends on a day comes back with a new one. */
  #mayReturn(profile: Profile, share: number, ends: number): void {
    const { on, afterDays } = this.#settings.life.reentry
    if (!on || this.#uniform('reentry', profile.who, 3 * this.#day) >= share) return
    const day = Math.max(this.#day + 1, ends + this.#daysWithin('reentry', profile.who, 3 * this.#day + 1, afterDays))
    this.#comesBack(profile, day)
  }

  #comesBack(profile: Profile, day: number | 'eligible'): void {
    if (profile.where === 'gone') profile.where = 'away'
    profile.returnsOn = day
    profile.noted = this.#noted++
  }

  #settleInvitations(): void {
    for (const profile of this.profiles) {
      if (profile.where !== 'invited' || profile.answer?.on !== this.#day) continue
      const { kind } = profile.answer
      const isBack = kind === 'declines' && this.#day < profile.expiresOn && profile.person.streams !== 0
      profile.where = isBack ? 'pool' : profile.returnsOn === undefined ? 'gone' : 'away'
      if (isBack) this.totals.returned += 1
      if (kind === 'applies') this.totals.applied += 1
      else if (kind === 'declines') this.totals.declined += 1
      else this.totals.lapsed += 1
    }
  }

  #live(): void {
    for (const profile of this.#submitted) {
      if (profile.where === 'gone') continue
      const { person } = profile
      if (!this.#teller.live(person, this.#day)) continue
      this.#teller.rate(person, this.#rules)
      if (profile.where !== 'pool' || person.streams !== 0) continue
      profile.where = 'gone'
      this.totals.ineligible += 1
      if (this.#settings.life.reentry.on) this.#comesBack(profile, 'eligible')
    }
  }

  #nominate(): void {
    const { life, assumptions } = this.#settings
    const { on, perDay, coreScoreWeights, inCanadaWeight } = life.nominations
    if (!on) return
    const weights = byThreshold(coreScoreWeights, 1201)
    const most = Math.max(...weights)
    const random = new PersonalRandom(hashText(`${this.#seed}/nominations`))
    const { month } = civilFromDay(this.#day)
    const expected = perDay * relativeWeight(assumptions.arrivals.nomineeMonthWeights, month - 1)
    const accepts = ({ person }: Profile, draw: number): boolean => {
      const isInCanada = (person.facts.facts & fact.inCanada) !== 0
      return draw < (most === 0 ? 0 : weights[person.score] / most) * (isInCanada ? 1 : 1 / inCanadaWeight)
    }
    const count = poissonCount(this.#random('nominations'), expected)
    for (let number = 0; number < count; number++) {
      const profile = this.#chooseNominee(random.of(this.#day, number * 3 * MOST_TRIES), accepts)
      if (profile === undefined) return
      profile.person.facts.traits |= trait.provincialNomination
      this.#teller.rate(profile.person, this.#rules)
    }
  }

  #chooseNominee(random: RandomStream, accepts: (profile: Profile, draw: number) => boolean): Profile | undefined {
    const first = this.#first.slice(this.#oldest.first)
    const returned = this.#returned.slice(this.#oldest.returned)
    const all = first.length + returned.length
    if (all === 0) return undefined
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const among = random.next() * all >= first.length ? returned : first
      const profile = among[Math.floor(random.next() * among.length)]
      const draw = random.next()
      if (profile.where !== 'pool' || (profile.person.streams & PNP) !== 0) continue
      if (accepts(profile, draw)) return profile
    }
    return undefined
  }

  #withdraw(): void {
    this.#withdrawFrom(this.#first, this.#oldest.first, 'withdrawals')
    this.#withdrawFrom(this.#returned, this.#oldest.returned, 'withdrawals/returned')
  }

  #withdrawFrom(profiles: readonly Profile[], oldest: number, process: string): void {
    const { withdrawalPerDay } = this.#settings
    visitChosen(this.#random(process), withdrawalPerDay, oldest, profiles.length, (index) => {
      const profile = profiles[index]
      if (profile.where !== 'pool') return
      profile.where = 'gone'
      this.totals.withdrawn += 1
    })
  }

  #admitReturning(): void {
    const isBack = ({ where, returnsOn, person }: Profile): boolean =>
      where === 'away' && (returnsOn === 'eligible' ? person.streams !== 0 : returnsOn === this.#day)
    for (const profile of this.profiles.filter(isBack).sort((a, b) => a.noted - b.noted)) {
      profile.where = 'gone'
      if (profile.person.streams === 0) continue
      const second = Math.floor(this.#uniform('reentry', profile.who, 3 * this.#day + 2) * SECONDS_PER_DAY)
      this.#submitAgain(profile, this.#day * SECONDS_PER_DAY + second)
      this.totals.arrivals += 1
    }
  }

  #admitArrivals(): void {
    const { coming } = this.#source
    const expected = expectedArrivals(this.#day, coming, this.#settings.arrivals)
    const random = this.#random('arrivals')
    for (const [source, { from, places }] of coming.sources.entries())
      this.#admit(random, expected[source], from, places)
  }

  /** Somebody from a random place of the list on, and those who stand behind them, submit a profile today. */
  #admit(random: RandomStream, expected: number, from: number, places: number): void {
    if (places === 0) return
    const { bank, coming } = this.#source
    const count = poissonCount(random, expected)
    const start = random.integer(places)
    for (let number = 0; number < count; number++) {
      const index = from + ((start + number) % places)
      const facts = factsOf(bank.people, coming.bankRows[index])
      const person = this.#teller.begin(facts, 'newcomers', index, this.#day, 0)
      this.#teller.rate(person, this.#rules)
      this.#submitFirst(person, this.#day * SECONDS_PER_DAY + random.integer(SECONDS_PER_DAY))
    }
    this.totals.arrivals += count
  }

  #changeRules(): void {
    const today = this.#rulesToday()
    if (today.rules === this.#rules.rules && !categoriesChangeOn(this.#day)) return
    this.#rules = today
    for (const { where, person } of this.profiles) if (where !== 'gone') this.#teller.rate(person, today)
  }

  #holdDraw(): TwinDraw {
    const slot = this.totals.draws
    const planned = this.#plan.draws[slot]
    const size = sizeAtDraw(this.#plan, slot, this.#invitedBySlot)
    const bit = streamBit(planned.stream)
    const ranked = this.#inPool()
      .filter(({ person }) => (person.streams & bit) !== 0)
      .sort(byRank)
    const invited = ranked.filter(({ person }) => person.score >= (planned.minimumScore ?? 0)).slice(0, size)
    const cutoff = invited.at(-1)?.person.score ?? -1
    const isLeftOut = ranked[invited.length]?.person.score === cutoff
    const above = invited.filter(({ person }) => person.score > cutoff).sort((a, b) => a.id - b.id)
    const listed = [...above, ...invited.slice(above.length)]
    for (const profile of listed) this.#invite(profile, planned)
    this.#invitedBySlot[slot] = listed.length
    this.totals.invited += listed.length
    this.totals.draws += 1
    const tieBreak = isLeftOut ? (listed.at(-1)?.id ?? -1) : -1
    return {
      ...{ date: planned.date, stream: planned.stream, eligible: ranked.length, cutoff, tieBreak },
      invited: listed.map(({ id }) => id),
      composition: this.#compositionOf(listed),
    }
  }

  /** Decides what somebody who is invited today will answer, and when. */
  #invite(profile: Profile, { stream }: PlannedDraw): void {
    const { daysToApply, outcomes, responseDays, life } = this.#settings
    const { applies, declines } = outcomes[stream]
    profile.where = 'invited'
    profile.returnsOn = undefined
    const answer = this.#uniform('responses', profile.who, 2 * this.#day)
    if (answer >= applies + declines) {
      const on = this.#day + daysToApply + 1
      profile.answer = { kind: 'lapses', on }
      this.#mayReturn(profile, life.reentry.afterLapse, on)
      return
    }
    const delay = this.#daysWithin('responses', profile.who, 2 * this.#day + 1, responseDays)
    const on = this.#day + Math.min(daysToApply, delay)
    profile.answer = { kind: answer < applies ? 'applies' : 'declines', on }
  }

  #compositionOf(profiles: readonly Profile[]): Composition {
    const persons = new Array<number>(COHORTS).fill(0)
    for (const { person } of profiles) persons[this.#teller.cohortOf(person)] += 1
    return compositionOf(persons)
  }
}
