/** An answer that is not the one hoped for; `code` is one of the error registry, or EE_UNREACHABLE. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** As in HTTP; 0 = there was no answer. */
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
