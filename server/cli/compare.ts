import { Command } from 'commander'
import { refuse } from '../../shared/lib/errors.ts'
import { ComparisonRun } from '../../shared/playback/comparisonRun.ts'
import type { ComparisonResult, Difference, Paired } from '../../shared/schema/comparison.ts'
import { comparisonLimits } from '../../shared/schema/comparisonLimits.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { runFamilyWork } from './familyWork.ts'
import { type Finish, jsonOption, seedOption, threadsOption, wholeNumberOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { scenarioOf } from './scenarioArgument.ts'
import { type Column, printTable } from './table.ts'

interface CompareOptions {
  runs: number
  threads: number
  seed?: string
  json?: boolean
}

const columns: readonly Column[] = [
  { title: 'figure' },
  { title: 'baseline', align: 'right' },
  { title: 'alternative', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: '95 % interval', align: 'right' },
  { title: 'of unpaired', align: 'right' },
]

const SHARE_DIGITS = 3

function row(name: string, paired: Paired | null, digits = 1): (string | null)[] {
  if (!paired) return [name, null, null, null, null, null]
  const { baseline, alternative, difference, widthRatio } = paired
  const { mean, low, high } = difference
  const figure = (value: number): string => value.toFixed(digits)
  return [
    ...[name, figure(baseline), figure(alternative), figure(mean)],
    low === null || high === null ? null : `${figure(low)} to ${figure(high)}`,
    widthRatio === null ? null : `${Math.round(100 * widthRatio)} %`,
  ]
}

async function printDifference({ draws, streams, invited, neverInvited }: Difference, output: Output): Promise<void> {
  const rows = [
    ...draws.flatMap(({ date, stream, plannedIn, cutoff }) =>
      plannedIn === 'both' ? [row(`cutoff ${date} ${stream}`, cutoff)] : [],
    ),
    ...streams.flatMap(({ stream, meanCutoff, lastCutoff, invited: itas, waitingDays }) => [
      row(`mean cutoff ${stream}`, meanCutoff),
      row(`last cutoff ${stream}`, lastCutoff),
      row(`ITAs ${stream}`, itas),
      row(`days waited ${stream}`, waitingDays),
    ]),
    row('ITAs', invited),
    ...neverInvited.map(({ scores, share }) => row(`never invited ${scores}`, share, SHARE_DIGITS)),
  ]
  await printTable(columns, rows, output)
}

async function printForPeople(result: ComparisonResult, baseline: Scenario, output: Output): Promise<void> {
  for (const difference of result.differences) {
    tell(`${difference.scenario} against ${baseline.id}, ${result.runsDone} paired runs, seed ${result.seed}:`)
    await printDifference(difference, output)
  }
  tell('Means over the runs. "of unpaired": width of the interval relative to runs without common random numbers.')
}

async function printComparison(names: readonly string[], options: CompareOptions): Promise<ExitCode> {
  if (names.length > comparisonLimits.alternatives + 1) {
    const most = comparisonLimits.alternatives
    throw refuse('EE_LIMIT', '$', `received ${names.length - 1} alternatives; at most ${most} beside the baseline`)
  }
  const scenarios = names.map(scenarioOf)
  const { runs, threads, seed } = options
  const history = currentDraws(loadConfig(process.env).dataDir)
  const { result, isPartial } = await runFamilyWork(
    { scenarios, runs, threads, seed, history },
    (family) => new ComparisonRun(family),
  )
  const output = new Output()
  if (!result || result.runsDone === 0) {
    tell('Stopped before every scenario had its first run.')
    return exitCode.interrupted
  }
  if (options.json) await output.json(isPartial ? { ...result, partial: true } : result)
  else await printForPeople(result, scenarios[0], output)
  if (!isPartial) return exitCode.done
  tell(`Partial result: stopped after ${result.runsDone} of ${options.runs} runs of each.`)
  return exitCode.interrupted
}

export function compareCommand(finish: Finish): Command {
  const command = new Command('compare')
    .summary('run scenarios against a baseline with the same chances')
    .description(
      'Runs a baseline and up to four alternatives with common random numbers, run by run, and prints how cutoffs, ITAs, ' +
        'waiting times and who is never invited differ, with 95 % intervals. The same scenarios, seed, number of runs and ' +
        'version give the same numbers for any number of threads.',
    )
    .argument('<baseline>', 'a scenario file, or the name of one (see: ee-sim scenarios)')
    .argument('<alternative...>', 'up to four more')
    .addOption(
      wholeNumberOption('--runs <number>', 'how many runs of each', comparisonLimits.runs).makeOptionMandatory(),
    )
    .addOption(threadsOption())
    .addOption(seedOption("replaces the scenarios' seeds; the baseline's when absent"))
    .addOption(jsonOption('every difference with its interval, and each scenario by itself'))
    .action(async (baseline: string, alternatives: string[], options: CompareOptions) =>
      finish(await printComparison([baseline, ...alternatives], options)),
    )
  return withExamples(command, [
    'ee-sim compare baseline-2026 job-offer-points-return --runs 100',
    'ee-sim compare baseline-2026 my-scenario.json another.json --runs 200 --json > comparison.json',
  ])
}
