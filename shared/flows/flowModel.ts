import { type Day, parseDay, weekday } from '../lib/day.ts'
import { naturalLog } from '../lib/portableMath.ts'
import { baseGroups } from '../pool/baseGroups.ts'
import type { Stream } from '../schema/common.ts'
import type { PoolSnapshot, PublishedDraw } from '../schema/draw.ts'
import { type FlowAssumptions, flowAssumptions } from './assumptions.ts'
import { type CutoffOdds, cellByScore, cutoffOdds } from './cutoffOdds.ts'
import { type DatedFact, datedFacts } from './datedFacts.ts'
import { BLOCK, type CellSum, type FlowSystem } from './flowSystem.ts'
import { categoryStreams, groupsOfCategory, invitedGroups } from './groups.ts'
import { inflowWithoutOffers, stockWithoutOffers } from './jobOffers.ts'
import { systemsAtStart } from './priors.ts'
import { bandCells, CELLS, cellFloors, invitedShare, LOWEST_SCORE } from './scoreCells.ts'

/** Fewest persons a draw is taken to invite besides nominees: a general draw may have reached hardly anybody else. */
const FEWEST_INVITED = 50

/** Where a draw looks: the system and its groups. */
interface Reach {
  system: FlowSystem
  groups: readonly number[]
  isCategory: boolean
}

/** Past misses of program draws, or of category draws, in units of the filter's own standard deviation. */
interface Misses {
  squares: number
  weight: number
}

/**
 * What draws and pool tables tell about who is in the pool and who comes: stock and inflow by score of four base groups and of
 * every category, learnt draw by draw. Draws take people out of all groups they belong to, so a French draw is felt by the next
 * CEC draw. Give it draws in order: {@link lookAhead}, then {@link learn}.
 *
 * @example
 * const model = new FlowModel()
 * for (const draw of publishedDraws) model.learn(draw)
 */
export class FlowModel {
  readonly assumptions: FlowAssumptions
  readonly #facts: DatedFact[]
  readonly #misses: { program: Misses; category: Misses }
  #systems: ReturnType<typeof systemsAtStart> | undefined
  #day: Day
  #newestTable: string | undefined
  /** Streams a draw of which has been learnt. */
  readonly #learnt = new Set<Stream>()
  /** People at 601 and more, nominees nearly all: of the newest table less those invited since. */
  #nominees = 0

  constructor(assumptions: FlowAssumptions = flowAssumptions) {
    this.assumptions = assumptions
    this.#day = parseDay(assumptions.startsOn)
    this.#facts = datedFacts.filter(({ day }) => day > this.#day)
    const { startAt, startWeight } = assumptions.calibration
    const begin = (): Misses => ({ squares: startWeight * startAt ** 2, weight: startWeight })
    this.#misses = { program: begin(), category: begin() }
  }

  /** An independent copy, to look ahead from without touching this one. */
  copy(): FlowModel {
    const copy = new FlowModel(this.assumptions)
    copy.#facts.splice(0, copy.#facts.length, ...this.#facts)
    copy.#misses.program = { ...this.#misses.program }
    copy.#misses.category = { ...this.#misses.category }
    copy.#day = this.#day
    copy.#newestTable = this.#newestTable
    copy.#nominees = this.#nominees
    for (const stream of this.#learnt) copy.#learnt.add(stream)
    if (this.#systems) {
      const { base, categories } = this.#systems
      copy.#systems = {
        base: base.copy(),
        categories: new Map([...categories].map(([stream, system]) => [stream, system.copy()])),
      }
    }
    return copy
  }

  get day(): Day {
    return this.#day
  }

  /** Whether a pool table has been seen: before it there is nothing to say. */
  get hasBegun(): boolean {
    return this.#systems !== undefined
  }

  get base(): FlowSystem {
    return this.#begun().base
  }

  /** Whether a draw of a stream was seen: of other categories only the assumed share is known. */
  hasLearnt(stream: Stream): boolean {
    return this.#learnt.has(stream)
  }

  category(stream: Stream): FlowSystem | undefined {
    return this.#begun().categories.get(stream)
  }

  #begun(): ReturnType<typeof systemsAtStart> {
    if (this.#systems) return this.#systems
    throw new RangeError('no pool table was seen yet')
  }

