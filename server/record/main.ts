import { writeFileSync } from 'node:fs'
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
import { listScenarios, scenarioById } from '../runtime/scenarioLibrary.ts'
import { accuracyMarkdown } from './accuracyMarkdown.ts'
import { fitRecord } from './fit.ts'

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

writeFileSync(join(packageRoot, 'shared', 'record', 'fit.json'), `${JSON.stringify(fit)}\n`)
writeFileSync(join(packageRoot, 'shared', 'record', 'accuracy.json'), `${JSON.stringify(record)}\n`)
writeFileSync(join(packageRoot, 'docs', 'accuracy.md'), accuracyMarkdown(record))
process.stderr.write(
  `Written: shared/record/{accuracy,fit}.json, shared/flows/bundled/estimates.json and docs/accuracy.md, draws from ${from} to ${to}.\n`,
)
