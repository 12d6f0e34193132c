import { Command } from 'commander'
import { compileRuleset } from '../../shared/crs/compile.ts'
import { resolveRuleset, rulesetOn } from '../../shared/crs/ruleset.ts'
import { newestSnapshotNotAfter, snapshotsOf } from '../../shared/draws/history.ts'
import { nowcast } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import { type FitReport, fitReport } from '../../shared/pool/fit.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import { loadConfig } from '../config.ts'
import { currentDraws } from '../runtime/drawStore.ts'
import { exitCode } from './exitCode.ts'
import { dateOption, type Finish, jsonOption, seedOption, withExamples } from './options.ts'
import { Output, tell } from './output.ts'
import { type Column, printTable } from './table.ts'

const DEFAULT_SEED = 'pool'

interface PoolReport extends FitReport {
  seed: string
  engineVersion: string
  rulesetId: string
}

/** The synthetic pool of the newest table as of a date not after `asOf` (the newest of all when absent). */
function poolReport(asOf: string | undefined, seed: string): PoolReport {
  const history = currentDraws(loadConfig(process.env).dataDir)
  const day = parseDay(asOf ?? history[history.length - 1].date)
  const snapshot = newestSnapshotNotAfter(day, snapshotsOf(history))
  const rules = compileRuleset(resolveRuleset(rulesetOn(snapshot.asOf) ?? ''))
  const estimate = nowcast(snapshot, history)
  const { pool, count } = synthesizePool({ snapshot, rules, seed, estimate })
  return { seed, engineVersion, rulesetId: rules.id, ...fitReport(pool, count, snapshot, estimate) }
}

const bandColumns: readonly Column[] = [
  { title: 'band' },
  { title: 'published', align: 'right' },
  { title: 'synthetic', align: 'right' },
]
const shareColumns: readonly Column[] = [{ title: 'composition (assumed)' }, { title: 'share', align: 'right' }]
const streamColumns: readonly Column[] = [{ title: 'stream' }, { title: 'persons', align: 'right' }]

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

async function printForPeople(report: PoolReport, output: Output): Promise<void> {
  const { asOf, size, bands, exact, streams, shares, education, archetypes } = report
  await output.text(
    `Synthetic pool as of ${asOf}: ${size} persons, ruleset ${report.rulesetId}, seed ${report.seed}\n\n`,
  )
  await printTable(
    bandColumns,
    bands.map(({ band, published, synthetic }) => [band, published, synthetic]),
    output,
  )
  await output.text(
    `${exact ? 'Every published band is met exactly.' : 'Some bands differ from the published ones.'}\n` +
      `Inside 501-600 scores fall off with a scale of ${report.topBandScalePoints} points ` +
      `(inferred from draws: ${report.inferredTopBandScalePoints}).\n\n`,
  )
  await printTable(streamColumns, Object.entries(streams), output)
  const composition = Object.entries({ ...shares, ...education, ...archetypes })
  await output.text('\n')
  await printTable(
    shareColumns,
    composition.map(([what, share]) => [what, percent(share)]),
    output,
  )
}

export function poolCommand(finish: Finish): Command {
  const command = new Command('pool')
    .summary('make a synthetic pool and compare it with the published table')
    .description(
      'Makes the synthetic pool of a date and prints its counts by band beside the published ones, its streams and its ' +
        'composition. Who is in the pool is not published: the composition is an assumption.',
    )
    .addOption(
      dateOption('--as-of <date>', 'the newest published table of a date not after this one; default the newest'),
    )
    .addOption(seedOption(`default "${DEFAULT_SEED}"`))
    .addOption(jsonOption('the report'))
    .action(async ({ asOf, seed = DEFAULT_SEED, json }: { asOf?: string; seed?: string; json?: boolean }) => {
      const report = poolReport(asOf, seed)
      if (json) await new Output().json(report)
      else await printForPeople(report, new Output())
      if (!report.exact) tell('The synthetic pool misses the published bands.')
      finish(report.exact ? exitCode.done : exitCode.refused)
    })
  return withExamples(command, ['ee-sim pool', 'ee-sim pool --as-of 2024-06-01 --seed 7 --json'])
}
