import { Command } from 'commander'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { EnsembleRun } from '../../shared/playback/ensembleRun.ts'
import { jobOf } from '../../shared/playback/ensembleTask.ts'
import { type EnsembleResult, ensembleLimits } from '../../shared/schema/ensemble.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { loadConfig } from '../config.ts'
import { serverClock } from '../runtime/clock.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { CheckpointFile } from './checkpointFile.ts'
import { EnsembleCheckpoint } from './ensembleCheckpoint.ts'
import { ProgressLine } from './ensembleProgress.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { type Finish, jsonOption, seedOption, threadsOption, wholeNumberOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { scenarioOf } from './scenarioArgument.ts'
import { noteSupersededRules } from './supersededNote.ts'
import { type Column, printTable } from './table.ts'

interface EnsembleOptions {
  runs: number
  threads: number
  seed?: string
  json?: boolean
  checkpoint?: string
}

const columns: readonly Column[] = [
  { title: 'date' },
  { title: 'stream' },
  { title: 'size', align: 'right' },
  { title: 'cutoff p10', align: 'right' },
  { title: 'p50', align: 'right' },
  { title: 'p90', align: 'right' },
  { title: 'held', align: 'right' },
]

/** What an ensemble that ran to its end or to Ctrl-C has to say. */
interface Ran {
  result: EnsembleResult | null
  isPartial: boolean
  /** False when it was to be kept in a file and that failed. */
  isSaved: boolean
}

/** Starts an ensemble where its checkpoint ends, if it has one. */
async function startEnsemble(scenario: Scenario, options: EnsembleOptions, { onProgress }: { onProgress(): void }) {
  const { runs, threads, seed, checkpoint } = options
  const { dataDir, limits } = loadConfig(process.env)
  const history = currentDraws(dataDir)
  const file = checkpoint === undefined ? undefined : new CheckpointFile(checkpoint)
  const saved = file?.read()
  // The pool of threads is loaded only here: the other commands start quicker without it.
  const { EnsembleThreads } = await import('../runtime/ensembleThreads.ts')
  const plan = ensemblePlan(scenario, { seed, history })
  const job = jobOf(scenario, { seed, history })
  const pool = new EnsembleThreads({ threads, heapMb: limits.runHeapMb })
  const onThreadError = (error: Error) => tell(error.stack ?? error.message)
  const start = () =>
    new EnsembleRun({
      ...{ plan, job, runs, clock: serverClock, threads: pool, checkpoint: saved },
      ...{ onProgress, onThreadError },
    })
  if (!file) return { run: start() }
  const run = file.restored(start)
  return { run, checkpoint: new EnsembleCheckpoint(file, run) }
}

/** Runs an ensemble to its end, or to Ctrl-C: what was found until then is kept. */
async function runEnsemble(scenario: Scenario, options: EnsembleOptions): Promise<Ran> {
  const progress = new ProgressLine()
  const onProgress = () => {
    progress.show(run.progress)
    checkpoint?.progressed()
  }
  const { run, checkpoint } = await startEnsemble(scenario, options, { onProgress })
  const interrupt = () => run.cancel()
  process.once('SIGINT', interrupt)
  progress.show(run.progress)
  const outcome = await run.outcome
  process.off('SIGINT', interrupt)
  progress.end()
  const isSaved = checkpoint?.end() ?? true
  if (outcome.status === 'failed') throw refuse(outcome.code, '$', outcome.message)
  return { result: run.result(), isPartial: outcome.status === 'cancelled', isSaved }
}

async function printForPeople({ draws, runs }: EnsembleResult, output: Output): Promise<void> {
  const rows = draws.map(({ date, stream, size, cutoff, held }) => [
    ...[date, stream, size],
    ...[cutoff?.p10 ?? null, cutoff?.p50 ?? null, cutoff?.p90 ?? null],
    `${Math.round((100 * held) / runs)} %`,
  ])
  await printTable(columns, rows, output)
}

function tellSummary(result: EnsembleResult, { rules }: Scenario): void {
  const { scenario, seed, runs, threads, rulesetId, elapsedMs, invited, pool } = result
  const { p10, p50, p90 } = invited.total
  tell(`Scenario ${scenario}, seed ${seed}, ruleset ${rulesetId}: ${runs} runs.`)
  tell(`${(elapsedMs / 1000).toFixed(1)} s on ${threads} threads. Invited in a run: ${p50} (p10 ${p10}, p90 ${p90}).`)
  const until = pool.at(-1)?.date ?? ''
  noteSupersededRules(rules.findLast(({ from }) => from <= until)?.rulesetId, until)
}

async function printEnsemble(nameOrPath: string, options: EnsembleOptions): Promise<ExitCode> {
  const scenario = scenarioOf(nameOrPath)
  const { result, isPartial, isSaved } = await runEnsemble(scenario, options)
  const output = new Output()
  if (!result) {
    tell('Stopped before the first run had ended.')
    return exitCode.interrupted
  }
  if (options.json) await output.json(isPartial ? { ...result, partial: true, runsAskedFor: options.runs } : result)
  else {
    await printForPeople(result, output)
    tellSummary(result, scenario)
  }
  if (!isPartial) return isSaved ? exitCode.done : exitCode.refused
  tell(`Partial result: stopped after ${result.runs} of ${options.runs} runs.`)
  if (options.checkpoint !== undefined && isSaved) {
    tell(`They are kept in ${options.checkpoint}: the same command goes on from there.`)
  }
  return exitCode.interrupted
}

export function ensembleCommand(finish: Finish): Command {
  const command = new Command('ensemble')
    .summary('run a scenario many times')
    .description(
      'Runs a scenario many times, each time with other chances, and prints what cutoffs to expect: p10 = one run in ten ' +
        'is at or below it, p50 = the middle, p90. The same scenario, seed, number of runs and version give the same ' +
        'numbers for any number of threads. Ctrl-C prints what the runs so far say, marked as partial; the exit status ' +
        'is then 130.',
    )
    .argument('<scenario>', 'a scenario file, or the name of one (see: ee-sim scenarios)')
    .addOption(wholeNumberOption('--runs <number>', 'how many runs', ensembleLimits.runs).makeOptionMandatory())
    .addOption(threadsOption())
    .addOption(seedOption("replaces the scenario's seed"))
    .addOption(jsonOption('quantiles of cutoffs, pool, waiting times and invitations'))
    .option(
      '--checkpoint <file>',
      'keep what was found in a file, every ten seconds and at the end, and go on from it when it is there',
    )
    .action(async (nameOrPath: string, options: EnsembleOptions) => finish(await printEnsemble(nameOrPath, options)))
  return withExamples(command, [
    'ee-sim ensemble baseline-2026 --runs 100',
    'ee-sim ensemble my-scenario.json --runs 1000 --seed 7 --json > ensemble.json',
    'ee-sim ensemble my-scenario.json --runs 100000 --checkpoint my.checkpoint   # again after a break: goes on',
  ])
}
