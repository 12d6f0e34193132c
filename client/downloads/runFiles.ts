import { resultsToCsv } from '../../shared/draws/resultsCsv.ts'
import type { DrawResult } from '../../shared/schema/draw.ts'
import type { DrawEvent } from '../../shared/schema/event.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { poolOverTime, type RunView } from '../engine/runView.ts'
import { BYTE_ORDER_MARK } from './tableCsv.ts'

function resultOf(draw: DrawEvent): DrawResult {
  const { number, date, stream, size, minimumScore, cutoff, tieBreak, eligible, invited, composition } = draw
  return { number, date, stream, size, minimumScore, cutoff, tieBreak, eligible, invited, composition }
}

/**
 * A run as `ee-sim export` writes it in run.json: draws, the pool about once a week, totals once it has finished. One that has
 * not has `until`, its latest day.
 */
export function runJson(view: RunView, provenance: Provenance): string {
  const { scenario, seed, engineVersion, rulesetId } = provenance
  const part = view.finished ? {} : { until: view.latestDay?.date ?? view.started?.asOf }
  const document = {
    provenance,
    ...{ scenario: scenario.id, seed, engineVersion, rulesetId, ...part },
    draws: view.draws.map(resultOf),
    pool: poolOverTime(view),
    totals: view.finished?.totals,
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

/** The draws of a run in the columns of `ee-sim simulate --csv`, for spreadsheets. */
export const runDrawsCsv = ({ draws }: RunView): string => BYTE_ORDER_MARK + resultsToCsv(draws)
