import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { readDrawsCsv } from '../../shared/draws/csvReader.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { type BacktestMode, type BacktestResult, backtestModes } from '../../shared/schema/backtest.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { loadConfig } from '../config.ts'
import { cachedBacktest } from '../runtime/backtestCache.ts'
import { serverClock } from '../runtime/clock.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { ProgressLine } from './ensembleProgress.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { type Cell, type Column, printTable } from './table.ts'

/** The first full year the filter had tables and draws to learn from. */
const DEFAULT_FROM = '2023-01-01'

interface BacktestOptions {
  from: string
  to?: string
  mode: BacktestMode
  draws?: string
  json?: boolean
}

const columns: readonly Column[] = [
  { title: 'stream' },
  { title: 'days ahead', align: 'right' },
  { title: 'draws', align: 'right' },
  { title: 'error', align: 'right' },
  { title: 'last cutoff', align: 'right' },
  { title: 'skill', align: 'right' },
  { title: 'in 50 %', align: 'right' },
  { title: 'in 80 %', align: 'right' },
  { title: 'crps', align: 'right' },
]

const points = (value: number | null): Cell => (value === null ? null : value.toFixed(1))
const percent = (share: number | null): Cell => (share === null ? null : `${Math.round(100 * share)} %`)

async function printForPeople(
  { mode, summary, overall, invitedWithin }: BacktestResult,
  output: Output,
): Promise<void> {
  const together = overall.filter(({ year }) => year === null)
  const rows = [
    ...summary.map((skill) => ({ name: skill.stream as string, skill })),
    ...together.map((skill) => ({ name: skill.streams as string, skill })),
  ].map(({ name, skill }) => [
    ...[
      name,
      mode === 'replay' ? 'next draw' : skill.horizonDays,
      skill.n,
      points(skill.mae),
      points(skill.persistenceMae),
    ],
    ...[percent(skill.skill), percent(skill.coverage50), percent(skill.coverage80), points(skill.crps)],
  ])
  await printTable(columns, rows, output)
  for (const { stream, days, n, brier, lastCutoffBrier, randomWalkBrier } of invitedWithin) {
    if (brier === null) continue
    await output.text(
      `Brier score of "${stream} within ${days} days": ${brier} (last cutoff ${lastCutoffBrier}, random walk ${randomWalkBrier}; ${n} statements)\n`,
    )
  }
}

/** The draws of a file in the columns of draws.csv; what cannot be read is told and left out. */
function drawsOfFile(file: string): { draws: readonly PublishedDraw[]; isWhole: boolean } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw refuse('EE_FILE', '$.draws', `${file}: ${error instanceof Error ? error.message : error}`)
  }
  const { draws, refused } = readDrawsCsv(text)
  for (const { code, path, message } of refused) tell(`${code} at ${path}: ${message}`)
  return { draws, isWhole: refused.length === 0 }
}

async function runBacktest({ from, to, mode, draws: file, json }: BacktestOptions): Promise<ExitCode> {
  const { dataDir } = loadConfig(process.env)
  const { draws, isWhole } = file === undefined ? { draws: currentDraws(dataDir), isWhole: true } : drawsOfFile(file)
  const until = to ?? draws.at(-1)?.date ?? from
  if (from > until) throw refuse('EE_CONFIG', '$.from', `received ${from}, which is after ${until}`)
  const startedMs = serverClock.nowMs()
  const line = new ProgressLine(process.stderr, mode === 'replay' ? 'draws' : 'days')
  const result = cachedBacktest(
    dataDir,
    draws,
    { mode, from, to: until },
    {
      onDraw: (runsDone, runs) => {
        const elapsedMs = serverClock.nowMs() - startedMs
        const timeLeftMs = Math.round((elapsedMs / runsDone) * (runs - runsDone))
        line.show({ runsDone, runs, elapsedMs, timeLeftMs })
      },
      onKeepingFailed: ({ message }) => tell(`The result could not be kept for the next time: ${message}`),
    },
  )
  line.end()
  const output = new Output()
  if (json) await output.json(result)
  else await printForPeople(result, output)
  const seconds = ((serverClock.nowMs() - startedMs) / 1000).toFixed(1)
  tell(`${result.draws.length} predictions from ${from} to ${until}, each from what was known before; ${seconds} s.`)
  return isWhole ? exitCode.done : exitCode.refused
}

export function backtestCommand(finish: Finish): Command {
  const command = new Command('backtest')
    .summary('predict past draws from what was known before them, and score it')
    .description(
      'Predicts published cutoffs without looking ahead. "replay": one draw ahead, told the real size. "forecast": 30, 90 and ' +
        '180 days ahead, told neither sizes nor the other draws. Scored against the last cutoff again.',
    )
    .addOption(dateOption('--from <date>', `first draws to predict; default ${DEFAULT_FROM}`).default(DEFAULT_FROM))
    .addOption(dateOption('--to <date>', 'last draws to predict; default the newest'))
    .addOption(new Option('--mode <mode>', 'what is told').choices(backtestModes).default('replay'))
    .addOption(new Option('--draws <file>', 'draws in the columns of draws.csv, instead of the bundled ones'))
    .addOption(jsonOption('predictions and figures'))
    .action(async (options: BacktestOptions) => finish(await runBacktest(options)))
  return withExamples(command, [
    'ee-sim backtest --from 2024-01-01 --to 2025-12-31 --json',
    'ee-sim backtest --mode forecast',
    'ee-sim backtest --draws my-draws.csv',
  ])
}
