import { csvText } from '../../shared/draws/csv.ts'
import type { EnsembleResult, Quantiles } from '../../shared/schema/ensemble.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { BYTE_ORDER_MARK } from './tableCsv.ts'

const quantiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const satisfies readonly (keyof Quantiles)[]

/**
 * An ensemble as `ee-sim ensemble --json` prints it, with its provenance.
 *
 * @param runsAskedFor more than those of the result while it is partial
 */
export function ensembleJson(result: EnsembleResult, provenance: Provenance, runsAskedFor: number): string {
  const partial = result.runs < runsAskedFor ? { partial: true, runsAskedFor } : {}
  return `${JSON.stringify({ provenance, ...result, ...partial }, null, 1)}\n`
}

/** The draws of an ensemble: the cutoff and the invitations that so many of the futures do not exceed. */
export function ensembleDrawsCsv({ draws, runs }: EnsembleResult): string {
  const columns = ['date', 'stream', 'size', 'runs', 'held']
  const spreads = ['cutoff', 'invited'].flatMap((what) => quantiles.map((name) => `${what}_${name}`))
  const rows = draws.map(({ date, stream, size, held, cutoff, invited }) => [
    ...[date, stream, size, runs, held],
    ...quantiles.map((name) => cutoff?.[name]),
    ...quantiles.map((name) => invited[name]),
  ])
  return BYTE_ORDER_MARK + csvText([[...columns, ...spreads], ...rows])
}
