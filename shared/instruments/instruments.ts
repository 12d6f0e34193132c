import type { PublishedDraw } from '../schema/draw.ts'
import type { InstrumentRequest } from '../schema/instrument.ts'
import type { Scenario } from '../schema/scenario.ts'
import type { Instrument } from './instrument.ts'
import { response } from './response.ts'
import { split } from './split.ts'
import { sweep } from './sweep.ts'
import { tornado } from './tornado.ts'

/**
 * The instrument of a request.
 *
 * @param scenario that of the request
 * @param alternative that of a split
 * @throws InputError what is wrong with the request for these scenarios
 */
export function instrumentOf(
  request: InstrumentRequest,
  scenario: Scenario,
  alternative: Scenario = scenario,
  history?: readonly PublishedDraw[],
): Instrument {
  switch (request.instrument) {
    case 'response':
      return response(scenario, request, history)
    case 'tornado':
      return tornado(scenario, request)
    case 'sweep':
      return sweep(scenario, request)
    case 'split':
      return split(scenario, alternative, request, history)
  }
}
