import { SCORES } from '../crs/ruleMeaning.ts'
import { formatDay } from '../lib/day.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { bandGroups } from '../pool/bands.ts'
import { bands } from '../schema/common.ts'
import type { Composition } from '../schema/draw.ts'
import type { EnsembleDraw, EnsembleResult, NeverInvited, PoolQuantiles, Waiting } from '../schema/ensemble.ts'
import { COUNT_RELATIVE_ERROR, CountHistogram, medianBin, quantilesOf } from './countHistogram.ts'
import type { EnsemblePlan } from './plan.ts'
import { compositionFields, compositionOffset, fates, type ReplicationRecord } from './record.ts'

/** Changes with every change of what is saved. */
const FORMAT = 'ensemble/1'

/** Shares are counted in thousandths. */
const SHARE_BINS = 1000

const histograms = (count: number): CountHistogram[] => Array.from({ length: count }, () => new CountHistogram())

const sum = (counts: Uint32Array | Int32Array | Float64Array): number => {
  let total = 0
  for (const count of counts) total += count
  return total
}

/** Distribution of one slot's draw over the replications. */
class SlotTally {
  readonly cutoffs = new Uint32Array(SCORES)
  readonly sizes = new CountHistogram()
  readonly invited = new CountHistogram()
  readonly days: Uint32Array
  readonly #firstDay: number

  constructor(firstDay: number, lastDay: number) {
    this.#firstDay = firstDay
    this.days = new Uint32Array(lastDay - firstDay + 1)
  }

