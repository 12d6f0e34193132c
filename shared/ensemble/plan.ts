import { publishedDraws } from '../draws/history.ts'
import type { Day } from '../lib/day.ts'
import { engineVersion } from '../lib/version.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { PlannedDraw, Scenario } from '../schema/scenario.ts'
import type { SimulationOptions } from '../simulation/engine.ts'
import { type RunSettings, runSettings } from '../simulation/settings.ts'

/** Days between two looks at the pool. */
const DAYS_BETWEEN_SAMPLES = 14
const DAYS_OF_LONGEST_MONTH = 31

/** Which cutoffs a draw would have had with other sizes, everything before it unchanged. */
export interface SizeQuestion {
  /** Place of the draw among those of the plan. */
  slot: number
  /** Most invitations, ascending. */
  sizes: readonly number[]
}

export interface EnsembleOptions extends SimulationOptions {
  /** Answered in every replication. */
  question?: SizeQuestion
}

/** What all replications of a scenario have in common: cheap to make, the same on every thread. */
export interface EnsemblePlan {
  settings: RunSettings
  engineVersion: string
  /** One slot a planned draw, in the order they are held. */
  slots: readonly PlannedDraw[]
  /** Streams with a slot, in the order of `streams`. */
  streams: readonly Stream[]
  /** Days on which the pool is looked at, the last day of the run among them. */
  sampleDays: readonly Day[]
  /** Bins of the waiting time, one a day of the longest a profile is valid. */
  waitDays: number
  /** What else is asked about one draw. */
  question?: SizeQuestion
}

/** @throws InputError when the scenario cannot be run */
export function ensemblePlan(scenario: Scenario, options: EnsembleOptions = {}): EnsemblePlan {
  const settings = runSettings(scenario, options.history ?? publishedDraws, options.seed)
  const { firstDay, lastDay } = settings
  const sampleDays = []
  for (let day = firstDay; day < lastDay; day += DAYS_BETWEEN_SAMPLES) sampleDays.push(day)
  sampleDays.push(lastDay)
  return {
    settings,
    engineVersion,
    slots: settings.slots,
    streams: streams.filter((stream) => settings.slots.some((draw) => draw.stream === stream)),
    sampleDays,
    waitDays: DAYS_OF_LONGEST_MONTH * settings.validityMonths + 1,
    question: options.question,
  }
}
