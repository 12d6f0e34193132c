import type { Progress } from '../../shared/lib/errors.ts'

/** An answer that is not the one hoped for; `code` is one of the error registry, or EE_UNREACHABLE. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** As in HTTP; 0 = there was no answer. */
  readonly status: number
  readonly code: string
  /** How far what was asked for is, when it is being computed. */
  readonly progress: Progress | undefined

  constructor(status: number, code: string, message: string, progress?: Progress) {
    super(message)
    this.progress = progress
    this.status = status
    this.code = code
  }
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** No answer came, or not a whole one. */
export const unreachable = (error: unknown): ApiError => new ApiError(0, 'EE_UNREACHABLE', messageOf(error))
