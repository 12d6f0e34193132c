import { forecastAssumptions } from '../../shared/backtest/assumptions.ts'
import { rulesetOn } from '../../shared/crs/ruleset.ts'
import { compiledRuleset } from '../../shared/crs/score.ts'
import { publishedDraws, snapshots } from '../../shared/draws/history.ts'
import { categories, categoryVersionOn } from '../../shared/eligibility/categoryVersions.ts'
import { streamBit } from '../../shared/eligibility/streamBits.ts'
import { flowAssumptions } from '../../shared/flows/assumptions.ts'
import { modelAt, nowcast } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { EIGHTY_PERCENT } from '../../shared/lib/interval.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import { lifeAssumptions } from '../../shared/life/assumptions.ts'
import { populationAssumptions } from '../../shared/pool/assumptions.ts'
import type { Pool } from '../../shared/pool/columns.ts'
import { fitReport } from '../../shared/pool/fit.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import { type Stream, streams } from '../../shared/schema/common.ts'
import type { FitRecord, InferredMembership, NamedAssumption } from '../../shared/schema/fit.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { sensitivitiesOf } from './sensitivities.ts'

/** Scores from which people are counted. */
const FLOORS = [501, 451, 401, 301, 0]
const HIGHEST_CORE_SCORE = 600

/** Files of assumptions, and what of each entry is no value. */
const files = {
  population: populationAssumptions,
  life: lifeAssumptions,
  flows: flowAssumptions,
  forecast: forecastAssumptions,
}

/** An entry with a `basis` is an assumption; its value is everything else it holds. */
function assumptionsOf(file: NamedAssumption['file'], entries: object): NamedAssumption[] {
  return Object.entries(entries).flatMap(([name, entry]): NamedAssumption[] => {
    if (Array.isArray(entry)) {
      return entry.flatMap((one) =>
        'basis' in one ? [{ file, name: `${name}: ${one.name}`, basis: one.basis, value: textOfValues(one) }] : [],
      )
    }
    if (typeof entry !== 'object' || entry === null || !('basis' in entry)) return []
    return [{ file, name, basis: String(entry.basis), value: textOfValues(entry) }]
  })
}

const textOfValues = (entry: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'basis' && key !== 'name')))

function countFrom(pool: Pool, count: number, stream: Stream, from: number): number {
  const bit = streamBit(stream)
  let people = 0
  for (let row = 0; row < count; row++) {
    if (pool.score[row] >= from && pool.score[row] <= HIGHEST_CORE_SCORE && (pool.streams[row] & bit) !== 0) people += 1
  }
  return people
}

/** Categories in force, and the programs whose people the filter tells apart: nearly everybody meets FSW, hardly anybody FST. */
function isToldApart(stream: Stream, asOf: string): boolean {
  if (stream === 'fsw' || stream === 'fst') return false
  const category = categories.find((one) => one.stream === stream)
  return category === undefined || categoryVersionOn(category.stream, parseDay(asOf)) !== undefined
}

/** The newest pool, how it fits, and how much depends on what is assumed. */
export function fitRecord(baseline: Scenario, onSensitivity: (done: number, of: number) => void): FitRecord {
  const snapshot = snapshots[snapshots.length - 1]
  const model = modelAt(snapshot, publishedDraws)
  const estimate = nowcast(snapshot, publishedDraws)
  const { pool, count } = synthesizePool({
    snapshot,
    estimate,
    rules: compiledRuleset(rulesetOn(snapshot.asOf) ?? ''),
    seed: baseline.seed,
  })
  const report = fitReport(pool, count, snapshot, estimate)
  const memberships = streams
    .filter((stream) => isToldApart(stream, snapshot.asOf))
    .flatMap((stream): InferredMembership[] =>
      FLOORS.flatMap((from) => {
        const known = model.membership(stream, from)
        if (!known) return []
        const width = Math.exp(EIGHTY_PERCENT * known.deviation)
        return [
          {
            ...{ stream, from },
            ...{ persons: Math.round(known.persons), low: Math.round(known.persons / width) },
            ...{ high: Math.round(known.persons * width), synthetic: countFrom(pool, count, stream, from) },
            isObserved: model.hasLearnt(stream),
          },
        ]
      }),
    )
  return {
    ...{ engineVersion, asOf: snapshot.asOf, persons: count },
    bands: report.bands as FitRecord['bands'],
    memberships,
    sensitivities: sensitivitiesOf(baseline, onSensitivity),
    assumptions: Object.entries(files).flatMap(([file, entries]) =>
      assumptionsOf(file as NamedAssumption['file'], entries),
    ),
  }
}
