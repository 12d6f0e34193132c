import { availableParallelism, cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { pace } from '../../bench/ensemble.ts'
import { againstTwin } from '../../bench/replications.ts'
import { builtInScenario } from '../../helpers/scenarios.ts'

/** Ratios hold on any machine; times are measured by `npm run bench`. */
const baseline = (horizonDays: number) =>
  builtInScenario('baseline-2026', { horizonDays, population: { size: 60_000 }, arrivals: { perDay: 230 } })

/** The processor's time of this process: others may keep the machine busy. */
const processMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

describe('the pace of the engine', () => {
  it('is at least 15 times that of its readable twin, for the same people', () => {
    const { engineMs, twinMs } = againstTwin(baseline(60), 9, processMs)
    expect(twinMs / engineMs).toBeGreaterThan(15)
  })
})

/** Milliseconds all processors have spent so far, idle and in all. */
function processors(): { idle: number; all: number } {
  let [idle, all] = [0, 0]
  for (const { times } of cpus()) {
    idle += times.idle
    all += times.user + times.nice + times.sys + times.irq + times.idle
  }
  return { idle, all }
}

/** Share of the processors nobody used for a moment. */
async function idleShare(): Promise<number> {
  const before = processors()
  await sleep(250)
  const after = processors()
  return (after.idle - before.idle) / Math.max(1, after.all - before.all)
}

async function waitUntilFree(attempts: number): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) if ((await idleShare()) > 0.75) return true
  return false
}

describe('the pace of an ensemble', () => {
  it.runIf(availableParallelism() >= 2)(
    'is at least 1.3 times as high on two threads as on one',
    async (context) => {
      let best = 0
      for (let attempt = 0; attempt < 4 && best < 1.3; attempt++) {
        if (!(await waitUntilFree(60))) context.skip('others keep the processors busy')
        const one = await pace(baseline(365), 1, 24)
        const two = await pace(baseline(365), 2, 24)
        best = Math.max(best, two.runsPerSecond / one.runsPerSecond)
      }
      expect(best).toBeGreaterThan(1.3)
    },
    240_000,
  )
})
