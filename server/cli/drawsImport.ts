import { Command } from 'commander'
import { drawsSource } from '../../shared/draws/history.ts'
import { received } from '../../shared/lib/errors.ts'
import { loadConfig } from '../config.ts'
import { drawsFile, type ImportReport, importFeed } from '../runtime/drawStore.ts'
import { downloadFeed, readFeedFile } from '../runtime/feedSource.ts'
import { exitCode } from './exitCode.ts'
import { type Finish, jsonOption, withExamples } from './options.ts'
import { Output } from './output.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

/** A count with its list below, or nothing when there is nothing to list. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)]

/** What an import did, in words. */
function reportLines({ stored, added, changed, removed, unchanged, repairs, refused }: ImportReport, file: string) {
  return [
    ...section(
      'Refused',
      refused.map(({ path, message }) => `${path}: ${message}`),
    ),
    ...section(
      'Repaired',
      repairs.map(({ draw, field, was, now, why }) => `draw ${draw}, ${field}: ${received(was)} -> ${now}; ${why}`),
    ),
    ...section(
      'Added',
      added.map(
        ({ number, date, stream, size, cutoff }) => `draw ${number} of ${date}, ${stream}: ${size} at ${cutoff}`,
      ),
    ),
    ...section(
      'Changed',
      changed.map(({ draw, field, was, now }) => `draw ${draw}, ${field}: ${received(was)} -> ${received(now)}`),
    ),
    ...section('Removed', removed.length > 0 ? [`draws ${removed.join(', ')} are not in the feed`] : []),
    `Unchanged: ${unchanged}`,
    stored ? `The draws were stored in ${file}.` : 'Nothing was stored: the draws are what they were.',
  ]
}

async function finishImport(report: ImportReport, dataDir: string, asJson: boolean, finish: Finish): Promise<void> {
  const output = new Output()
  if (asJson) await output.json(report)
  else await output.text(`${reportLines(report, drawsFile(dataDir)).join('\n')}\n`)
  finish(report.stored ? exitCode.done : exitCode.refused)
}

const whole =
  'The stored set is replaced as a whole, and only when every entry could be read; what was repaired, added, changed ' +
  'and refused is reported.'

export function drawsImportCommand(finish: Finish): Command {
  const command = new Command('import')
    .summary('replace the draws by those of a feed in a file')
    .description(`Replaces the draws by those of an IRCC draws feed (ee_rounds_123_en.json) in a file. ${whole}`)
    .argument('<file>', 'the feed')
    .addOption(jsonOption('the report'))
    .action(async (file: string, options: { json?: boolean }) => {
      const { dataDir } = loadConfig(process.env)
      const source = { title: drawsSource.title, url: `file ${file}`, retrieved: today() }
      const report = importFeed(dataDir, readFeedFile(file), source)
      await finishImport(report, dataDir, options.json === true, finish)
    })
  return withExamples(command, ['ee-sim draws import ee_rounds_123_en.json'])
}

export function drawsUpdateCommand(finish: Finish): Command {
  const command = new Command('update')
    .summary("replace the draws by those of IRCC's feed")
    .description(
      `Fetches IRCC's draws feed and replaces the draws by it. Offline, the draws stay as they are. ${whole}`,
    )
    .option('--url <address>', 'where the feed is', drawsSource.url)
    .addOption(jsonOption('the report'))
    .action(async (options: { url: string; json?: boolean }) => {
      const { dataDir } = loadConfig(process.env)
      const source = { title: drawsSource.title, url: options.url, retrieved: today() }
      const report = importFeed(dataDir, await downloadFeed(options.url), source)
      await finishImport(report, dataDir, options.json === true, finish)
    })
  return withExamples(command, ['ee-sim draws update', 'ee-sim draws update --url http://localhost:8000/feed.json'])
}
