import { keepFutures, usualFutures } from '../../server/runtime/futuresFile.ts'
import { newFutures, startingPool } from '../../shared/chance/futures.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

/** Puts the futures of a scenario where the server keeps them, so that it answers at once: a few, simulated, each many times. */
export function keepFewFutures(dataDir: string, scenario: Scenario, simulated: number): void {
  const plan = ensemblePlan(scenario)
  const futures = newFutures(plan, startingPool(plan, publishedDraws))
  const replicate = replicator(scenario)
  const records = Array.from({ length: simulated }, (_, run) => structuredClone(replicate(run)))
  for (let run = 0; run < usualFutures.runs; run++) futures.table.add(records[run % simulated])
  keepFutures(dataDir, plan, futures)
}
