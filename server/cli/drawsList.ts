import { Command, Option } from 'commander'
import { toCsv } from '../../shared/draws/csv.ts'
import { refuse } from '../../shared/lib/errors.ts'
import { type Stream, streams } from '../../shared/schema/common.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { loadConfig } from '../config.ts'
import { currentDrawSet } from '../runtime/drawStore.ts'
import { exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { type Column, printTable } from './table.ts'

interface ListOptions {
  from?: string
  to?: string
  stream?: Stream
  json?: boolean
  csv?: boolean
}

const columns: readonly Column[] = [
  { title: 'draw', align: 'right' },
  { title: 'date' },
  { title: 'stream' },
  { title: 'size', align: 'right' },
  { title: 'cutoff', align: 'right' },
  { title: 'tie-break' },
  { title: 'pool', align: 'right' },
]

const cellsOf = ({ number, date, stream, size, cutoff, tieBreak, pool }: PublishedDraw) => [
  number,
  date,
  stream,
  size,
  cutoff,
  tieBreak,
  pool?.total ?? null,
]

/** Draws from one date to another, both included, of one stream or all. */
function selected(draws: readonly PublishedDraw[], { from = '', to = '9999-12-31', stream }: ListOptions) {
  if (from > to) throw refuse('EE_CONFIG', '$.from', `received ${from}, which is after --to ${to}`)
  return draws.filter(({ date, stream: own }) => date >= from && date <= to && (stream === undefined || own === stream))
}

async function listDraws(options: ListOptions): Promise<void> {
  const { draws, source } = currentDrawSet(loadConfig(process.env).dataDir)
  const found = selected(draws, options)
  const output = new Output()
  if (options.csv) await output.text(toCsv(found))
  else if (options.json) await output.json(found)
  else {
    await printTable(columns, found.map(cellsOf), output)
    tell(`${found.length} draws. Source: ${source.title}, retrieved ${source.retrieved}.`)
  }
}

export function drawsListCommand(finish: Finish): Command {
  const command = new Command('list')
    .summary('the published draws, oldest first')
    .description('The published draws, oldest first: the bundled ones, or the set imported last.')
    .addOption(dateOption('--from <date>', 'no draws before this date'))
    .addOption(dateOption('--to <date>', 'no draws after this date'))
    .addOption(new Option('--stream <name>', 'draws of one stream only').choices(streams))
    .addOption(jsonOption('the draws'))
    .addOption(new Option('--csv', 'print the draws with their pool tables as CSV').conflicts('json'))
    .action(async (options: ListOptions) => {
      await listDraws(options)
      finish(exitCode.done)
    })
  return withExamples(command, [
    'ee-sim draws list --from 2025-01-01 --stream cec',
    'ee-sim draws list --csv > draws.csv',
  ])
}
