import { engineVersion } from '../lib/version.ts'
import type { BacktestMode, BacktestResult, OverallSkill, StreamSkill } from '../schema/backtest.ts'
import { streams } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { forecastDraws, horizonsDays } from './forecast.ts'
import { scoreInvitedWithin } from './invitedWithin.ts'
import { type OnDraw, replay } from './replay.ts'
import { type ScoredDraw, skillOf } from './skill.ts'

export interface BacktestRequest {
  mode: BacktestMode
  /** First and last date of the draws predicted, both included. */
  from: string
  to: string
}

const yearOf = ({ predicted }: ScoredDraw): number => Number(predicted.date.slice(0, 4))

/** The figures of every stream that was drawn, for each horizon, in the order of the streams. */
function skillByStream(
  scored: readonly ScoredDraw[],
  horizons: readonly (number | null)[],
  year: number | null,
): StreamSkill[] {
  return streams.flatMap((stream) =>
    horizons.flatMap((horizonDays) => {
      const own = scored.filter(
        (one) =>
          one.predicted.stream === stream &&
          one.predicted.horizonDays === horizonDays &&
          (year === null || yearOf(one) === year),
      )
      return own.length === 0 ? [] : [{ stream, ...skillOf(own), year, horizonDays }]
    }),
  )
}

function overallSkill(
  scored: readonly ScoredDraw[],
  horizons: readonly (number | null)[],
  year: number | null,
): OverallSkill[] {
  return horizons.flatMap((horizonDays) => {
    const all = scored.filter(
      (one) => one.predicted.horizonDays === horizonDays && (year === null || yearOf(one) === year),
    )
    const withoutPnp = all.filter(({ predicted }) => predicted.stream !== 'pnp')
    return [
      { streams: 'all' as const, ...skillOf(all), year, horizonDays },
      { streams: 'without-pnp' as const, ...skillOf(withoutPnp), year, horizonDays },
    ]
  })
}

/**
 * Predicts the published draws from one date to another, each only from what was known before it, and says how well.
 *
 * @param history published draws, oldest first; also those before `from`, from which the filter learns
 * @param onProgress told how much is done
 */
export function backtest(
  history: readonly PublishedDraw[],
  { mode, from, to }: BacktestRequest,
  onProgress?: OnDraw,
): BacktestResult {
  const isReplay = mode === 'replay'
  const scored = isReplay ? replay(history, { from, to }, onProgress) : forecastDraws(history, { from, to }, onProgress)
  const horizons = isReplay ? [null] : [...horizonsDays]
  const years = [...new Set(scored.map(yearOf))].sort((a, b) => a - b)
  return {
    ...{ mode, engineVersion, from, to },
    draws: scored.map(({ predicted }) => predicted),
    summary: skillByStream(scored, horizons, null),
    byYear: years.flatMap((year) => skillByStream(scored, horizons, year)),
    overall: [null, ...years].flatMap((year) => overallSkill(scored, horizons, year)),
    invitedWithin: isReplay ? [] : scoreInvitedWithin(history, { from, to }),
  }
}
