import { describe, expect, it } from 'vitest'
import { listScenarios, scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { newestSnapshotNotAfter, publishedDraws } from '../../shared/draws/history.ts'
import { bundledEstimate } from '../../shared/flows/bundledEstimates.ts'
import { computedEstimate } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'

const tables = new Set(listScenarios().map(({ id }) => newestSnapshotNotAfter(parseDay(scenarioById(id)?.asOf ?? ''))))

describe('the estimate bundled for', () => {
  it.each([...tables].map((table) => [table.asOf, table] as const))('%s is the one that is computed', (_, table) => {
    expect(bundledEstimate(table, publishedDraws), 'run `npm run record`').toEqual(
      computedEstimate(table, publishedDraws),
    )
  })

  it('no other draws', () => {
    const [table] = tables
    const changed = publishedDraws.map((draw, index) => (index === 250 ? { ...draw, cutoff: draw.cutoff + 1 } : draw))
    expect(bundledEstimate(table, changed)).toBeUndefined()
  })
})
