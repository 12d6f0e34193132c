import { availableParallelism } from 'node:os'
import { serverClock } from '../../server/runtime/clock.ts'
import { EnsembleThreads } from '../../server/runtime/ensembleThreads.ts'
import { scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { turned } from '../../shared/instruments/knobs.ts'
import { ComparisonRun } from '../../shared/playback/comparisonRun.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import { atMost, type Figure } from './measure.ts'

const HEAP_MB = 1024
const PAIRS = 40
const PAIRS_ASKED_FOR = 200
/** A small change: a tenth more by every draw. */
const FACTOR = 1.1

/** A comparison of the baseline year with a small change of it, at full size, from nothing. */
export async function comparisonFigures(): Promise<Figure[]> {
  const baseline = scenarioById('baseline-2026')
  if (!baseline) throw new Error('there is no baseline-2026')
  const threads = Math.max(2, availableParallelism())
  const startedMs = performance.now()
  let firstMs: number | undefined
  const run: ComparisonRun = new ComparisonRun({
    members: familyOf([baseline, turned(baseline, 'draw-sizes', FACTOR)]),
    ...{ runs: PAIRS, threads, clock: serverClock },
    startThreads: (count) => new EnsembleThreads({ threads: count, heapMb: HEAP_MB }),
    onProgress: () => {
      if (firstMs === undefined && (run.result()?.runsDone ?? 0) > 0) firstMs = performance.now() - startedMs
    },
  })
  await run.outcome
  const elapsedMs = performance.now() - startedMs
  await run.close()
  const first = firstMs ?? elapsedMs
  const ratios = run.result()?.differences[0].streams.map(({ meanCutoff }) => meanCutoff?.widthRatio ?? 0) ?? []
  const projectedMs = first + ((elapsedMs - first) * PAIRS_ASKED_FOR) / PAIRS
  return [
    atMost('first paired runs of a comparison', first / 1000, 's', 3),
    atMost(`${PAIRS_ASKED_FOR} paired runs of two scenarios, projected`, projectedMs / 1000, 's', 30),
    atMost('widest paired interval against unpaired, a tenth more invitations', Math.max(...ratios), 'times', 0.5),
  ]
}
