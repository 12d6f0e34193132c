/** A file that could not be opened as a database; the cause says more. */
export class ConnectionError extends Error {}

/** SQLite's name of what went wrong, `SQLITE_BUSY`; undefined when it is not an error of SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')) return error.code
  return sqliteCode(error.cause)
}

/** The connection was closed by somebody else's failure; on a new one the same would work. */
export const isClosed = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'CLIENT_CLOSED') || (error.cause !== undefined && isClosed(error.cause)))

/** Anything but a defect of the program. */
export const isTrouble = (error: unknown): boolean =>
  error instanceof ConnectionError || sqliteCode(error) !== undefined || isClosed(error)

/** The content of the file cannot be trusted. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? ''
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** What is wrong when SQLite says so, in the words of somebody who has to mend it. */
const causes: Record<string, string> = {
  SQLITE_BUSY: 'another program has it locked',
  SQLITE_LOCKED: 'another program has it locked',
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'it may not be written to',
  SQLITE_CANTOPEN: 'it cannot be opened',
  SQLITE_IOERR: 'the disk refuses: it is over a quota or broken',
}

const isOfTheSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error

/** What went wrong, without the place: who is told may not know where a server keeps its data. */
export function reasonOf(error: unknown): string {
  const code = sqliteCode(error)
  const known = Object.keys(causes).find((one) => code?.startsWith(one))
  if (known) return causes[known]
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return isOfTheSystem(error) ? message.split(`, ${error.syscall}`)[0] : message
}
