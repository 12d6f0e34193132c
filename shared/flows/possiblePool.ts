import type { Day } from '../lib/day.ts'
import { decay, exponential } from '../lib/portableMath.ts'
import { type RandomStream, standardNormal } from '../lib/random.ts'
import { baseGroups } from '../pool/baseGroups.ts'
import type { Stream } from '../schema/common.ts'
import { choleskyRoot } from './cholesky.kernel.ts'
import { effectiveDays, type FlowModel } from './flowModel.ts'
import { BLOCK, type FlowSystem } from './flowSystem.ts'
import { groupsOfCategory, invitedGroups } from './groups.ts'
import { shareKept } from './leaving.ts'
import { inflowByCell } from './priors.ts'
import { CELLS, cellFloors, cellWidths, invitedShare, LOWEST_SCORE } from './scoreCells.ts'

/** Farthest a sampled logarithm may lie from its mean: e to the power of 2 is seven times as many. */
const FARTHEST = 2

/** Persons and their daily inflow by cell, of one group. */
interface Flow {
  stock: Float64Array
  perDay: Float64Array
  age: Float64Array
  returning: Float64Array
}

/** Draws pools that agree with what a model knows, each as likely as the model thinks. */
export class PossiblePools {
  readonly #model: FlowModel
  readonly #baseRoot: Float64Array
  readonly #categories: readonly { stream: Stream; system: FlowSystem; root: Float64Array }[]

  /** @param categories the ones draws may be held of */
  constructor(model: FlowModel, categories: readonly Stream[]) {
    this.#model = model
    this.#baseRoot = choleskyRoot(model.base.covariance, model.base.size)
    this.#categories = categories.flatMap((stream) => {
      const system = model.category(stream)
      return system ? [{ stream, system, root: choleskyRoot(system.covariance, system.size) }] : []
    })
  }

  sample(random: RandomStream): PossiblePool {
    const model = this.#model
    const base = sampleFlows(model.base, this.#baseRoot, model.widening(false), random)
    const categories = this.#categories.map(
      ({ stream, system, root }) => [stream, sampleFlows(system, root, model.widening(true), random)[0]] as const,
    )
    return new PossiblePool(model, base, new Map(categories))
  }
}

function sampleFlows(system: FlowSystem, root: Float64Array, widening: number, random: RandomStream): Flow[] {
  const { size, mean, groups, age, returning } = system
  const noise = Float64Array.from({ length: size }, () => standardNormal(random))
  const state = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let away = 0
    for (let column = 0; column <= row; column++) away += root[row * size + column] * noise[column]
    state[row] = mean[row] * exponential(Math.min(FARTHEST, Math.max(-FARTHEST, widening * away)))
  }
  return Array.from({ length: groups }, (_, group) => ({
    stock: state.slice(group * BLOCK, group * BLOCK + CELLS),
    perDay: inflowByCell(state.subarray(group * BLOCK + CELLS, (group + 1) * BLOCK)),
    age: age.slice(group * CELLS, (group + 1) * CELLS),
    returning: returning.slice(group * CELLS, (group + 1) * CELLS),
  }))
}

/** One pool that may be the real one, lived on in expected persons: who comes, who leaves, whom draws take. */
export class PossiblePool {
  readonly #model: FlowModel
  readonly #base: Flow[]
  readonly #categories: Map<Stream, Flow>
  #day: Day

  constructor(model: FlowModel, base: Flow[], categories: Map<Stream, Flow>) {
    this.#model = model
    this.#base = base
    this.#categories = categories
    this.#day = model.day
  }

  advanceTo(day: Day): void {
    const days = day - this.#day
    if (days <= 0) return
    const { assumptions } = this.#model
    const effective = effectiveDays(this.#day, day, assumptions)
    const { comingBack } = assumptions
    const backBy = 1 - decay(days / comingBack.meanDays)
    for (const flow of [...this.#base, ...this.#categories.values()]) {
      for (let cell = 0; cell < CELLS; cell++) {
        const kept = flow.stock[cell] * shareKept(flow.age[cell], days, assumptions)
        const fresh = effective * flow.perDay[cell]
        const back = flow.returning[cell] * backBy
        flow.returning[cell] -= back
        flow.age[cell] = kept + fresh === 0 ? 0 : (kept * (flow.age[cell] + days) + (fresh * days) / 2) / (kept + fresh)
        flow.stock[cell] = kept + fresh + back
      }
    }
    this.#day = day
  }

  /** Persons of a stream; 0 for one nobody is known to be in. */
  people(stream: Stream): number {
    return this.#reached(stream).reduce((sum, { stock }) => sum + stock.reduce((all, persons) => all + persons, 0), 0)
  }

  /** Persons of a stream by cell of score; undefined for one nobody is known to be in. */
  stock(stream: Stream): Float64Array | undefined {
    const reached = this.#reached(stream)
    if (reached.length === 0) return undefined
    return Float64Array.from({ length: CELLS }, (_, cell) => reached.reduce((sum, { stock }) => sum + stock[cell], 0))
  }

  #reached(stream: Stream): readonly Flow[] {
    const groups = invitedGroups(stream)
    const category = this.#categories.get(stream)
    return groups ? groups.map((group) => this.#base[group]) : category ? [category] : []
  }

  /** Holds a draw for so many persons besides nominees, and says its cutoff; undefined for streams nobody is known to be in. */
  draw(stream: Stream, persons: number): number | undefined {
    const reached = this.#reached(stream)
    if (reached.length === 0) return undefined
    const cutoff = cutoffOf(reached, persons)
    this.#invite(stream, invitedGroups(stream), cutoff)
    return Math.round(cutoff)
  }

  #invite(stream: Stream, groups: readonly number[] | undefined, cutoff: number): void {
    const { assumptions } = this.#model
    const back = this.#model.shareBack(stream)
    for (let cell = CELLS - 1; cell >= 0; cell--) {
      const share = invitedShare(cell, cutoff)
      if (share === 0) return
      const before = this.#base.map(({ stock }) => stock[cell])
      if (groups) {
        for (const group of groups) take(this.#base[group], cell, share, back)
        for (const [other, flow] of this.#categories) {
          const eligible = groupsOfCategory(other, assumptions)
          const all = before.reduce((sum, stock, group) => sum + eligible[group] * stock, 0)
          const reached = groups.reduce((sum, group) => sum + eligible[group] * before[group], 0)
          if (all > 0) take(flow, cell, (share * reached) / all, back)
        }
        continue
      }
      const flow = this.#categories.get(stream)
      if (!flow) return
      const taken = flow.stock[cell] * share
      take(flow, cell, share, back)
      const eligible = groupsOfCategory(stream, assumptions)
      const all = before.reduce((sum, stock, group) => sum + eligible[group] * stock, 0)
      if (all === 0) continue
      for (const group of baseGroups.keys())
        take(this.#base[group], cell, Math.min(1, (eligible[group] * taken) / all), back)
    }
  }
}

function take(flow: Flow, cell: number, share: number, shareBack: number): void {
  const taken = flow.stock[cell] * share
  flow.stock[cell] -= taken
  flow.returning[cell] += shareBack * taken
}

/** The score down to which so many stand, between whole scores. */
function cutoffOf(flows: readonly Flow[], persons: number): number {
  let left = persons
  for (let cell = CELLS - 1; cell >= 0; cell--) {
    const inCell = flows.reduce((sum, { stock }) => sum + stock[cell], 0)
    if (inCell >= left) return cellFloors[cell] + cellWidths[cell] - 0.5 - (left / inCell) * cellWidths[cell]
    left -= inCell
  }
  return LOWEST_SCORE
}
