import type { EnsemblePlan } from '../ensemble/plan.ts'
import { compositionFields, type ReplicationRecord } from '../ensemble/record.ts'
import { bandGroups } from '../pool/bands.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { ComparedDraw, ComparedStream, Difference, Paired } from '../schema/comparison.ts'
import { drawNames, keyOf, type Measure, measuresOf } from './measures.ts'
import { pairedDifference } from './paired.ts'

/** The figures of one scenario: by measure, one value a replication. */
class Figures {
  readonly plan: EnsemblePlan
  readonly #measures: readonly Measure[]
  readonly #values: ReadonlyMap<string, number[]>
  #runs = 0

  constructor(plan: EnsemblePlan) {
    this.plan = plan
    this.#measures = measuresOf(plan)
    this.#values = new Map(this.#measures.map(({ key }) => [key, []]))
  }

  get runs(): number {
    return this.#runs
  }

  add(record: ReplicationRecord): void {
    this.#runs += 1
    for (const { key, of } of this.#measures) this.#values.get(key)?.push(of(record))
  }

  /** Values of the first replications; undefined when the scenario has no such number. */
  values(key: string, runs: number): number[] | undefined {
    return this.#values.get(key)?.slice(0, runs)
  }
}

/** The draws of both plans in the order of their days, each once. */
function drawsOfBoth(baseline: EnsemblePlan, alternative: EnsemblePlan): Map<string, ComparedDraw['plannedIn']> {
  const names = new Map<string, ComparedDraw['plannedIn']>()
  for (const name of drawNames(baseline)) names.set(name, 'baseline')
  for (const name of drawNames(alternative)) names.set(name, names.has(name) ? 'both' : 'alternative')
  const dateOf = (name: string): string => name.split('/')[1]
  return new Map([...names].sort(([a], [b]) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0)))
}

const plannedOf = ({ slots }: EnsemblePlan, stream: Stream): number =>
  slots.filter((slot) => slot.stream === stream).length

/** One alternative against the baseline, over the replications that both have. */
function difference(baseline: Figures, alternative: Figures): Difference {
  const runs = Math.min(baseline.runs, alternative.runs)
  const none = () => new Array<number>(runs).fill(0)
  const pair = (key: string): Paired | null => {
    const [a, b] = [baseline.values(key, runs), alternative.values(key, runs)]
    return a && b ? pairedDifference(a, b) : null
  }
  /** Whoever plans no such draw invites nobody by it. */
  const pairOfCounts = (key: string): Paired | null =>
    pairedDifference(baseline.values(key, runs) ?? none(), alternative.values(key, runs) ?? none())
  const draws = [...drawsOfBoth(baseline.plan, alternative.plan)].map(([name, plannedIn]): ComparedDraw => {
    const [stream, date] = name.split('/') as [Stream, string]
    const [cutoff, invited] = [pair(keyOf.cutoff(name)), pairOfCounts(keyOf.invitedByDraw(name))]
    return { date, stream, plannedIn, cutoff, invited }
  })
  const compared = streams.filter((stream) => draws.some((draw) => draw.stream === stream))
  return {
    scenario: alternative.plan.settings.scenarioId,
    draws,
    streams: compared.map(
      (stream): ComparedStream => ({
        stream,
        draws: { baseline: plannedOf(baseline.plan, stream), alternative: plannedOf(alternative.plan, stream) },
        meanCutoff: pair(keyOf.meanCutoff(stream)),
        lastCutoff: pair(keyOf.lastCutoff(stream)),
        invited: pair(keyOf.invited(stream)),
        waitingDays: pair(keyOf.waitingDays(stream)),
      }),
    ),
    invited: pair(keyOf.invited('all')),
    neverInvited: bandGroups.map((scores) => ({ scores, share: pair(keyOf.neverInvited(scores)) })),
    composition: compositionFields.flatMap(([field, groups]) =>
      groups.map((group) => ({ field, group, share: pair(keyOf.composition(field, group)) })),
    ),
    pool: bandGroups.map((scores) => ({ scores, persons: pair(keyOf.pool(scores)) })),
  }
}

/**
 * Scenarios against a baseline, replication by replication: replication `i` has the same random numbers in all of them, so
 * that most of what differs between two of them is what was changed. Keeps every replication's figures, not its record.
 *
 * @example
 * const comparison = new Comparison([planOfBaseline, planOfAlternative])
 * comparison.add(0, replicateBaseline(0))
 * comparison.add(1, replicateAlternative(0))
 * comparison.differences()[0].streams
 */
export class Comparison {
  readonly #figures: readonly Figures[]

  /** @param plans the baseline first; all of one seed */
  constructor(plans: readonly EnsemblePlan[]) {
    this.#figures = plans.map((plan) => new Figures(plan))
  }

  /** Takes the next replication of a scenario: 0, 1, 2 … of each. */
  add(scenario: number, record: ReplicationRecord): void {
    this.#figures[scenario].add(record)
  }

  /** Replications that all scenarios have. */
  get runs(): number {
    return Math.min(...this.#figures.map(({ runs }) => runs))
  }

  /** Every alternative against the baseline, by what came in so far. */
  differences(): Difference[] {
    const [baseline, ...alternatives] = this.#figures
    return alternatives.map((alternative) => difference(baseline, alternative))
  }
}
