import { chanceOf } from '../../../shared/chance/answer.ts'
import futuresAddress from '../../../shared/chance/bundled/forecast.futures.gz?url'
import { type Futures, restoreFutures } from '../../../shared/chance/futures.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { isSealed } from '../../../shared/lib/sealed.ts'
import { forecastScenarioId } from '../../../shared/scenario/forecast.ts'
import type { ChanceAnswer } from '../../../shared/schema/chance.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { unreachable } from '../apiError.ts'
import type { ChanceQuestion } from '../backend.ts'
import { asApiError } from './answered.ts'
import { scenarioOf } from './scenarios.ts'

/** The bytes at an address; some hosts unpack a `.gz` on the way, some do not. */
async function unpacked(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (isSealed(bytes)) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

let known: Promise<{ futures: Futures; scenario: Scenario }> | undefined

async function readFutures(): Promise<{ futures: Futures; scenario: Scenario }> {
  const scenario = scenarioOf(forecastScenarioId)
  const bytes = await unpacked(futuresAddress).catch((error: unknown) => {
    throw unreachable(error)
  })
  return { scenario, futures: restoreFutures(ensemblePlan(scenario), bytes) }
}

/** The futures, read once; when they could not be read, again the next time. */
const knownFutures = () => {
  known ??= readFutures().catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

/** The chance of one person, worked out in this browser: nothing is sent anywhere. Rejects with an ApiError. */
export async function browserChance({ profile, on, ...asked }: ChanceQuestion): Promise<ChanceAnswer> {
  try {
    const { futures, scenario } = await knownFutures()
    const scenarioDay = parseDay(scenario.asOf)
    return chanceOf(profile, futures, { ...asked, scenarioDay, today: parseDay(on), history: publishedDraws })
  } catch (error) {
    throw asApiError(error)
  }
}
