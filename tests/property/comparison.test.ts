import { describe, expect, it } from 'vitest'
import { serverClock } from '../../server/runtime/clock.ts'
import { EnsembleThreads } from '../../server/runtime/ensembleThreads.ts'
import { Comparison } from '../../shared/comparison/comparison.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import { ComparisonRun } from '../../shared/playback/comparisonRun.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import { type ComparisonResult, ComparisonResult as ComparisonSchema } from '../../shared/schema/comparison.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { ensembleOf } from '../helpers/ensembles.ts'
import { testScenario } from '../helpers/testScenario.ts'

/** From a date whose estimate comes with the program: nobody waits for it. */
const baseline: Scenario = { ...testScenario, asOf: '2025-12-15' }
const [cec, french] = baseline.schedule.cadences ?? []
/** A quarter more by every CEC draw, no French draw after the new year, one of healthcare instead. */
const larger: Scenario = {
  ...baseline,
  id: 'larger',
  schedule: {
    cadences: [
      { ...cec, sizes: [25] },
      { ...french, until: '2025-12-31' },
    ],
    draws: [{ date: '2026-01-20', stream: 'healthcare', size: 4 }],
  },
}
const RUNS = 8

async function compare(scenarios: readonly Scenario[], threads: number): Promise<ComparisonResult> {
  const run = new ComparisonRun({
    members: familyOf(scenarios),
    ...{ runs: RUNS, threads, clock: serverClock },
    startThreads: (count) => new EnsembleThreads({ threads: count, heapMb: 512 }),
  })
  const { status } = await run.outcome
  await run.close()
  const result = run.result()
  if (status !== 'finished' || !result) throw new Error(`ended ${status}`)
  return result
}

const withoutTimes = ({ threads: _, elapsedMs: __, scenarios, ...rest }: ComparisonResult): string =>
  JSON.stringify([rest, scenarios.map((one) => ({ ...one, threads: 0, elapsedMs: 0 }))])

describe('a comparison', () => {
  it('is that of the replications one by one, for any number of threads', async () => {
    const [one, three] = [await compare([baseline, larger], 1), await compare([baseline, larger], 3)]
    expect(shapeIssues(ComparisonSchema, one)).toEqual([])
    expect(withoutTimes(three)).toBe(withoutTimes(one))
    const brute = new Comparison([baseline, larger].map((scenario) => ensemblePlan(scenario)))
    for (const [index, scenario] of [baseline, larger].entries()) {
      const replicate = replicator(scenario)
      for (let run = 0; run < RUNS; run++) brute.add(index, replicate(run))
    }
    expect(one.differences).toEqual(brute.differences())
    expect(one.scenarios[1]?.draws).toEqual((await ensembleOf({ scenario: larger, runs: RUNS })).draws)
  })

  it('of a scenario with itself finds no difference anywhere', async () => {
    const { differences } = await compare([baseline, { ...baseline, id: 'same', seed: 'ignored' }], 2)
    const [{ draws, streams, neverInvited, composition, pool, invited }] = differences
    const all = [
      ...draws.flatMap((draw) => [draw.cutoff, draw.invited]),
      ...streams.flatMap((one) => [one.meanCutoff, one.lastCutoff, one.invited, one.waitingDays]),
      ...[...neverInvited, ...composition].map(({ share }) => share),
      ...pool.map(({ persons }) => persons),
      invited,
    ]
    expect(all.some((paired) => paired !== null)).toBe(true)
    for (const paired of all) if (paired) expect(paired.difference).toMatchObject({ mean: 0, low: 0, high: 0 })
  })

  it('pairs draws of the same day and stream, counts nobody where a draw is not planned', async () => {
    const [{ draws, streams }] = (await compare([baseline, larger], 2)).differences
    const dates = draws.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    const only = draws.filter(({ plannedIn }) => plannedIn !== 'both')
    expect(new Set(only.map(({ stream, plannedIn }) => `${stream} ${plannedIn}`))).toEqual(
      new Set(['french baseline', 'healthcare alternative']),
    )
    for (const { cutoff, invited, plannedIn } of only) {
      expect(cutoff).toBeNull()
      expect(plannedIn === 'baseline' ? invited?.alternative : invited?.baseline).toBe(0)
    }
    const ofCec = streams.find(({ stream }) => stream === 'cec')
    // Nobody knows the pool better: five more by each draw lower the cutoffs, and everybody is there to be invited.
    expect(ofCec?.invited?.difference.mean).toBe(5 * (ofCec?.draws.baseline ?? 0))
    expect(ofCec?.lastCutoff?.difference.mean).toBeLessThan(0)
    expect(ofCec?.lastCutoff?.widthRatio).toBeLessThan(1)
  })

  it('runs the alternatives one after the other when there are fewer threads than scenarios', async () => {
    const { differences, runsDone } = await compare([baseline, larger, { ...larger, id: 'again' }], 2)
    expect(runsDone).toBe(RUNS)
    expect(differences.map(({ scenario }) => scenario)).toEqual(['larger', 'again'])
    expect({ ...differences[1], scenario: 'larger' }).toEqual(differences[0])
  })

  it('keeps what came in when it is cancelled', async () => {
    const run = new ComparisonRun({
      members: familyOf([baseline, larger]),
      ...{ runs: 2000, threads: 2, clock: serverClock },
      startThreads: (count) => new EnsembleThreads({ threads: count, heapMb: 512 }),
      onProgress: () => (run.result()?.runsDone ?? 0) > 0 && run.cancel(),
    })
    expect(await run.outcome).toEqual({ status: 'cancelled' })
    const result = run.result()
    expect(result?.runsDone).toBeGreaterThan(0)
    expect(result?.runsDone).toBeLessThan(2000)
    await run.close()
  })
})
