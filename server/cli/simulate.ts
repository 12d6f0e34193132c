import { Command, Option } from 'commander'
import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import { formatDay, parseDay } from '../../shared/lib/day.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { RunState } from '../../shared/playback/runState.ts'
import type { SimulationEvent } from '../../shared/schema/event.ts'
import { saveCheckpoint } from '../../shared/simulation/checkpoint.ts'
import { beginSimulation, remainingDays, resumeSimulation, startedEvent } from '../../shared/simulation/engine.ts'
import type { SimulationState } from '../../shared/simulation/state.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { CheckpointFile } from './checkpointFile.ts'
import { exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, seedOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { type RunSummary, runSummary } from './runSummary.ts'
import { scenarioOf } from './scenarioArgument.ts'
import { noteSupersededRules } from './supersededNote.ts'
import { type Column, printTable } from './table.ts'

interface SimulateOptions {
  seed?: string
  json?: boolean
  csv?: boolean
  events?: boolean
  resume?: string
  checkpoint?: string
  until?: string
}

const columns: readonly Column[] = [
  { title: 'date' },
  { title: 'stream' },
  { title: 'size', align: 'right' },
  { title: 'cutoff', align: 'right' },
  { title: 'tie-break' },
  { title: 'eligible', align: 'right' },
  { title: 'invited', align: 'right' },
]

async function printEvents(events: Iterable<SimulationEvent>, output: Output): Promise<void> {
  for (const event of events) {
    await output.line(JSON.stringify(event))
    if (event.type === 'draw') await output.flush()
  }
  await output.flush()
}

async function printForPeople(summary: RunSummary, output: Output): Promise<void> {
  const { draws, totals, scenario, seed, rulesetId, until } = summary
  const rows = draws.map((draw) => [
    draw.date,
    draw.stream,
    draw.size,
    draw.cutoff,
    draw.tieBreak,
    draw.eligible,
    draw.invited,
  ])
  await printTable(columns, rows, output)
  const { start, arrivals, invited, expired, withdrawn, ineligible, inPool } = totals
  tell(
    `Scenario ${scenario}, seed ${seed}, ruleset ${rulesetId}${until === undefined ? '' : `, stopped after ${until}`}.`,
  )
  tell(
    `Pool ${start} -> ${inPool}: ${arrivals} arrived, ${invited} invited, ${expired} expired, ${withdrawn} withdrew, ` +
      `${ineligible} lost every program. ` +
      `Of those invited ${totals.applied} applied, ${totals.declined} declined, ${totals.lapsed} let it lapse.`,
  )
}

/** The state a run begins with: that of its first day, or that of a file. */
function beginning(nameOrPath: string, { seed, resume }: SimulateOptions): SimulationState {
  const scenario = scenarioOf(nameOrPath)
  const history = currentDraws(loadConfig(process.env).dataDir)
  if (resume === undefined) return beginSimulation(scenario, { seed, history })
  const file = new CheckpointFile(resume)
  const bytes = file.read()
  if (!bytes) throw refuse('EE_FILE', '$', `${resume} cannot be read: there is no such file`)
  return file.restored(() => resumeSimulation(scenario, bytes, { seed, history }))
}

/** @throws InputError EE_CONFIG when that day is not among those that are left */
function assertIsLeft(until: string, { day, settings }: SimulationState): void {
  if (parseDay(until) >= day && parseDay(until) <= settings.lastDay) return
  const left =
    day > settings.lastDay ? 'no day, this run is over' : `${formatDay(day)} to ${formatDay(settings.lastDay)}`
  throw refuse('EE_CONFIG', '$.until', `received ${until}; expected a day that is left: ${left}`)
}

/** Runs on from a state, to the end or to the end of a day. */
function* eventsFrom(state: SimulationState, { resume, until }: SimulateOptions): Generator<SimulationEvent, void> {
  if (resume === undefined) yield startedEvent(state)
  for (const event of remainingDays(state)) {
    yield event
    if (event.type === 'day' && event.date === until) return
  }
}

async function printSummary(state: SimulationState, options: SimulateOptions, output: Output): Promise<void> {
  const from = options.resume === undefined ? {} : { from: formatDay(state.day) }
  const told = new RunState()
  for (const event of eventsFrom(state, options)) told.take(event)
  const until = options.until === undefined ? {} : { until: options.until }
  const summary = runSummary(told, state, { ...from, ...until })
  const { regimes, rulesets } = state.world
  noteSupersededRules(rulesets[regimes[state.regime].rulesIndex].id, options.until ?? formatDay(state.settings.lastDay))
  if (options.json) await output.json(summary)
  else if (options.csv) await output.text(resultsToCsv(summary.draws))
  else await printForPeople(summary, output)
}

async function runScenario(nameOrPath: string, options: SimulateOptions): Promise<void> {
  const { checkpoint, until } = options
  if ((checkpoint === undefined) !== (until === undefined)) {
    throw refuse('EE_CONFIG', '$', 'expected --checkpoint FILE and --until DATE together, or neither')
  }
  const file = checkpoint === undefined ? undefined : new CheckpointFile(checkpoint)
  file?.read()
  const state = beginning(nameOrPath, options)
  if (until !== undefined) assertIsLeft(until, state)
  const output = new Output()
  if (options.events) await printEvents(eventsFrom(state, options), output)
  else await printSummary(state, options, output)
  if (!file) return
  file.write(saveCheckpoint(state))
  tell(`The state at the end of ${until} is in ${file.name}; go on with --resume ${file.name}.`)
}

export function simulateCommand(finish: Finish): Command {
  const command = new Command('simulate')
    .summary('run a scenario')
    .description(
      'Runs a scenario from its first day to its last and prints its draws. The same scenario, seed and version give ' +
        'the same output, byte for byte.',
    )
    .argument('<scenario>', 'a scenario file, or the name of one (see: ee-sim scenarios)')
    .addOption(seedOption("replaces the scenario's seed"))
    .addOption(jsonOption('draws, weekly pool and totals').conflicts(['csv', 'events']))
    .addOption(new Option('--csv', 'print the draws as CSV').conflicts('events'))
    .addOption(new Option('--events', 'print every event as JSON Lines, as it happens'))
    .option('--checkpoint <file>', 'with --until: keep the state at the end of that day in a file, and stop')
    .addOption(dateOption('--until <date>', 'last day before the run is kept and stopped'))
    .option('--resume <file>', 'go on from a file of --checkpoint, of the same scenario and seed')
    .action(async (nameOrPath: string, options: SimulateOptions) => {
      await runScenario(nameOrPath, options)
      finish(exitCode.done)
    })
  return withExamples(command, [
    'ee-sim simulate baseline-2026',
    'ee-sim simulate my-scenario.json --seed 7 --csv > draws.csv',
    'ee-sim simulate baseline-2026 --events | head',
    'ee-sim simulate baseline-2026 --checkpoint june.checkpoint --until 2026-06-30',
    'ee-sim simulate baseline-2026 --resume june.checkpoint',
  ])
}
