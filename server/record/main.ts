import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type BacktestRequest, backtest } from '../../shared/backtest/backtest.ts'
import { newestSnapshotNotAfter, publishedDraws } from '../../shared/draws/history.ts'
import { writtenEstimates } from '../../shared/flows/bundledEstimates.ts'
import { computedEstimate } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import type { AccuracyRecord } from '../../shared/schema/backtest.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { ProgressLine } from '../cli/ensembleProgress.ts'
import { packageRoot } from '../packageRoot.ts'
import { serverClock } from '../runtime/clock.ts'
import { EnsembleThreads } from '../runtime/ensembleThreads.ts'
import { bundleFutures, planOf, startFutures, usualFutures } from '../runtime/futuresFile.ts'
import { listScenarios, scenarioById } from '../runtime/scenarioLibrary.ts'
import { accuracyMarkdown } from './accuracyMarkdown.ts'
import { fitRecord } from './fit.ts'

const HEAP_MB = 1024
/** The first full year the filter had tables and draws to learn from. */
const from = '2023-01-01'
const to = publishedDraws[publishedDraws.length - 1].date

function run(mode: BacktestRequest['mode']) {
  const startedMs = serverClock.nowMs()
  const line = new ProgressLine(process.stderr, mode === 'replay' ? 'draws' : 'days')
  const result = backtest(publishedDraws, { mode, from, to }, (runsDone, runs) => {
    const elapsedMs = serverClock.nowMs() - startedMs
    line.show({ runsDone, runs, elapsedMs, timeLeftMs: Math.round((elapsedMs / runsDone) * (runs - runsDone)) })
  })
  line.end()
  return result
}

/** The estimates the scenarios that ship with the program start from. */
function writeEstimates(): void {
  const asOf = listScenarios().map(({ id }) => parseDay((scenarioById(id) as Scenario).asOf))
  const tables = [...new Set(asOf.map((day) => newestSnapshotNotAfter(day)))]
  const estimates = tables.map((snapshot) => ({ snapshot, estimate: computedEstimate(snapshot, publishedDraws) }))
  const file = join(packageRoot, 'shared', 'flows', 'bundled', 'estimates.json')
  writeFileSync(file, writtenEstimates(estimates, publishedDraws))
}

/** The futures a chance is read from when nobody names a scenario. */
async function writeFutures(): Promise<void> {
  const { scenarioId, runs } = usualFutures
  const request = { scenario: scenarioById(scenarioId) as Scenario, history: publishedDraws, runs }
  const plan = planOf(request)
  const line = new ProgressLine(process.stderr, 'futures')
  const threads = new EnsembleThreads({ threads: availableParallelism(), heapMb: HEAP_MB })
  const { futures, run } = await startFutures(request, plan, { threads, onProgress: () => line.show(run.progress) })
  const { status } = await run.outcome
  await threads.close()
  line.end()
  if (status !== 'finished') throw new Error(`the futures ${status}`)
  bundleFutures(plan, futures)
}

const record: AccuracyRecord = {
  engineVersion,
  dataUntil: to,
  publishedDraws: publishedDraws.length,
  replay: run('replay'),
  forecast: run('forecast'),
}

writeEstimates()
const line = new ProgressLine(process.stderr, 'assumptions')
const startedMs = serverClock.nowMs()
const fit = fitRecord(scenarioById('baseline-2026') as Scenario, (runsDone, runs) => {
  const elapsedMs = serverClock.nowMs() - startedMs
  line.show({ runsDone, runs, elapsedMs, timeLeftMs: Math.round((elapsedMs / runsDone) * (runs - runsDone)) })
})
line.end()

await writeFutures()
writeFileSync(join(packageRoot, 'shared', 'record', 'fit.json'), `${JSON.stringify(fit)}\n`)
writeFileSync(join(packageRoot, 'shared', 'record', 'accuracy.json'), `${JSON.stringify(record)}\n`)
writeFileSync(join(packageRoot, 'docs', 'accuracy.md'), accuracyMarkdown(record))
process.stderr.write(
  `Written: shared/record/{accuracy,fit}.json, shared/flows/bundled/estimates.json, shared/chance/bundled and docs/accuracy.md, draws from ${from} to ${to}.\n`,
)
