import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forecastAssumptions } from '../../shared/backtest/assumptions.ts'
import { type BacktestRequest, backtest } from '../../shared/backtest/backtest.ts'
import type { OnDraw } from '../../shared/backtest/replay.ts'
import { flowAssumptions } from '../../shared/flows/assumptions.ts'
import { digest } from '../../shared/lib/hash.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import { BacktestResult } from '../../shared/schema/backtest.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { replaceFile } from './replaceFile.ts'

/** The file of a backtest: another one for other draws, another engine version, other assumptions or another question. */
function cacheFile(dataDir: string, history: readonly PublishedDraw[], request: BacktestRequest): string {
  const key = digest(JSON.stringify([engineVersion, flowAssumptions, forecastAssumptions, request, history]))
  return join(dataDir, 'backtests', `${key}.json`)
}

/** A kept result; undefined when there is none, or none that can be used. */
function kept(file: string): BacktestResult | undefined {
  if (!existsSync(file)) return undefined
  try {
    const result: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return shapeIssues(BacktestResult, result).length === 0 ? (result as BacktestResult) : undefined
  } catch {
    return undefined
  }
}

/**
 * A backtest, from the data folder when the same one was done before.
 *
 * @param onKeepingFailed told when the result could not be kept; it is returned all the same
 */
export function cachedBacktest(
  dataDir: string,
  history: readonly PublishedDraw[],
  request: BacktestRequest,
  { onDraw, onKeepingFailed }: { onDraw?: OnDraw; onKeepingFailed?: (error: Error) => void } = {},
): BacktestResult {
  const file = cacheFile(dataDir, history, request)
  const known = kept(file)
  if (known) return known
  const result = backtest(history, request, onDraw)
  try {
    replaceFile(file, JSON.stringify(result))
  } catch (error) {
    onKeepingFailed?.(error instanceof Error ? error : new Error(String(error)))
  }
  return result
}
