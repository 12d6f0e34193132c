import { measuresOf } from '../comparison/measures.ts'
import type { EnsemblePlan, SizeQuestion } from '../ensemble/plan.ts'
import type { ReplicationRecord } from '../ensemble/record.ts'
import { refuse } from '../lib/errors.ts'
import type { InstrumentFinding, Outcome } from '../schema/instrument.ts'
import type { Scenario } from '../schema/scenario.ts'

/** What an instrument reads off the replications of its scenarios. */
export interface Reading {
  add(member: number, record: ReplicationRecord): void
  /** Null before there is anything to say. */
  finding(): InstrumentFinding | null
}

/** A question that is answered by running several scenarios with common random numbers. */
export interface Instrument {
  /** The scenario it is about first. */
  scenarios: readonly Scenario[]
  /** Asked of a draw in every one of them. */
  question?: SizeQuestion
  read(plans: readonly EnsemblePlan[]): Reading
}

const keyOfOutcome = ({ figure, stream }: Outcome): string => `${figure}/${stream}`

/** One number of every replication of each scenario; NaN where it has none. */
export class Outcomes {
  readonly values: number[][]
  readonly #measures: ((record: ReplicationRecord) => number)[]

  /** @throws InputError EE_SCENARIO when a scenario has no draw of the stream */
  constructor(plans: readonly EnsemblePlan[], outcome: Outcome) {
    this.values = plans.map(() => [])
    this.#measures = plans.map((plan) => {
      const measure = measuresOf(plan).find(({ key }) => key === keyOfOutcome(outcome))
      if (measure && plan.streams.includes(outcome.stream)) return measure.of
      const { scenarioId } = plan.settings
      throw refuse('EE_SCENARIO', '$.outcome.stream', `scenario ${scenarioId} holds no draw of ${outcome.stream}`)
    })
  }

  add(member: number, record: ReplicationRecord): void {
    this.values[member].push(this.#measures[member](record))
  }

  /** Replications that every scenario has. */
  get runs(): number {
    return Math.min(...this.values.map(({ length }) => length))
  }

  /** The first replications of a scenario, as many as all have. */
  common(member: number): number[] {
    return this.values[member].slice(0, this.runs)
  }
}
