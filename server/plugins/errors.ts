import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorCode, errorRegistry, InputError, type Issue, issue, refuse } from '../../shared/lib/errors.ts'
import type { ErrorBody } from '../../shared/schema/api.ts'

/** Fastify's own refusals in the words of our registry. */
const framework: Record<string, { code: ErrorCode; message: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'EE_MEDIA_TYPE', message: 'expected Content-Type: application/json' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'EE_TOO_LARGE', message: 'the body is larger than this server accepts' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'EE_JSON', message: 'received an empty body; expected JSON' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'EE_JSON', message: 'the body is not valid JSON' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'EE_JSON', message: 'the body is not as long as Content-Length says' },
  FST_ERR_BAD_URL: { code: 'EE_NOT_FOUND', message: 'the address is not a valid URL' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'EE_NOT_FOUND', message: 'the address is too long' },
}

const byStatus: Record<number, ErrorCode> = {
  400: 'EE_JSON',
  404: 'EE_NOT_FOUND',
  413: 'EE_TOO_LARGE',
  415: 'EE_MEDIA_TYPE',
  429: 'EE_TOO_MANY_REQUESTS',
}

/** The issues an error stands for; undefined when it is a defect of the program. */
function issuesOf(error: FastifyError): readonly Issue[] | undefined {
  if (error instanceof InputError) return error.issues
  if (error.cause instanceof InputError) return error.cause.issues
  const known = framework[error.code]
  if (known) return [issue(known.code, '$', known.message)]
  const code = byStatus[error.statusCode ?? 500]
  return code && [issue(code, '$', error.message)]
}

/** A person reads no more; a body that is wrong throughout must not be answered by a larger one. */
const MOST_ISSUES = 100

/** The body every refusal has: the first issue, and all of them when there are several. */
export function errorBody(issues: readonly Issue[]): ErrorBody {
  const [first] = issues
  return { error: issues.length > 1 ? { ...first, issues: issues.slice(0, MOST_ISSUES) } : first }
}

function answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const issues = issuesOf(error)
  if (issues) return reply.code(errorRegistry[issues[0].code].status).send(errorBody(issues))
  request.log.error(error)
  return reply.code(500).send(errorBody([issue('EE_INTERNAL', '$', 'an error in the program; it has been logged')]))
}

export const notFound = (request: FastifyRequest): InputError =>
  refuse('EE_NOT_FOUND', '$', `there is nothing at ${request.method} ${request.url.slice(0, 200)}`)

/** Gives every refusal the shape of docs/errors.md; what nobody foresaw is logged and becomes a bare 500. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answer)
}

/** Answers what is not HTTP at all, before Fastify sees a request. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(errorBody([issue('EE_SHAPE', '$', 'the request is not proper HTTP')]))
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Length: ${body.length}\r\nContent-Type: application/json\r\n`
  socket.end(`${head}Connection: close\r\n\r\n${body}`)
}

/** For errors before a route is found, such as a malformed URL. */
export { answer as answerFrameworkError }
