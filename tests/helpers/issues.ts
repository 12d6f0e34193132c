import { InputError } from '../../shared/lib/errors.ts'

/** What an action refuses, one line an issue: `CODE path message`. Empty when nothing was refused. */
export function issuesOf(action: () => unknown): string[] {
  try {
    action()
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map(({ code, path, message }) => `${code} ${path} ${message}`)
  }
}
