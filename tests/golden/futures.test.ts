import { describe, expect, it } from 'vitest'
import { keptFutures, planOf, usualFutures } from '../../server/runtime/futuresFile.ts'
import { scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { CutoffTable } from '../../shared/chance/cutoffTable.ts'
import { startingPool } from '../../shared/chance/futures.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { replicatorOf } from '../../shared/ensemble/replicate.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'

const FEW = 3

describe('the futures that come with the program', () => {
  const scenario = scenarioById(usualFutures.scenarioId) as Scenario
  const plan = planOf({ scenario, history: publishedDraws, runs: usualFutures.runs })
  const kept = keptFutures('/nowhere', plan, usualFutures.runs)

  it('are those of this engine, its draws and assumptions', () => {
    expect(kept, 'run `npm run record`').toBeDefined()
    expect(kept?.table.runs).toBe(usualFutures.runs)
    expect(keptFutures('/nowhere', plan, usualFutures.runs + 1)).toBeUndefined()
  })

  it('begin with what is simulated', () => {
    const replicate = replicatorOf(plan)
    const table = new CutoffTable(plan)
    for (let run = 0; run < FEW; run++) table.add(replicate(run))
    expect(keptFutures('/nowhere', plan, FEW)?.table.columns()).toEqual(table.columns())
  })

  it('start from the same pool', () => {
    const { counts, spread } = startingPool(plan, publishedDraws)
    expect(kept?.pool.counts.all).toEqual(counts.all)
    expect(kept?.pool.spread).toEqual(spread)
  })
})
