// A worker of ensembles that hands over its first record again and again: far more records a second than an engine makes.
// Only the tests start this file.
import { move, transferableSymbol, valueSymbol } from 'piscina'

const { runReplications: really } = await import(new URL('../../../dist/server/ensemble.worker.js', import.meta.url))

let record

export function runReplications({ job, count }) {
  record ??= really({ job, first: 0, count: 1 })[valueSymbol].records[0]
  const records = Array.from({ length: count }, () => record.slice(0))
  return move({ [transferableSymbol]: records, [valueSymbol]: { records, elapsedMs: count } })
}
