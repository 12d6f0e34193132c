import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { InputError } from '../../../shared/lib/errors.ts'
import type { Database } from './database.ts'
import { pack, unpack } from './packing.ts'
import { type ResultRequest, requestKey, scenarioHash } from './requestKey.ts'
import { results as table } from './schema.ts'

/** Lists show so many, the newest. */
const LISTED = 200
const MS_PER_DAY = 86_400_000
/** Reading is noted at most so often. */
const READING_MS = 60_000

export interface ResultLimits {
  /** Results that are kept. */
  storedResults: number
  /** MiB of them. */
  storedMb: number
  /** Days one is kept that nobody reads. */
  storedDays: number
}

/** What lists show of a result; whoever asks for a kind knows its fields. */
export interface ResultInfo {
  id: string
  createdAt: string
}

export interface StoredResult<Info extends ResultInfo = ResultInfo> {
  info: Info
  /** False when it is over; true when it is going on, or was when a server ended that could not go on with it. */
  isUnderWay: boolean
  /** Null while it is under way. */
  content: unknown
}

export interface NewResult {
  request: ResultRequest
  info: ResultInfo
}

export interface ResultsOptions {
  database: Database
  limits: ResultLimits
  engineVersion: string
  /** Which published draws and assumptions this server answers from. */
  dataVersion: string
  now(): number
  warn(message: string): void
}

/**
 * What was computed, of any kind: kept when it ends, found by its id or by the same request, and given up, longest unread
 * first, when there is too much. Keeping never fails: what cannot be kept is logged, and told to those who wait all the same.
 */
export class Results {
  readonly #options: ResultsOptions

  constructor(options: ResultsOptions) {
    this.#options = options
  }

  /** Notes that something is under way, so that it is not forgotten should the server end before it does. */
  begin(result: NewResult): Promise<void> {
    return this.#keep(result, null)
  }

  /** Keeps what has ended, begun or not. `content` is any JSON. */
  async keep(result: NewResult, content: unknown): Promise<void> {
    await this.#keep(result, pack(content))
    await this.#ifItWorks(this.#giveUp())
  }

  /** @throws InputError EE_STORE */
  find<Info extends ResultInfo>(kind: string, id: string): Promise<StoredResult<Info> | undefined> {
    return this.#first(and(eq(table.kind, kind), eq(table.id, id)))
  }

  /** The newest that answers the same request of the same engine and data; undefined also when the store does not work. */
  async same<Info extends ResultInfo>(request: ResultRequest): Promise<StoredResult<Info> | undefined> {
    const isSame = and(eq(table.requestKey, requestKey(request, this.#options)), eq(table.isUnderWay, false))
    return this.#ifItWorks(this.#first<Info>(isSame))
  }

  /** The newest of a kind, without their contents; none when the store does not work. */
  async list<Info extends ResultInfo>(kind: string): Promise<Omit<StoredResult<Info>, 'content'>[]> {
    const rows = await this.#ifItWorks(
      this.#options.database.read((db) =>
        db
          .select({ info: table.info, isUnderWay: table.isUnderWay })
          .from(table)
          .where(eq(table.kind, kind))
          .orderBy(desc(table.createdAt))
          .limit(LISTED),
      ),
    )
    return (rows ?? []).map(({ info, isUnderWay }) => ({ info: info as Info, isUnderWay }))
  }

  /** False when there is none of that kind and id. @throws InputError EE_STORE */
  async remove(kind: string, id: string): Promise<boolean> {
    const removed = await this.#options.database.write((db) =>
      db
        .delete(table)
        .where(and(eq(table.kind, kind), eq(table.id, id)))
        .returning({ id: table.id }),
    )
    return removed.length > 0
  }

  /** The same for what somebody gave up: when it does not work, it is logged. */
  async forget(kind: string, id: string): Promise<void> {
    const isDone = await this.#ifItWorks(this.remove(kind, id))
    if (isDone === undefined) this.#options.warn(`the ${kind} ${id}, which was given up, stays in the store`)
  }

  async #keep({ request, info }: NewResult, content: Buffer | null): Promise<void> {
    const { engineVersion, dataVersion, now, database } = this.#options
    const ended = { isUnderWay: content === null, lastReadAt: now(), bytes: content?.length ?? 0, info, content }
    const row = {
      id: info.id,
      kind: request.kind,
      requestKey: requestKey(request, this.#options),
      scenarioHash: scenarioHash(request.scenarios),
      seed: request.seed,
      ...{ engineVersion, dataVersion, request },
      createdAt: Date.parse(info.createdAt),
      ...ended,
    }
    const written = database.write((db) =>
      db.insert(table).values(row).onConflictDoUpdate({ target: table.id, set: ended }),
    )
    const isDone = await this.#ifItWorks(written)
    if (!isDone && content) this.#options.warn(`the ${request.kind} ${info.id} has ended and is not kept`)
  }

  async #first<Info extends ResultInfo>(condition: SQL | undefined): Promise<StoredResult<Info> | undefined> {
    const { id, info, isUnderWay, lastReadAt, content } = table
    const [row] = await this.#options.database.read((db) =>
      db
        .select({ id, info, isUnderWay, lastReadAt, content })
        .from(table)
        .where(condition)
        .orderBy(desc(table.createdAt))
        .limit(1),
    )
    if (!row) return undefined
    if (this.#options.now() - row.lastReadAt > READING_MS) void this.#ifItWorks(this.#noteReading(row.id))
    return { info: row.info as Info, isUnderWay: row.isUnderWay, content: row.content && unpack(row.content) }
  }

  async #noteReading(id: string): Promise<void> {
    const lastReadAt = this.#options.now()
    await this.#options.database.write((db) => db.update(table).set({ lastReadAt }).where(eq(table.id, id)))
  }

  /** Gives up what nobody has read for too long, then the longest unread until the rest is no more than there may be. */
  #giveUp(): Promise<void> {
    const { limits, now, database } = this.#options
    return database.write(async (db) => {
      await db.delete(table).where(lt(table.lastReadAt, now() - limits.storedDays * MS_PER_DAY))
      await db.run(sql`
        DELETE FROM results WHERE id IN (
          SELECT id FROM (
            SELECT id, row_number() OVER newest AS place, sum(bytes) OVER newest AS total
            FROM results WHERE is_under_way = 0
            WINDOW newest AS (ORDER BY last_read_at DESC, created_at DESC, id)
          ) WHERE place > ${limits.storedResults} OR total > ${limits.storedMb * 2 ** 20}
        )`)
    })
  }

  /** Undefined when the store does not work: that was said, once, by the database. A defect must not end what runs either. */
  async #ifItWorks<Value>(attempt: Promise<Value>): Promise<Value | undefined> {
    try {
      return await attempt
    } catch (error) {
      if (!(error instanceof InputError)) this.#options.warn(`the store has a defect: ${error}`)
      return undefined
    }
  }
}
