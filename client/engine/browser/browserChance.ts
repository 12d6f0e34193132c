import { chanceOf } from '../../../shared/chance/answer.ts'
import futuresAddress from '../../../shared/chance/bundled/forecast.futures.gz?url'
import { type Futures, restoreFutures } from '../../../shared/chance/futures.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { isSealed } from '../../../shared/lib/sealed.ts'
import type { ChanceAnswer } from '../../../shared/schema/chance.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { ApiError } from '../apiError.ts'
import type { ChanceQuestion } from '../backend.ts'
import { scenarioById } from './bundled.ts'

/** The scenario whose futures come with the program. */
const SCENARIO = 'forecast'
const UNREACHABLE = 0
const REFUSED = 422

/** The bytes at an address; some hosts unpack a `.gz` on the way, some do not. */
async function unpacked(address: string): Promise<Uint8Array> {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) throw new ApiError(UNREACHABLE, 'EE_UNREACHABLE', 'the futures of this copy cannot be read')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (isSealed(bytes)) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

let known: Promise<{ futures: Futures; scenario: Scenario }> | undefined

async function readFutures(): Promise<{ futures: Futures; scenario: Scenario }> {
  const scenario = scenarioById(SCENARIO)
  if (!scenario) throw new ApiError(REFUSED, 'EE_NOT_FOUND', `there is no scenario ${SCENARIO}`)
  return { scenario, futures: restoreFutures(ensemblePlan(scenario), await unpacked(futuresAddress)) }
}

/** The chance of one person, worked out in this browser: nothing is sent anywhere. Rejects with an ApiError. */
export async function browserChance({ profile, on, ...asked }: ChanceQuestion): Promise<ChanceAnswer> {
  known ??= readFutures()
  try {
    const { futures, scenario } = await known
    const scenarioDay = parseDay(scenario.asOf)
    return chanceOf(profile, futures, { ...asked, scenarioDay, today: parseDay(on), history: publishedDraws })
  } catch (error) {
    if (!(error instanceof InputError)) known = undefined
    throw error instanceof InputError ? new ApiError(REFUSED, error.code, error.message) : error
  }
}
