import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { InputError, refuse } from '../../shared/lib/errors.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'

type Outcome = { value: unknown } | { error: Error }

/** Fastify writes to the errors of validators, so the one with the issues travels inside. */
function outcomeOf(read: () => unknown): Outcome {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof InputError) return { error: new Error('refused', { cause: error }) }
    throw error
  }
}

function checked(schema: TSchema, value: unknown): unknown {
  const issues = shapeIssues(schema, value)
  if (issues.length > 0) throw new InputError(issues)
  return value
}

/** A route's own way to read its body, where meaning is checked together with shape. Its schema stays for OpenAPI. */
export const readingBody =
  (read: (body: unknown) => unknown) =>
  ({ schema, httpPart }: { schema: TSchema; httpPart?: string }) =>
  (value: unknown): Outcome =>
    outcomeOf(() => (httpPart === 'body' ? read(value) : checked(schema, value)))

/** Deeper than any input of ours; what walks an input may then do so by recursion. */
const DEEPEST_NESTING = 40

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

function isNestedTooDeeply(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; depth < DEEPEST_NESTING && level.length > 0; depth++) level = level.flatMap(childrenOf)
  return level.length > 0
}

/** Inputs are checked by our own messages, all mistakes together. Outputs are typed, not filtered. */
export function validateShapes(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(
    ({ schema }) =>
      (value) =>
        outcomeOf(() => checked(schema, value)),
  )
  app.addHook('preValidation', async ({ body }) => {
    if (isNestedTooDeeply(body)) throw refuse('EE_JSON', '$', `nested more than ${DEEPEST_NESTING} levels deep`)
  })
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}
