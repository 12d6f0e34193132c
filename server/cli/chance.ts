import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { chanceOf } from '../../shared/chance/answer.ts'
import type { Futures } from '../../shared/chance/futures.ts'
import type { EnsemblePlan } from '../../shared/ensemble/plan.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { received, refuse } from '../../shared/lib/errors.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import { type ActionKind, type ActionMonths, actionKinds, mostActionMonths } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import type { EnsembleThreads } from '../runtime/ensembleThreads.ts'
import {
  type FuturesRequest,
  keepFutures,
  keptFutures,
  planOf,
  startFutures,
  usualFutures,
} from '../runtime/futuresFile.ts'
import { printAnswer } from './chanceText.ts'
import { ProgressLine } from './ensembleProgress.ts'
import { exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, seedOption, wholeNumberOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { scenarioOf } from './scenarioArgument.ts'

const MOST_RUNS = 10_000

interface ChanceOptions {
  scenario: string
  on?: string
  runs: number
  seed?: string
  months: ActionMonths
  json?: boolean
}

const isAction = (name: string): name is ActionKind => actionKinds.some((kind) => kind === name)

/** `nomination=9` beside those given before. */
function withMonths(text: string, before: ActionMonths): ActionMonths {
  const [name, value, ...more] = text.split('=')
  const months = Number(value)
  if (isAction(name) && value && more.length === 0 && months >= 0 && months <= mostActionMonths) {
    return { ...before, [name]: months }
  }
  throw new InvalidArgumentError(
    `Received ${received(text)}; expected an action and 0 to ${mostActionMonths} months, such as nomination=9. ` +
      `Actions: ${actionKinds.join(', ')}.`,
  )
}

/** The profile of a file of JSON, bare or as `{"profile": ...}`; "-" = standard input. */
function profileOf(file: string, today: string): Profile {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw refuse('EE_FILE', '$', `${file}: ${error instanceof Error ? error.message : error}`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuse('EE_JSON', '$', `${file}: ${error instanceof Error ? error.message : error}`)
  }
  const wrapped = typeof value === 'object' && value !== null && 'profile' in value ? value.profile : value
  return readProfile(wrapped, parseDay(today))
}

/** Simulates the futures with a line of progress. */
async function simulated(request: FuturesRequest, plan: EnsemblePlan, threads: EnsembleThreads) {
  const progress = new ProgressLine(process.stderr, 'futures')
  const { futures, run } = await startFutures(request, plan, {
    threads,
    onProgress: () => progress.show(run.progress),
    onThreadError: (error) => tell(error.stack ?? error.message),
  })
  const outcome = await run.outcome
  progress.end()
  return { futures, outcome }
}

/** Simulates the futures, or takes them from the data folder. */
async function futuresOf(dataDir: string, heapMb: number, request: FuturesRequest): Promise<Futures> {
  const plan = planOf(request)
  const kept = keptFutures(dataDir, plan, request.runs)
  if (kept) return kept
  const { EnsembleThreads } = await import('../runtime/ensembleThreads.ts')
  const threads = new EnsembleThreads({ threads: availableParallelism(), heapMb })
  const { futures, outcome } = await simulated(request, plan, threads).finally(() => threads.close())
  if (outcome.status === 'failed') throw refuse(outcome.code, '$', outcome.message)
  try {
    keepFutures(dataDir, plan, futures)
  } catch (error) {
    tell(`The futures could not be kept for the next time: ${error instanceof Error ? error.message : error}`)
  }
  return futures
}

async function printChance(
  file: string,
  { scenario: name, on, runs, seed, months, json }: ChanceOptions,
): Promise<void> {
  const { dataDir, limits } = loadConfig(process.env)
  const scenario = scenarioOf(name)
  const profile = profileOf(file, on ?? scenario.asOf)
  const history = currentDraws(dataDir)
  const futures = await futuresOf(dataDir, limits.runHeapMb, { scenario, seed, history, runs })
  const scenarioDay = parseDay(scenario.asOf)
  const answer = chanceOf(profile, futures, {
    scenarioDay,
    today: on === undefined ? scenarioDay : parseDay(on),
    history,
    months,
  })
  const output = new Output()
  if (json) await output.json(answer)
  else await printAnswer(answer, output)
}

export function chanceCommand(finish: Finish): Command {
  const command = new Command('chance')
    .summary('the chance of one person to be invited, by month, and what would raise it')
    .description(
      'Asks many simulated futures of a scenario when they would invite one person, whose score moves with birthdays, work, ' +
        'tests and the end of the profile. The futures are simulated once and kept in the data folder.',
    )
    .argument('<profile>', 'a file with one profile; "-" = standard input')
    .addOption(
      new Option('--scenario <scenario>', 'a scenario file or the name of one').default(usualFutures.scenarioId),
    )
    .addOption(
      dateOption(
        '--on <date>',
        'the day the profile describes: the futures are moved to begin on it; default the day of the scenario',
      ),
    )
    .addOption(wholeNumberOption('--runs <number>', 'futures', MOST_RUNS).default(usualFutures.runs))
    .addOption(seedOption("default the scenario's own"))
    .addOption(
      new Option('--months <action=number>', 'months an action of the plan takes; may be repeated')
        .argParser(withMonths)
        .default({}, 'as assumed'),
    )
    .addOption(jsonOption('the answer'))
    .action(async (file: string, options: ChanceOptions) => {
      await printChance(file, options)
      finish(exitCode.done)
    })
  return withExamples(command, [
    'ee-sim chance me.json',
    'ee-sim chance me.json --months language-to-9=2 --months nomination=9',
    'ee-sim chance me.json --scenario long-pause --runs 200 --json',
  ])
}