  add(record: ReplicationRecord, slot: number): void {
    if (record.day[slot] >= 0) this.days[record.day[slot] - this.#firstDay] += 1
    if (record.size[slot] >= 0) this.sizes.add(record.size[slot])
    this.invited.add(record.invited[slot])
    if (record.cutoff[slot] >= 0) this.cutoffs[record.cutoff[slot]] += 1
  }

  summary({ date, stream, size }: EnsemblePlan['slots'][number]): EnsembleDraw {
    const median = medianBin(this.days, sum(this.days))
    const held = sum(this.cutoffs)
    return {
      date: median < 0 ? date : formatDay(this.#firstDay + median),
      stream,
      size: this.sizes.total === 0 ? (size ?? null) : this.sizes.quantiles().p50,
      cutoff: quantilesOf(this.cutoffs, held),
      invited: this.invited.quantiles(),
      held,
    }
  }
}

/**
 * Gathers replications into an {@link EnsembleResult}. Adds up counts in fixed bins: memory does not grow with the number of
 * replications. Feed it records in replication order, so that a partial result is that of a smaller ensemble.
 *
 * @example
 * const reducer = new EnsembleReducer(plan)
 * for (let replication = 0; replication < 100; replication++) reducer.add(replicate(replication))
 * reducer.result({ threads: 1, elapsedMs: 0 }).draws[0].cutoff
 */
export class EnsembleReducer {
  readonly #plan: EnsemblePlan
  readonly #slots: SlotTally[]
  readonly #totals: CountHistogram[]
  readonly #bands: CountHistogram[]
  readonly #waits: Float64Array
  readonly #ended: Float64Array
  readonly #shares: Uint32Array[]
  readonly #composition: Float64Array
  readonly #invited = new CountHistogram()
  readonly #invitedByStream: CountHistogram[]
  #runs = 0

  constructor(plan: EnsemblePlan) {
    const { firstDay, lastDay } = plan.settings
    this.#plan = plan
    this.#slots = plan.slots.map(() => new SlotTally(firstDay, lastDay))
    this.#totals = histograms(plan.sampleDays.length)
    this.#bands = histograms(plan.sampleDays.length * bands.length)
    this.#waits = new Float64Array(plan.streams.length * bandGroups.length * plan.waitDays)
    this.#ended = new Float64Array(bandGroups.length * fates.length)
    this.#shares = bandGroups.map(() => new Uint32Array(SHARE_BINS + 1))
    this.#composition = new Float64Array(compositionOffset(plan.streams.length))
    this.#invitedByStream = histograms(plan.streams.length)
  }

  /** What was gathered, as bytes for {@link EnsembleReducer.restore}: a long ensemble can go on after a break. */
  save(): Uint8Array {
    return seal(FORMAT, this.#plan.settings.fingerprint, {
      meta: this.#runs,
      columns: [...this.#histograms().map((histogram) => histogram.save()), ...this.#counts()],
    })
  }

  /** @throws InputError EE_CHECKPOINT when the bytes are damaged or of another ensemble */
  static restore(plan: EnsemblePlan, bytes: Uint8Array): EnsembleReducer {
    const { meta, columns } = unseal(FORMAT, plan.settings.fingerprint, bytes)
    const reducer = new EnsembleReducer(plan)
    reducer.#runs = meta as number
    for (const histogram of reducer.#histograms()) histogram.restore(columns.shift() as Float64Array)
    for (const counts of reducer.#counts()) counts.set(columns.shift() as Float64Array)
    return reducer
  }

  /** All that has been gathered, always in the same order. */
  #histograms(): CountHistogram[] {
    const ofSlots = this.#slots.flatMap(({ sizes, invited }) => [sizes, invited])
    return [...ofSlots, ...this.#totals, ...this.#bands, this.#invited, ...this.#invitedByStream]
  }

  #counts(): (Uint32Array | Float64Array)[] {
    const ofSlots = this.#slots.flatMap(({ cutoffs, days }) => [cutoffs, days])
    return [...ofSlots, ...this.#shares, this.#waits, this.#ended, this.#composition]
  }

  /** Replications gathered so far. */
  get runs(): number {
    return this.#runs
  }

  add(record: ReplicationRecord): void {
    this.#runs += 1
    for (const [slot, tally] of this.#slots.entries()) tally.add(record, slot)
    for (const [sample, total] of this.#totals.entries()) {
      const first = sample * bands.length
      let sum = 0
      for (let index = first; index < first + bands.length; index++) {
        this.#bands[index].add(record.bands[index])
        sum += record.bands[index]
      }
      total.add(sum)
    }
    for (let index = 0; index < this.#waits.length; index++) this.#waits[index] += record.waits[index]
    for (let index = 0; index < this.#composition.length; index++) this.#composition[index] += record.composition[index]
    this.#addEnded(record)
    this.#addInvited(record)
  }

  #addEnded({ ended }: ReplicationRecord): void {
    for (const [group, shares] of this.#shares.entries()) {
      const [invited, left] = [ended[group * fates.length], ended[group * fates.length + 1]]
      if (invited + left > 0) shares[Math.round((SHARE_BINS * left) / (invited + left))] += 1
    }
    for (let index = 0; index < ended.length; index++) this.#ended[index] += ended[index]
  }

  #addInvited(record: ReplicationRecord): void {
    const byStream = new Float64Array(this.#plan.streams.length)
    for (const [slot, { stream }] of this.#plan.slots.entries()) {
      byStream[this.#plan.streams.indexOf(stream)] += record.invited[slot]
    }
    for (const [index, histogram] of this.#invitedByStream.entries()) histogram.add(byStream[index])
    this.#invited.add(byStream.reduce((sum, count) => sum + count, 0))
  }

  #pool(): PoolQuantiles[] {
    return this.#plan.sampleDays.map((day, sample) => ({
      date: formatDay(day),
      total: this.#totals[sample].quantiles(),
      bands: Object.fromEntries(
        bands.map((band, index) => [band, this.#bands[sample * bands.length + index].quantiles()]),
      ) as PoolQuantiles['bands'],
    }))
  }

  #waiting(): Waiting[] {
    const { streams, waitDays } = this.#plan
    return streams.flatMap((stream, row) =>
      bandGroups.flatMap((scores, group) => {
        const first = (row * bandGroups.length + group) * waitDays
        const bins = this.#waits.subarray(first, first + waitDays)
        const invited = bins.reduce((sum, count) => sum + count, 0)
        const days = quantilesOf(bins, invited)
        return days ? [{ stream, scores, invitedPerRun: invited / this.#runs, days }] : []
      }),
    )
  }

  #neverInvited(): NeverInvited[] {
    return bandGroups.flatMap((scores, group) => {
      const shares = this.#shares[group]
      const share = quantilesOf(
        shares,
        shares.reduce((sum, count) => sum + count, 0),
        (bin) => bin / SHARE_BINS,
      )
      const ended = this.#ended[group * fates.length] + this.#ended[group * fates.length + 1]
      return share ? [{ scores, endedPerRun: ended / this.#runs, share }] : []
    })
  }

  #compositions(): EnsembleResult['composition'] {
    return this.#plan.streams.map((stream, row) => {
      let at = compositionOffset(row)
      const fields = compositionFields.map(([field, groups]) => [
        field,
        Object.fromEntries(groups.map((group) => [group, this.#composition[at++]])),
      ])
      return { stream, counts: Object.fromEntries(fields) as Composition }
    })
  }

  /** What the replications added so far say; cheap enough to ask for several times a second. */
  result({ threads, elapsedMs }: { threads: number; elapsedMs: number }): EnsembleResult {
    const { settings, engineVersion, slots, streams } = this.#plan
    return {
      scenario: settings.scenarioId,
      seed: settings.seed,
      runs: this.#runs,
      threads,
      engineVersion,
      rulesetId: settings.rulesetId,
      elapsedMs,
      draws: slots.map((slot, index) => this.#slots[index].summary(slot)),
      pool: this.#pool(),
      waiting: this.#waiting(),
      neverInvited: this.#neverInvited(),
      invited: {
        total: this.#invited.quantiles(),
        byStream: Object.fromEntries(streams.map((stream, row) => [stream, this.#invitedByStream[row].quantiles()])),
      },
      composition: this.#compositions(),
      precision: { cutoffPoints: 0, days: 0.5, countsRelative: COUNT_RELATIVE_ERROR, share: 0.5 / SHARE_BINS },
    }
  }
}
