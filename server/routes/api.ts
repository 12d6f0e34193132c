import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import Type from 'typebox'
import { ErrorBody } from '../../shared/schema/api.ts'

/** The server as routes see it: bodies, parameters and answers are typed by their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

export const ById = Type.Object({ id: Type.String() })

/** Refusals as OpenAPI lists them: `refusals(404, 422)`. */
export const refusals = <Status extends 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503>(...statuses: Status[]) =>
  Object.fromEntries(statuses.map((status) => [status, ErrorBody])) as Record<Status, typeof ErrorBody>
