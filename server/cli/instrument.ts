import { Command, Option } from 'commander'
import { instrumentOf } from '../../shared/instruments/instruments.ts'
import { InstrumentRun } from '../../shared/playback/instrumentRun.ts'
import { streams } from '../../shared/schema/common.ts'
import {
  InstrumentRequest,
  type InstrumentResult,
  instrumentLimits,
  outcomeFigures,
} from '../../shared/schema/instrument.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { assertShape } from '../../shared/schema/validate.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { runFamilyWork } from './familyWork.ts'
import { drawOf, knobValues, numbers } from './instrumentArguments.ts'
import { tableOf } from './instrumentTable.ts'
import { type Finish, jsonOption, seedOption, threadsOption, wholeNumberOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { scenarioOf } from './scenarioArgument.ts'
import { printTable } from './table.ts'

interface CommonOptions {
  runs: number
  threads: number
  seed?: string
  json?: boolean
}
interface OutcomeOptions extends CommonOptions {
  stream: string
  figure: string
}

async function print(result: InstrumentResult, { json }: CommonOptions): Promise<void> {
  const output = new Output()
  if (json) {
    await output.json(result)
    return
  }
  const { columns, rows } = tableOf(result.finding)
  await printTable(columns, rows, output)
  const against = result.finding.instrument === 'split' ? ` against ${result.finding.against}` : ''
  tell(`Scenario ${result.scenario}${against}, seed ${result.seed}: ${result.runsDone} paired runs of each.`)
}

/** @throws InputError what is wrong with the request or its scenarios */
async function runInstrument(
  asked: { [field: string]: unknown },
  options: CommonOptions,
  scenario: Scenario,
  alternative?: Scenario,
): Promise<ExitCode> {
  const { runs, threads, seed } = options
  const request: unknown = { ...asked, scenario: scenario.id, runs, ...(seed === undefined ? {} : { seed }) }
  assertShape<InstrumentRequest>(InstrumentRequest, request)
  const history = currentDraws(loadConfig(process.env).dataDir)
  const instrument = instrumentOf(request, scenario, alternative, history)
  const { scenarios, question } = instrument
  const { result, isPartial } = await runFamilyWork(
    { scenarios, question, runs, threads, seed, history },
    (family) => new InstrumentRun({ ...family, instrument }),
  )
  if (!result) {
    tell('Stopped before every scenario had its first run.')
    return exitCode.interrupted
  }
  await print(result, options)
  return isPartial ? exitCode.interrupted : exitCode.done
}

const withCommon = (command: Command): Command =>
  command
    .addOption(
      wholeNumberOption('--runs <number>', 'how many runs of each scenario', instrumentLimits.runs).default(20, '20'),
    )
    .addOption(threadsOption())
    .addOption(seedOption("replaces the scenario's seed"))
    .addOption(jsonOption('what it shows'))

const withOutcome = (command: Command): Command =>
  withCommon(
    command
      .addOption(new Option('--stream <stream>', 'whose draws are looked at').choices(streams).makeOptionMandatory())
      .addOption(
        new Option('--figure <figure>', 'the number that is looked at').choices(outcomeFigures).default('mean-cutoff'),
      ),
  )

const outcomeOf = ({ figure, stream }: OutcomeOptions) => ({ figure, stream })
const scenarioArgument = ['<scenario>', 'a scenario file, or the name of one (see: ee-sim scenarios)'] as const

export function instrumentCommand(finish: Finish): Command {
  const response = withCommon(new Command('response').summary('the cutoff of one draw for other sizes of it'))
    .argument(...scenarioArgument)
    .addOption(new Option('--draw <date/stream>', 'the draw').argParser(drawOf).makeOptionMandatory())
    .addOption(new Option('--sizes <numbers>', 'sizes to look at; multiples of its own when absent').argParser(numbers))
    .action(async (name: string, options: CommonOptions & { draw: unknown; sizes?: number[] }) => {
      const { draw, sizes } = options
      const asked = { instrument: 'response', draw, ...(sizes ? { sizes } : {}) }
      finish(await runInstrument(asked, options, scenarioOf(name)))
    })
  const tornado = withOutcome(new Command('tornado').summary('how far an outcome moves with each assumption'))
    .argument(...scenarioArgument)
    .action(async (name: string, options: OutcomeOptions) =>
      finish(await runInstrument({ instrument: 'tornado', outcome: outcomeOf(options) }, options, scenarioOf(name))),
    )
  const sweep = withOutcome(new Command('sweep').summary('an outcome over a grid of two things turned together'))
    .argument(...scenarioArgument)
    .addOption(new Option('--x <name=numbers>', 'one of them').argParser(knobValues).makeOptionMandatory())
    .addOption(new Option('--y <name=numbers>', 'the other').argParser(knobValues).makeOptionMandatory())
    .action(async (name: string, options: OutcomeOptions & { x: unknown; y: unknown }) => {
      const asked = { instrument: 'sweep', outcome: outcomeOf(options), x: options.x, y: options.y }
      finish(await runInstrument(asked, options, scenarioOf(name)))
    })
  const split = withOutcome(new Command('split').summary('what the difference between two scenarios consists of'))
    .argument(...scenarioArgument)
    .argument('<alternative>', 'another one')
    .action(async (name: string, other: string, options: OutcomeOptions) => {
      const asked = { instrument: 'split', outcome: outcomeOf(options), alternative: other.slice(0, 60) }
      finish(await runInstrument(asked, options, scenarioOf(name), scenarioOf(other)))
    })
  const command = new Command('instrument').summary('ask what moves a cutoff, and how far')
  for (const one of [response, tornado, sweep, split]) command.addCommand(one)
  return withExamples(command, [
    'ee-sim instrument response baseline-2026 --draw 2026-02-04/cec',
    'ee-sim instrument tornado baseline-2026 --stream cec --runs 10',
    'ee-sim instrument sweep baseline-2026 --stream cec --x inflow=0.9,1,1.1 --y sizes:french=0.5,1',
    'ee-sim instrument split baseline-2026 job-offers-back-french-halved --stream cec',
  ])
}
