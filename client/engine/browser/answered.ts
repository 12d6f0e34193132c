import { InputError } from '../../../shared/lib/errors.ts'
import { ApiError, messageOf } from '../apiError.ts'

const NOT_FOUND = 404
const REFUSED = 422
const FAILED = 500

/** What a server would have answered to the same error. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof InputError) return new ApiError(REFUSED, error.code, error.message)
  return new ApiError(FAILED, 'EE_INTERNAL', messageOf(error))
}

/** @throws ApiError EE_NOT_FOUND when there is no such thing */
export function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new ApiError(NOT_FOUND, 'EE_NOT_FOUND', `there is no ${name}`)
  return thing
}

/** What a server would have answered, from an engine that answers at once. Rejects with an ApiError. */
export async function answered<Answer>(answer: () => Answer): Promise<Answer> {
  try {
    return answer()
  } catch (error) {
    throw asApiError(error)
  }
}
