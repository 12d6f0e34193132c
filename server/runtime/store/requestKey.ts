import { createHash } from 'node:crypto'
import { flowAssumptions } from '../../../shared/flows/assumptions.ts'
import { knobRanges } from '../../../shared/instruments/knobs.ts'
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts'
import { lifeAssumptions } from '../../../shared/life/assumptions.ts'
import { populationAssumptions } from '../../../shared/pool/assumptions.ts'
import type { PublishedDraw } from '../../../shared/schema/draw.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'

/** What a result answers: a question, up to the order in which its fields were written. */
export interface ResultRequest {
  /** `run`, `ensemble`, `comparison`. */
  kind: string
  /** One, or those compared, in order. */
  scenarios: readonly Scenario[]
  seed: string
  /** Whatever else changes the answer, such as `{ runs: 200 }`. */
  parameters: Readonly<Record<string, string | number | boolean>>
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const hashOf = (value: unknown): string => sha256(canonicalJson(value))

export const scenarioHash = (scenarios: readonly Scenario[]): string => hashOf(scenarios)

/** Which published draws and assumptions a server answers from; the law it knows comes with the version of the engine. */
export const dataVersionOf = (history: readonly PublishedDraw[]): string =>
  hashOf([populationAssumptions, lifeAssumptions, flowAssumptions, knobRanges, history])

/** The same for the same question to the same engine and data, and for nothing else. */
export const requestKey = (
  { kind, scenarios, seed, parameters }: ResultRequest,
  { engineVersion, dataVersion }: { engineVersion: string; dataVersion: string },
): string => hashOf([kind, scenarios, seed, parameters, engineVersion, dataVersion])