  /** Lets time pass until a day. What is dated on the way happens. */
  advanceTo(day: Day): void {
    while (this.#day < day) {
      const fact = this.#facts[0]
      const next = fact && fact.day <= day ? fact.day : day
      this.#step(next)
      while (this.#facts[0]?.day === next) this.#apply(this.#facts.shift() as DatedFact)
    }
  }

  #step(to: Day): void {
    const days = to - this.#day
    const effective = effectiveDays(this.#day, to, this.assumptions)
    if (this.#systems && days > 0) {
      this.#systems.base.advance(days, effective)
      for (const system of this.#systems.categories.values()) system.advance(days, effective)
    }
    this.#day = to
  }

  #apply(fact: DatedFact): void {
    if (!this.#systems) return
    const { base, categories } = this.#systems
    if (fact.kind === 'category-changed') {
      const { change, priorUncertainty } = this.assumptions
      categories.get(fact.stream)?.doubt(0, fact.isBack ? priorUncertainty.guessedCategory.level : change.newListLevel)
      return
    }
    const restate = (system: FlowSystem, group: number, name: number | 'category'): void =>
      system.restate(
        group,
        stockWithoutOffers(system.stock(group), name, this.assumptions),
        inflowWithoutOffers(system.inflow(group), name, this.assumptions),
        this.assumptions.jobOffers.uncertainty,
      )
    for (const group of baseGroups.keys()) restate(base, group, group)
    for (const system of categories.values()) restate(system, 0, 'category')
  }

  /** Learns a published pool table; one as of a day already passed is left aside, as are tables seen before. */
  learnTable(table: PoolSnapshot): void {
    const asOf = parseDay(table.asOf)
    if (table.asOf === this.#newestTable || asOf < this.#day) return
    this.advanceTo(asOf)
    this.#systems ??= systemsAtStart(table, this.assumptions)
    const { base } = this.#systems
    for (const { band, cells } of bandCells) {
      const persons = table.bands[band]
      const indexes = Int32Array.from(baseGroups.flatMap((_, group) => cells.map((cell) => group * BLOCK + cell)))
      const shares = new Float64Array(indexes.length).fill(1)
      base.observe({ indexes, shares }, persons, this.assumptions.observation.band ** 2 + 1 / Math.max(persons, 1))
    }
    this.#newestTable = table.asOf
    this.#nominees = table.bands['601-1200']
  }

  /** Comes to the day of a draw with what is known before it: the table published with it, unless that is of a later day. */
  lookAhead({ date, pool }: Pick<PublishedDraw, 'date' | 'pool'>): void {
    if (pool && pool.asOf <= date) this.learnTable(pool)
    this.advanceTo(parseDay(date))
  }

  #reachOf(stream: Stream): Reach | undefined {
    const { base, categories } = this.#begun()
    const groups = invitedGroups(stream)
    if (groups) return { system: base, groups, isCategory: false }
    const system = categories.get(stream)
    return system && { system, groups: [0], isCategory: true }
  }

  /** Persons besides nominees a draw of a size reaches now. */
  besidesNominees(stream: Stream, size: number): number {
    return stream === 'general' ? Math.max(FEWEST_INVITED, size - this.#nominees) : Math.max(1, size)
  }

  /** Variance of the logarithm that a draw of so many persons itself adds. */
  #drawNoise(isCategory: boolean, persons: number): number {
    const { programDraw, categoryDraw } = this.assumptions.observation
    return (isCategory ? categoryDraw : programDraw) ** 2 + 1 / persons
  }

  /**
   * Persons of a stream at or above a score and below 601, and the standard deviation of the logarithm of their number, widened
   * by past misses; undefined for nominees.
   */
  membership(stream: Stream, from: number): { persons: number; deviation: number } | undefined {
    const reach = this.#reachOf(stream)
    if (!reach) return undefined
    const cells = [...Array(CELLS).keys()].filter((cell) => cellFloors[cell] >= from)
    const indexes = Int32Array.from(reach.groups.flatMap((group) => cells.map((cell) => group * BLOCK + cell)))
    const { persons, variance } = reach.system.read({ indexes, shares: new Float64Array(indexes.length).fill(1) })
    return { persons, deviation: this.widening(reach.isCategory) * Math.sqrt(Math.max(0, variance)) }
  }

  /** How many times wider than the filter's own the uncertainty is, by what was missed until now. */
  widening(isCategory: boolean): number {
    const { squares, weight } = this.#misses[isCategory ? 'category' : 'program']
    return Math.sqrt(squares / weight)
  }

  /**
   * Chances of the cutoff of a draw of this stream and size held now; undefined for nominee draws and before the first table.
   */
  predict(stream: Stream, size: number): CutoffOdds | undefined {
    if (!this.#systems) return undefined
    const reach = this.#reachOf(stream)
    if (!reach) return undefined
    const persons = this.besidesNominees(stream, size)
    return cutoffOdds(
      sumsFromTop(reach),
      persons,
      this.#drawNoise(reach.isCategory, persons),
      this.widening(reach.isCategory),
    )
  }

  /** Learns a draw that was held: what its size and cutoff measure, and who is gone. */
  learn(draw: PublishedDraw): void {
    this.lookAhead(draw)
    const { stream, size, cutoff } = draw
    if (this.#systems && size > 0) {
      const reach = this.#reachOf(stream)
      if (reach) {
        this.#learnt.add(stream)
        this.#learnCutoff(reach, this.besidesNominees(stream, size), cutoff)
        this.#remove(stream, reach, cutoff)
      }
    }
    if (stream === 'pnp') this.#nominees = Math.max(0, this.#nominees - size)
    if (stream === 'general') this.#nominees = 0
  }

  #learnCutoff({ system, groups, isCategory }: Reach, persons: number, cutoff: number): void {
    const sum = invitedCells(groups, cutoff)
    if (sum.indexes.length === 0) return
    const { persons: expected, variance } = system.read(sum)
    const noise = this.#drawNoise(isCategory, persons)
    const missed = naturalLog(persons) - naturalLog(Math.max(expected, 1e-3))
    const { forgettingPerDraw: keep, mostSquared } = this.assumptions.calibration
    const misses = this.#misses[isCategory ? 'category' : 'program']
    misses.squares = keep * misses.squares + Math.min(mostSquared, missed ** 2 / (variance + noise))
    misses.weight = keep * misses.weight + 1
    system.observe(sum, persons, noise)
  }

  /** Takes the invited out of their groups, and out of everything else they were part of. */
  #remove(stream: Stream, reach: Reach, cutoff: number): void {
    const { base, categories } = this.#begun()
    const invited = Float64Array.from({ length: CELLS }, (_, cell) => invitedShare(cell, cutoff))
    const back = this.shareBack(stream)
    const before = baseGroups.map((_, group) => base.stock(group).slice())
    if (reach.isCategory) {
      const inIt = reach.system.stock(0).map((persons, cell) => persons * invited[cell])
      reach.system.invite(0, invited, back)
      const eligible = groupsOfCategory(stream, this.assumptions)
      for (const group of baseGroups.keys()) {
        const taken = before[group].map((persons, cell) => {
          const all = before.reduce((sum, stock, other) => sum + eligible[other] * stock[cell], 0)
          const from = all === 0 ? 0 : (eligible[group] * persons * inIt[cell]) / all
          return persons === 0 ? 0 : Math.min(MOST_TAKEN, from / persons)
        })
        base.invite(group, taken, back)
      }
      return
    }
    for (const group of reach.groups) base.invite(group, invited, back)
    for (const category of categoryStreams) {
      const eligible = groupsOfCategory(category, this.assumptions)
      const taken = invited.map((share, cell) => {
        const all = before.reduce((sum, stock, group) => sum + eligible[group] * stock[cell], 0)
        const reached = reach.groups.reduce((sum, group) => sum + eligible[group] * before[group][cell], 0)
        return all === 0 ? 0 : (share * reached) / all
      })
      categories.get(category)?.invite(0, taken, back)
    }
  }

  /** Share of a stream's invited who come back into the pool. */
  shareBack(stream: Stream): number {
    const { cec, general, others } = this.assumptions.comingBack
    return stream === 'cec' ? cec : stream === 'general' ? general : others
  }
}

/** Days after `from` until `to`, each counted as much as people come on its weekday. */
export function effectiveDays(from: Day, to: Day, { weekdayWeights }: FlowAssumptions): number {
  const { sundayToSaturday } = weekdayWeights
  const mean = sundayToSaturday.reduce((sum, weight) => sum + weight, 0) / sundayToSaturday.length
  let effective = 0
  for (let day = from + 1; day <= to; day++) effective += sundayToSaturday[weekday(day)] / mean
  return effective
}

/** A category draw takes at most this share of a base group's cell: nobody knows exactly how the two overlap. */
const MOST_TAKEN = 0.9

/** The cells of some groups a cutoff reaches, each with the share it invites. */
function invitedCells(groups: readonly number[], cutoff: number): CellSum {
  const cells = [...Array(CELLS).keys()].filter((cell) => invitedShare(cell, cutoff) > 0)
  return {
    indexes: Int32Array.from(groups.flatMap((group) => cells.map((cell) => group * BLOCK + cell))),
    shares: Float64Array.from(groups.flatMap(() => cells.map((cell) => invitedShare(cell, cutoff)))),
  }
}

/** Persons from each score up, and the variance of the logarithm of their number; index 0 = {@link LOWEST_SCORE}. */
function sumsFromTop({ system, groups }: Reach): { persons: Float64Array; variance: Float64Array } {
  const { mean, covariance, size: n } = system
  const persons = new Float64Array(cellByScore.length)
  const variance = new Float64Array(cellByScore.length)
  /** Covariance of every row with the persons above the cell, and their number and variance. */
  const withAbove = new Float64Array(n)
  let [above, squareAbove] = [0, 0]
  for (let cell = CELLS - 1; cell >= 0; cell--) {
    const rows = groups.map((group) => group * BLOCK + cell)
    const inCell = rows.reduce((sum, row) => sum + mean[row], 0)
    const cross = rows.reduce((sum, row) => sum + mean[row] * withAbove[row], 0)
    let square = 0
    for (const row of rows) for (const other of rows) square += mean[row] * mean[other] * covariance[row * n + other]
    for (let index = 0; index < cellByScore.length; index++) {
      if (cellByScore[index] !== cell) continue
      // The cutoff is at or above a score when enough stand there, everybody at the score among them.
      const share = invitedShare(cell, index + LOWEST_SCORE - 0.5)
      persons[index] = above + share * inCell
      const spread = squareAbove + 2 * share * cross + share * share * square
      variance[index] = persons[index] === 0 ? 0 : spread / persons[index] ** 2
    }
    above += inCell
    squareAbove += 2 * cross + square
    for (const row of rows) {
      const first = row * n
      for (let column = 0; column < n; column++) withAbove[column] += mean[row] * covariance[first + column]
    }
  }
  return { persons, variance }
}
