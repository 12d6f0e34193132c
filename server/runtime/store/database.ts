import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { type InputError, refuse } from '../../../shared/lib/errors.ts'
import type { StoreHealth } from '../../../shared/schema/api.ts'
import { FolderLock } from '../folderLock.ts'
import { makeFolder } from '../replaceFile.ts'
import { type Connection, connect } from './connection.ts'
import { isClosed, isDamage, isTrouble, reasonOf, sqliteCode } from './trouble.ts'

/** A server that is being replaced, or another program with a lock, is given this long. */
const WAIT_MS = 2000
const LOOK_MS = 80
const FILE_NAME = 'store.db'
/** SQLite's own companions of a database file. */
const companions = ['', '-wal', '-shm']

export interface DatabaseOptions {
  /** Made when it is not there. */
  folder: string
  /** Told what went wrong, for the log. */
  warn(message: string): void
}

type Deed = 'opened' | 'read' | 'written to'

/**
 * The one file everything saved is in. It never takes the server down: what cannot be read or written is refused with
 * EE_STORE and tried again the next time, and a damaged file is put aside and a new one begun.
 */
export class Database {
  readonly #folder: string
  readonly #warn: (message: string) => void
  #lock: FolderLock | undefined
  #connection: Promise<Connection> | undefined
  /** The file was found whole when it was first opened. */
  #isChecked = false
  /** What did not work the last time. */
  readonly #problems = new Map<Deed, string>()
  /** Writes wait for one another. */
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor({ folder, warn }: DatabaseOptions) {
    this.#folder = folder
    this.#warn = warn
  }

  /** Takes the folder and opens the file; when that is not possible the reason is logged and everything refused. */
  async open(): Promise<void> {
    try {
      makeFolder(this.#folder)
      this.#lock = await this.#takeFolder()
    } catch (error) {
      this.#note('opened', `${this.#folder} cannot be used: ${reasonOf(error)}`)
      return
    }
    await this.read(async () => {}).catch(() => {})
  }

  get health(): StoreHealth {
    const [problem = null] = this.#problems.values()
    return { problem: problem && this.#forEverybody(problem), keptAside: this.#keptAside() }
  }

  /** @throws InputError EE_STORE */
  read<Value>(work: (db: LibSQLDatabase) => Promise<Value>): Promise<Value> {
    return this.#do('read', work)
  }

  /** One after the other. @throws InputError EE_STORE; nothing was written then */
  write<Value>(work: (db: LibSQLDatabase) => Promise<Value>): Promise<Value> {
    const written = this.#lastWrite.then(() => this.#do('written to', work))
    this.#lastWrite = written.catch(() => {})
    return written
  }

  /** Once all is written, closes the file and leaves the folder to another server. */
  async close(): Promise<void> {
    await this.#lastWrite
    const connection = await this.#connection?.catch(() => undefined)
    // What is left of the journal goes into the file, which can then be copied by itself.
    await connection?.client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {})
    await this.#disconnect()
    this.#note('opened', 'it is closed', false)
    this.#lock?.release()
    this.#lock = undefined
  }

  get #file(): string {
    return join(this.#folder, FILE_NAME)
  }

  /** Names of damaged files that wait for somebody to look at them. */
  #keptAside(): string[] {
    let names: string[]
    try {
      names = readdirSync(this.#folder)
    } catch {
      return []
    }
    return names.filter((name) => /\.damaged-\d+$/.test(name)).toSorted()
  }

  async #takeFolder(): Promise<FolderLock> {
    for (const deadline = performance.now() + WAIT_MS; ; await sleep(LOOK_MS)) {
      const lock = FolderLock.take(this.#folder)
      if (lock) return lock
      if (performance.now() > deadline) {
        throw new Error('another server works with it; give this one another EE_SIM_DATA_DIR')
      }
    }
  }

  async #do<Value>(deed: Deed, work: (db: LibSQLDatabase) => Promise<Value>): Promise<Value> {
    for (const deadline = performance.now() + WAIT_MS; ; await sleep(LOOK_MS)) {
      try {
        const { db } = await this.#connected()
        const value = await work(db)
        this.#problems.delete(deed)
        return value
      } catch (error) {
        if (!isTrouble(error)) throw error
        await this.#disconnect()
        if (isDamage(error)) throw this.#putAside(error)
        const mayPass = isClosed(error) || sqliteCode(error)?.startsWith('SQLITE_BUSY')
        if (mayPass && performance.now() < deadline) continue
        const problem = `the database cannot be ${deed}: ${reasonOf(error)}`
        this.#note(deed, problem)
        throw this.#refusal(`${problem}; nothing was changed, try again later`)
      }
    }
  }

  async #connected(): Promise<Connection> {
    if (!this.#lock) throw this.#refusal(`the database cannot be opened: ${this.#problems.get('opened')}`)
    this.#connection ??= this.#connectOrBeginAnew()
    const connection = await this.#connection
    this.#isChecked = true
    this.#problems.delete('opened')
    return connection
  }

  async #connectOrBeginAnew(): Promise<Connection> {
    try {
      return await connect(this.#file, this.#isChecked)
    } catch (error) {
      if (!isDamage(error)) throw error
      this.#putAside(error)
      return connect(this.#file, false)
    }
  }

  /** A statement that failed may stay open in libSQL and keep the next one from its end (libsql-client-ts issue 352). */
  async #disconnect(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    const { client } = (await connection?.catch(() => undefined)) ?? {}
    client?.close()
  }

  /** Puts the damaged file out of the way under a name that is not taken; the next who asks begins a new one. */
  #putAside(damage: unknown): InputError {
    let count = 1
    while (existsSync(`${this.#file}.damaged-${count}`)) count += 1
    const aside = `${this.#file}.damaged-${count}`
    try {
      for (const companion of companions) {
        if (existsSync(this.#file + companion)) renameSync(this.#file + companion, aside + companion)
      }
    } catch (error) {
      this.#note('opened', `${this.#file} is damaged (${reasonOf(damage)}) and cannot be renamed: ${reasonOf(error)}`)
      return this.#refusal('the database is damaged, and no new one can be begun')
    }
    this.#warn(`${this.#file} is damaged (${reasonOf(damage)}); it was kept as ${aside}, and a new one is begun`)
    return this.#refusal('the database was damaged; it was kept aside and a new one is begun: do it again')
  }

  #note(deed: Deed, problem: string, isNews = this.#problems.get(deed) !== problem): void {
    this.#problems.set(deed, problem)
    if (isNews) this.#warn(`${problem}; until that is mended nothing is saved in ${this.#file}`)
  }

  #refusal(message: string): InputError {
    return refuse('EE_STORE', '$', this.#forEverybody(message))
  }

  /** Where the data of a server is on its disk is nobody else's business. */
  #forEverybody(message: string): string {
    return message.replaceAll(this.#folder, 'its folder')
  }
}
