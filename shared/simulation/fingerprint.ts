import { flowAssumptions } from '../flows/assumptions.ts'
import { digest } from '../lib/hash.ts'
import { engineVersion } from '../lib/version.ts'
import { lifeAssumptions } from '../life/assumptions.ts'
import { populationAssumptions } from '../pool/assumptions.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Scenario } from '../schema/scenario.ts'

/**
 * A short text that is the same for the same scenario, seed, published draws, assumptions and version of the engine, and
 * practically never otherwise:
 * what is saved of a run can only be read back into that run.
 */
export const fingerprint = (scenario: Scenario, seed: string, history: readonly PublishedDraw[]): string =>
  digest(
    JSON.stringify([engineVersion, populationAssumptions, lifeAssumptions, flowAssumptions, scenario, seed, history]),
  )
