import { InputError, received, refuse } from '../lib/errors.ts'
import { Reform } from '../schema/reform.ts'
import { assertShape } from '../schema/validate.ts'
import { baseIds } from './base.ts'
import { provisionsOfReform, reformWith } from './patches.ts'

/**
 * A reform from the content of a file or a link, with no patch more than it needs. Only structure is refused: what is odd
 * about the points is for `warningsOf`.
 *
 * @throws InputError with every issue: EE_SHAPE, EE_RULESET_UNKNOWN, EE_RULESET_INVALID
 */
export function readReform(value: unknown): Reform {
  assertShape<Reform>(Reform, value)
  if (!baseIds.includes(value.base)) {
    throw refuse(
      'EE_RULESET_UNKNOWN',
      '$.base',
      `received ${received(value.base)}; expected one of ${baseIds.join(', ')}`,
    )
  }
  return reformWith(value, provisionsOfReform(value))
}

/** A reform, or why a value is none. */
export function reformOrIssues(value: unknown): Reform | InputError {
  try {
    return readReform(value)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}
