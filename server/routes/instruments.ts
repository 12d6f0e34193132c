import Type, { type TObject } from 'typebox'
import { issue, received } from '../../shared/lib/errors.ts'
import {
  InstrumentAnswer,
  InstrumentRequest,
  ResponseRequest,
  SplitRequest,
  SweepRequest,
  TornadoRequest,
} from '../../shared/schema/instrument.ts'
import { WorkCreated } from '../../shared/schema/longWork.ts'
import { readingBody } from '../plugins/validation.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'
import { longWorkRoutes } from './longWork.ts'
import { readScenarioOrId, scenariosOf } from './namedScenarios.ts'
import { BodyReading, member } from './reading.ts'

/** A request with its scenarios as anything: the reader of scenarios says what is wrong with one. */
const envelopeOf = ({ properties }: TObject): TObject =>
  Type.Object(
    {
      ...properties,
      scenario: Type.Unknown(),
      ...('alternative' in properties ? { alternative: Type.Unknown() } : {}),
    },
    { additionalProperties: false },
  )

const envelopes = new Map<unknown, TObject>([
  ['response', envelopeOf(ResponseRequest)],
  ['tornado', envelopeOf(TornadoRequest)],
  ['sweep', envelopeOf(SweepRequest)],
  ['split', envelopeOf(SplitRequest)],
])

/** A body whose scenarios were read, with the mistakes of both together. */
function readBody(body: unknown): unknown {
  const reading = new BodyReading()
  const name = member(body, 'instrument')
  const envelope = envelopes.get(name)
  if (!envelope) {
    const known = [...envelopes.keys()].join(', ')
    reading.issues.push(issue('EE_SHAPE', '$.instrument', `received ${received(name)}; expected one of ${known}`))
  } else reading.shape(envelope, body)
  const scenario = readScenarioOrId(reading, '$.scenario', member(body, 'scenario'))
  const alternative = readScenarioOrId(reading, '$.alternative', member(body, 'alternative'))
  reading.end()
  return { ...(body as object), scenario, ...(alternative === undefined ? {} : { alternative }) }
}

/** Instruments: draw-size response, sensitivities, sweeps, and what a difference consists of. */
export function instrumentRoutes(app: Api, services: Services): void {
  const { instruments } = services
  const createSchema = {
    summary:
      'Start an instrument: response of a cutoff to the size of a draw, tornado, sweep, or split of a difference',
    description:
      '`response`: one draw with other sizes. `tornado`: how far an outcome moves with each assumption. `sweep`: a grid of two ' +
      'things turned together. `split`: what part of the difference from `alternative` is due to sizes, dates, other streams, ' +
      'people and rules. All with common random numbers; the answer names the websocket to follow it at.',
    body: InstrumentRequest,
    response: { 201: WorkCreated, ...refusals(400, 404, 413, 415, 422, 503) },
  }
  const validatorCompiler = readingBody(readBody)
  app.post('/api/instruments', { schema: createSchema, validatorCompiler }, async ({ body }, reply) => {
    const asked = [
      { path: '$.scenario', given: body.scenario },
      ...(body.instrument === 'split' ? [{ path: '$.alternative', given: body.alternative }] : []),
    ]
    const [scenario, alternative] = await scenariosOf(asked, services)
    const request = { request: body, scenario, alternative }
    const known = await instruments.same(request)
    const { id } = known ?? (await instruments.create(request))
    reply.code(201).header('Location', `/api/instruments/${id}`)
    return { id, stream: instruments.streamOf(id), cached: known !== undefined }
  })

  longWorkRoutes(app, { path: '/api/instruments', name: 'instrument', works: instruments, answer: InstrumentAnswer })
}
