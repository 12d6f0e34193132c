import { digest } from '../lib/hash.ts'
import { engineVersion } from '../lib/version.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { Provenance } from '../schema/provenance.ts'
import type { Scenario } from '../schema/scenario.ts'

/** What a run makes of its scenario that a result depends on; the settings of a run have it. */
export interface RunOrigin {
  seed: string
  /** In force on the first day. */
  rulesetId: string
  /** The pool table the run starts from. */
  snapshot: { asOf: string }
}

/** Where the result of a scenario comes from. */
export function provenanceOf(
  scenario: Scenario,
  { seed, rulesetId, snapshot }: RunOrigin,
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
