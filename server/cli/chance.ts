import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Command, Option } from 'commander'
import { chanceOf, type Futures } from '../../shared/chance/answer.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import type { ChanceAnswer } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { type FuturesRequest, keepFutures, keptFutures, planOf, startFutures } from '../runtime/futuresFile.ts'
import { ProgressLine } from './ensembleProgress.ts'
import { exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, seedOption, wholeNumberOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { scenarioOf } from './scenarioArgument.ts'
import { type Column, printTable } from './table.ts'

const DEFAULT_RUNS = 1000
const MOST_RUNS = 10_000

interface ChanceOptions {
  scenario: string
  on?: string
  runs: number
  seed?: string
  json?: boolean
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

/** Simulates the futures, or takes them from the data folder. */
async function futuresOf(dataDir: string, heapMb: number, request: FuturesRequest): Promise<Futures> {
  const plan = planOf(request)
  const kept = keptFutures(dataDir, plan, request.runs)
  if (kept) return kept
  const { EnsembleThreads } = await import('../runtime/ensembleThreads.ts')
  const threads = new EnsembleThreads({ threads: availableParallelism(), heapMb })
  const progress = new ProgressLine(process.stderr, 'futures')
  const { futures, run } = startFutures(request, plan, {
    threads,
    onProgress: () => progress.show(run.progress),
    onThreadError: (error) => tell(error.stack ?? error.message),
  })
  const outcome = await run.outcome
  progress.end()
  await threads.close()
  if (outcome.status === 'failed') throw refuse(outcome.code, '$', outcome.message)
  try {
    keepFutures(dataDir, plan, futures)
  } catch (error) {
    tell(`The futures could not be kept for the next time: ${error instanceof Error ? error.message : error}`)
  }
  return futures
}

const byDateColumns: readonly Column[] = [
  { title: 'invited by' },
  { title: 'chance', align: 'right' },
  { title: 'from', align: 'right' },
  { title: 'to', align: 'right' },
]
const actionColumns: readonly Column[] = [
  { title: 'action' },
  { title: 'months', align: 'right' },
  { title: 'points', align: 'right' },
  { title: 'chance', align: 'right' },
  { title: 'gained a month', align: 'right' },
  { title: 'opens' },
]

const percent = (share: number): string => `${Math.round(100 * share)} %`

async function printForPeople(answer: ChanceAnswer, output: Output): Promise<void> {
  const { score, streams, rank, byDate, actions, runs, scenario, asOf } = answer
  await output.text(
    `Score ${score}. Streams: ${streams.join(', ') || 'none: the profile does not enter the pool'}.\n` +
      `In the pool of ${asOf}: ${rank.above} above, ${rank.tied} tied, of ${rank.pool}.\n\n`,
  )
  await printTable(
    byDateColumns,
    byDate.map(({ date, probability, low, high }) => [date, percent(probability), percent(low), percent(high)]),
    output,
  )
  if (actions.length > 0) {
    await output.text('\n')
    await printTable(
      actionColumns,
      actions.map(({ action, months, points, probability, gainedPerMonth, opens }) => [
        ...[action, months, points, percent(probability), percent(gainedPerMonth), opens.join(', ') || '-'],
      ]),
      output,
    )
  }
  tell(`${runs} futures of scenario ${scenario}. Synthetic data, not advice.`)
}

async function printChance(file: string, { scenario: name, on, runs, seed, json }: ChanceOptions): Promise<void> {
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
  })
  const output = new Output()
  if (json) await output.json(answer)
  else await printForPeople(answer, output)
}

export function chanceCommand(finish: Finish): Command {
  const command = new Command('chance')
    .summary('the chance of one person to be invited, by month, and what would raise it')
    .description(
      'Asks many simulated futures of a scenario when they would invite one person, whose score moves with birthdays, work, ' +
        'tests and the end of the profile. The futures are simulated once and kept in the data folder.',
    )
    .argument('<profile>', 'a file with one profile; "-" = standard input')
    .addOption(new Option('--scenario <scenario>', 'a scenario file or the name of one').default('forecast'))
    .addOption(
      dateOption(
        '--on <date>',
        'the day the profile describes: the futures are moved to begin on it; default the day of the scenario',
      ),
    )
    .addOption(wholeNumberOption('--runs <number>', 'futures', MOST_RUNS).default(DEFAULT_RUNS))
    .addOption(seedOption("default the scenario's own"))
    .addOption(jsonOption('the answer'))
    .action(async (file: string, options: ChanceOptions) => {
      await printChance(file, options)
      finish(exitCode.done)
    })
  return withExamples(command, [
    'ee-sim chance me.json',
    'ee-sim chance me.json --scenario long-pause --runs 200 --json',
  ])
}
