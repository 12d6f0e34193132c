import { Command, Option } from 'commander'
import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import { RunState } from '../../shared/playback/runState.ts'
import type { SimulationEvent } from '../../shared/schema/event.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { exitCode } from './exitCode.ts'
import { type Finish, jsonOption, seedOption, withExamples } from './options.ts'
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

async function printForPeople({ draws, totals, scenario, seed, rulesetId }: RunSummary, output: Output): Promise<void> {
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
  const { start, arrivals, invited, expired, withdrawn, inPool } = totals
  tell(`Scenario ${scenario}, seed ${seed}, ruleset ${rulesetId}.`)
  tell(
    `Pool ${start} -> ${inPool}: ${arrivals} arrived, ${invited} invited, ${expired} expired, ${withdrawn} withdrew. ` +
      `Of those invited ${totals.applied} applied, ${totals.declined} declined, ${totals.lapsed} let it lapse.`,
  )
}

async function runScenario(nameOrPath: string, options: SimulateOptions): Promise<void> {
  const { dataDir } = loadConfig(process.env)
  const events = simulate(scenarioOf(nameOrPath), { seed: options.seed, history: currentDraws(dataDir) })
  const output = new Output()
  if (options.events) return printEvents(events, output)
  const state = new RunState()
  for (const event of events) state.take(event)
  const summary = runSummary(state)
  if (state.started) noteSupersededRules(state.rules.at(-1)?.rulesetId ?? state.started.rulesetId, state.started.until)
  if (options.json) await output.json(summary)
  else if (options.csv) await output.text(resultsToCsv(summary.draws))
  else await printForPeople(summary, output)
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
    .action(async (nameOrPath: string, options: SimulateOptions) => {
      await runScenario(nameOrPath, options)
      finish(exitCode.done)
    })
  return withExamples(command, [
    'ee-sim simulate baseline-2026',
    'ee-sim simulate my-scenario.json --seed 7 --csv > draws.csv',
    'ee-sim simulate baseline-2026 --events | head',
  ])
}
