import { digest } from '../lib/hash.ts'
import { engineVersion } from '../lib/version.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Scenario } from '../schema/scenario.ts'
import type { RunSettings } from './settings.ts'

/** All that is needed to make a result again, and to say where it comes from. */
export interface Provenance {
  program: 'Express Entry simulator'
  engineVersion: string
  /** In force on the first day. */
  rulesetId: string
  seed: string
  scenario: Scenario
  data: {
    draws: number
    /** Date of the newest published draw that was known. */
    newestDraw: string
    /** Of the published draws: the same for the same table. */
    digest: string
    /** Date of the pool table the run starts from. */
    poolAsOf: string
  }
  citation: string
}

/** Where the result of a scenario comes from. */
export function provenanceOf(
  scenario: Scenario,
  { seed, rulesetId, snapshot }: Pick<RunSettings, 'seed' | 'rulesetId' | 'snapshot'>,
  history: readonly PublishedDraw[],
): Provenance {
  const newestDraw = history.at(-1)?.date ?? ''
  return {
    program: 'Express Entry simulator',
    engineVersion,
    rulesetId,
    seed,
    scenario,
    data: { draws: history.length, newestDraw, digest: digest(JSON.stringify(history)), poolAsOf: snapshot.asOf },
    citation:
      `Express Entry simulator, engine ${engineVersion}; scenario ${scenario.id}, seed ${seed}; ` +
      `published draws to ${newestDraw}, pool table as of ${snapshot.asOf}. Synthetic data.`,
  }
}
