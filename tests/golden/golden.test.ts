import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../server/packageRoot.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { builtInScenario } from '../helpers/scenarios.ts'

/**
 * Every draw and the totals of a run at a fixed seed, to the byte. A change here is a change of the engine: look at `*-changed.json` beside the
 * golden file, and if it is meant, replace the file and say why in the commit.
 */
const scenarios = [
  'baseline-2026',
  'replay-2025',
  'no-category-draws',
  'long-pause',
  'job-offer-points-return',
  'levels-plan-2026',
]

function outcome(id: string): string {
  const lines: string[] = []
  for (const event of simulate(builtInScenario(id))) {
    if (event.type === 'draw') {
      const { date, stream, size, cutoff, tieBreak, eligible, invited } = event
      lines.push(JSON.stringify({ date, stream, size, cutoff, tieBreak, eligible, invited }))
    }
    if (event.type === 'finished') lines.push(JSON.stringify(event.totals))
  }
  return `${lines.join('\n')}\n`
}

describe('golden runs', () => {
  it.each(scenarios)('%s is as it was', (id) => {
    const file = join(packageRoot, 'tests', 'golden', `${id}.jsonl`)
    const changedFile = join(packageRoot, 'tests', 'golden', `${id}-changed.json`)
    const now = outcome(id)
    rmSync(changedFile, { force: true })
    if (!existsSync(file) || readFileSync(file, 'utf8') !== now) writeFileSync(changedFile, now)
    expect(now).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file')
  })
})
