import { join } from 'node:path'
import { Command } from 'commander'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { RunState } from '../../shared/playback/runState.ts'
import { beginSimulation, remainingDays, startedEvent } from '../../shared/simulation/engine.ts'
import { invitedPersons, type PersonColumn, poolPersons } from '../../shared/simulation/persons.ts'
import { provenanceOf } from '../../shared/simulation/provenance.ts'
import { beginReplication } from '../../shared/simulation/state.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { replaceFile } from '../runtime/replaceFile.ts'
import { exitCode } from './exitCode.ts'
import { type Finish, seedOption, withExamples } from './options.ts'
import { tell } from './output.ts'
import { runSummary } from './runSummary.ts'
import { scenarioOf } from './scenarioArgument.ts'

/** So that spreadsheets take the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const parquetType = { text: 'STRING', integer: 'INT32', instant: 'TIMESTAMP' } as const

function parquetOf(columns: readonly PersonColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type, values }) => ({
    name,
    type: parquetType[type],
    data: type === 'instant' ? values.map((value) => new Date(value)) : values,
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

/** @throws InputError EE_FILE when the file cannot be written */
function write(folder: string, name: string, content: string | Uint8Array): void {
  const file = join(folder, name)
  try {
    replaceFile(file, content)
  } catch (error) {
    throw refuse('EE_FILE', '$', `${file} cannot be written: ${error instanceof Error ? error.message : error}`)
  }
  tell(`${file}: ${content.length.toLocaleString('en-CA')} bytes`)
}

/** Runs a scenario once for its draws, and once more for its people. */
function exportRun(nameOrPath: string, folder: string, { seed }: { seed?: string }): void {
  const scenario = scenarioOf(nameOrPath)
  const history = currentDraws(loadConfig(process.env).dataDir)
  const state = beginSimulation(scenario, { seed, history })
  const { settings } = state
  const told = new RunState()
  told.take(startedEvent(state))
  const atStart = poolPersons(state)
  for (const event of remainingDays(state)) told.take(event)
  const summary = runSummary(told, state)
  const provenance = provenanceOf(scenario, settings, history)
  write(folder, 'run.json', `${JSON.stringify({ provenance, ...summary }, null, 1)}\n`)
  write(folder, 'draws.csv', BYTE_ORDER_MARK + resultsToCsv(summary.draws))
  beginReplication(state, settings.seed)
  const invited = invitedPersons(state)
  write(folder, 'invited.parquet', parquetOf(invited))
  write(folder, 'pool-start.parquet', parquetOf(atStart))
  write(folder, 'pool-end.parquet', parquetOf(poolPersons(state)))
  tell(provenance.citation)
}

export function exportCommand(finish: Finish): Command {
  const command = new Command('export')
    .summary('write a run and its people as files')
    .description(
      'Runs a scenario and writes run.json (draws, pool, totals, and everything needed to make them again), draws.csv, and ' +
        'as Parquet the people: invited.parquet (one row an ITA), pool-start.parquet and pool-end.parquet. People are ' +
        'synthetic; the same one has the same number in all three.',
    )
    .argument('<scenario>', 'a scenario file, or the name of one (see: ee-sim scenarios)')
    .argument('<folder>', 'where to; made when it is not there')
    .addOption(seedOption("replaces the scenario's seed"))
    .action((scenario: string, folder: string, options: { seed?: string }) => {
      exportRun(scenario, folder, options)
      finish(exitCode.done)
    })
  return withExamples(command, ['ee-sim export baseline-2026 baseline', 'ee-sim export my-scenario.json out --seed 7'])
}
