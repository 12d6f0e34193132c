import { exponential } from '../lib/portableMath.ts'
import { type RandomStream, randomStream, standardNormal } from '../lib/random.ts'
import type { NewcomerSource } from '../pool/arrivals.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { ItaOutcome } from '../schema/scenario.ts'
import type { RunSettings } from './settings.ts'

/** What nobody knows exactly and one future after another takes to be different. */
export interface ReplicationParameters {
  /** So many times the expected arrivals of each source, in the order of the newcomers' sources. */
  arrivalFactors: Float64Array
  outcomes: { readonly [stream in Stream]: ItaOutcome }
}

/** Everything as expected. */
export const centralParameters = (
  sources: readonly NewcomerSource[],
  settings: RunSettings,
): ReplicationParameters => ({
  arrivalFactors: new Float64Array(sources.length).fill(1),
  outcomes: settings.outcomes,
})

/** `1 / most` to `most` times as many, lognormal. */
function factor(random: RandomStream, deviation: number, most: number): number {
  const raw = exponential(deviation * standardNormal(random))
  return Math.min(most, Math.max(1 / most, raw))
}

/** A share moved on the scale of its odds; 0 and 1 stay. */
function movedShare(share: number, by: number): number {
  if (share <= 0 || share >= 1) return share
  const odds = (share / (1 - share)) * exponential(by)
  return odds / (1 + odds)
}

/** Who applies moves; of the others as many decline as before. */
function movedOutcome({ applies, declines }: ItaOutcome, by: number): ItaOutcome {
  const moved = movedShare(applies, by)
  return { applies: moved, declines: applies === 1 ? declines : (declines * (1 - moved)) / (1 - applies) }
}

/**
 * Parameters of one future: how many of each group come (as uncertain as draws and tables leave it), how many nominees, and how
 * many of the invited apply. Drawn once a replication from its own stream, so that bands show more than chance.
 */
export function drawnParameters(
  sources: readonly NewcomerSource[],
  settings: RunSettings,
  seed: string,
): ReplicationParameters {
  if (!settings.parametersVary) return centralParameters(sources, settings)
  const { uncertainty } = settings.assumptions
  const random = randomStream(seed, 'parameters')
  const arrivalFactors = Float64Array.from(sources, ({ deviation }) =>
    factor(random, deviation, uncertainty.mostFactor),
  )
  const byStream = streams.map((stream) => {
    const by = uncertainty.outcomesLogOdds * standardNormal(random)
    return [stream, movedOutcome(settings.outcomes[stream], by)] as const
  })
  return { arrivalFactors, outcomes: Object.fromEntries(byStream) as ReplicationParameters['outcomes'] }
}

/** Farthest a lognormal factor may lie, for a bound of memory. */
export const mostArrivalFactor = ({ parametersVary, assumptions }: RunSettings): number =>
  parametersVary ? assumptions.uncertainty.mostFactor : 1
