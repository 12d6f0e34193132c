import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { forecastScenarioId } from '../../shared/scenario/forecast.ts'
import { isRunCount } from '../../shared/schema/ensembleLimits.ts'
import { remembered } from '../lib/remembered.ts'
import { useBackend } from './useBackend.ts'
import { type EnsembleStart, useEnsembleStart } from './useEnsembleStart.ts'

const DEFAULT_RUNS = 200

/** The forecast this browser started last: a server may still have it when the page is opened without an address. */
const lastForecast = remembered('forecast')

export interface ForecastSession extends EnsembleStart {
  /** Null before there is one. */
  ensembleId: string | null
  /** Futures of the next start. */
  runs: number
}

/**
 * Which forecast the page shows: `?forecast=` of the address, else the one started here last while it is still there and
 * rests on as many futures as `?runs=` asks for. In a browser without a server that one would be computed again, so it is not
 * looked for.
 */
export function useForecastSession(): ForecastSession {
  const { isLocal } = useBackend()
  const [address, setAddress] = useQueryStates({
    forecast: parseAsString,
    runs: parseAsInteger.withDefault(DEFAULT_RUNS),
  })
  const runs = isRunCount(address.runs) ? address.runs : DEFAULT_RUNS
  const candidate = address.forecast ?? (isLocal ? null : lastForecast.read())
  const show = (forecast: string) => {
    lastForecast.write(forecast)
    void setAddress({ forecast })
  }
  // For the way back, where somebody still has it then.
  const keep = isLocal ? undefined : lastForecast.write
  const start = useEnsembleStart(candidate, { scenarioId: forecastScenarioId, runs }, show, keep)
  const isAddressed = address.forecast !== null
  const isWanted = isAddressed || start.info?.progress.runs === runs
  return { ...start, isGone: isAddressed && start.isGone, ensembleId: isWanted ? candidate : null, runs }
}
