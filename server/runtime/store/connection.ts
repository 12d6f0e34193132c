import { pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { migrations } from './migrations.ts'
import { ConnectionError } from './trouble.ts'

/** Milliseconds a statement waits for a lock. The server stands still meanwhile, so the longer wait is in database.ts. */
const LOCK_WAIT_MS = 20

/** An open database file. */
export interface Connection {
  client: Client
  db: LibSQLDatabase
}

class DamageError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

async function check(client: Client): Promise<void> {
  const { rows } = await client.execute('PRAGMA quick_check(1)')
  const finding = String(rows[0]?.quick_check)
  if (finding !== 'ok') throw new DamageError(finding.split('\n').at(-1))
}

async function migrate(client: Client): Promise<void> {
  const { rows } = await client.execute('PRAGMA user_version')
  const version = Number(rows[0]?.user_version)
  if (version > migrations.length) {
    throw new Error(`a newer program made it: it is of version ${version}, this one knows up to ${migrations.length}`)
  }
  for (let next = version; next < migrations.length; next++) {
    await client.batch([...migrations[next], `PRAGMA user_version = ${next + 1}`], 'write')
  }
}

/**
 * Opens a database file and brings it to the newest version; an absent one is made.
 *
 * Commits are on the disk when they are reported (`synchronous=FULL`): an edit token that was given out must be good after a
 * loss of power. One connection, so that settings hold for every statement and nothing waits for itself.
 *
 * @param isChecked whether it was found whole before
 * @throws ConnectionError; {@link isDamage} tells whether the file is to blame
 */
export async function connect(file: string, isChecked: boolean): Promise<Connection> {
  let client: Client | undefined
  try {
    // The native module is loaded only here: where there is none for the system, everything else still works.
    const [{ createClient }, { drizzle }] = await Promise.all([
      import('@libsql/client/sqlite3'),
      import('drizzle-orm/libsql/sqlite3'),
    ])
    client = createClient({ url: pathToFileURL(file).href, timeout: LOCK_WAIT_MS, concurrency: 1 })
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = FULL')
    if (!isChecked) await check(client)
    await migrate(client)
    return { client, db: drizzle(client) }
  } catch (error) {
    client?.close()
    throw new ConnectionError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
