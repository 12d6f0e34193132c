import { randomBytes } from 'node:crypto'
import { and, count, desc, eq } from 'drizzle-orm'
import { refuse } from '../../../shared/lib/errors.ts'
import { migrateScenario } from '../../../shared/scenario/migrate.ts'
import { summaryOf } from '../../../shared/scenario/summary.ts'
import type { ScenarioSummary } from '../../../shared/schema/api.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import type { Database } from './database.ts'
import { sha256 } from './requestKey.ts'
import { savedScenarios as table } from './schema.ts'

/** Nobody guesses an id or a token of so many random bytes. */
const SECRET_BYTES = 16

/** Whether an id is of the kind that whoever knows it was told it: what goes by it is in no list. */
export const isSecret = (id: string): boolean => /^[0-9a-f]{32}$/.test(id)

export interface SavedScenario {
  /** In the present schema version, as good as it was when it was saved: whoever runs it reads it first. */
  scenario: unknown
  revision: number
}

export interface NewlySaved {
  id: string
  revision: number
  /** Told once; only its hash is kept. */
  editToken: string
}

/** What became of a change: `stale` = it was changed since `revision`, and is now at `current`. */
export type Change =
  | { outcome: 'done'; revision: number }
  | { outcome: 'absent' }
  | { outcome: 'forbidden' }
  | { outcome: 'stale'; current: number }

/** Who changes which revision; `any` = whatever it is by now. */
export interface ChangeRight {
  id: string
  editToken: string
  revision: number | 'any'
}

export interface SavedScenariosOptions {
  database: Database
  /** Most that are kept; there is no other limit, for nothing saved goes by itself. */
  limit: number
  now(): number
}

/** Scenarios people saved. A saved scenario is called what its address is: its `id` is set to that. */
export class SavedScenarios {
  readonly #options: SavedScenariosOptions

  constructor(options: SavedScenariosOptions) {
    this.#options = options
  }

  /** Those saved under a name of one's own, changed last first. @throws InputError EE_STORE */
  list(): Promise<ScenarioSummary[]> {
    return this.#database.read(async (db) => {
      const rows = await db
        .select({ summary: table.summary })
        .from(table)
        .where(eq(table.isListed, true))
        .orderBy(desc(table.changedAt))
      return rows.map(({ summary }) => summary)
    })
  }

  /** @throws InputError EE_STORE */
  find(id: string): Promise<SavedScenario | undefined> {
    return this.#database.read(async (db) => {
      const [row] = await db.select().from(table).where(eq(table.id, id))
      return row && { scenario: migrateScenario(row.scenario), revision: row.revision }
    })
  }

  /**
   * Saves a scenario for the first time: under a name, which is listed, or else under an id that nobody can guess, which is
   * not. Undefined when the name is taken.
   *
   * @throws InputError EE_LIMIT when as many are saved as this server allows; EE_STORE
   */
  create(scenario: Scenario, name?: string): Promise<NewlySaved | undefined> {
    const id = name ?? randomBytes(SECRET_BYTES).toString('hex')
    const editToken = randomBytes(SECRET_BYTES).toString('base64url')
    return this.#database.write(async (db) => {
      const [{ saved }] = await db.select({ saved: count() }).from(table)
      if (saved >= this.#options.limit) {
        const message = `this server keeps up to ${this.#options.limit} saved scenarios; delete one, or save it as a file`
        throw refuse('EE_LIMIT', '$', message)
      }
      const content = { tokenHash: sha256(editToken), isListed: name !== undefined, ...this.#contentOf(scenario, id) }
      const made = await db
        .insert(table)
        .values({ id, revision: 1, ...content })
        .onConflictDoNothing()
        .returning({ revision: table.revision })
      return made[0] && { id, revision: made[0].revision, editToken }
    })
  }

  /** Puts another content in the place of the one that `right` knows. @throws InputError EE_STORE */
  replace(right: ChangeRight, scenario: Scenario): Promise<Change> {
    return this.#change(right, async (db, revision) => {
      const next = revision + 1
      await db
        .update(table)
        .set({ revision: next, ...this.#contentOf(scenario, right.id) })
        .where(and(eq(table.id, right.id), eq(table.revision, revision)))
      return next
    })
  }

  /** @throws InputError EE_STORE */
  remove(right: ChangeRight): Promise<Change> {
    return this.#change(right, async (db, revision) => {
      await db.delete(table).where(and(eq(table.id, right.id), eq(table.revision, revision)))
      return revision
    })
  }

  get #database(): Database {
    return this.#options.database
  }

  #contentOf(scenario: Scenario, id: string) {
    const named = { ...scenario, id }
    return { changedAt: this.#options.now(), summary: { ...summaryOf(named), builtIn: false }, scenario: named }
  }

  /** Writes wait for one another, so nothing changes between the look and the deed. */
  #change(
    { id, editToken, revision }: ChangeRight,
    deed: (db: Parameters<Parameters<Database['write']>[0]>[0], revision: number) => Promise<number>,
  ): Promise<Change> {
    return this.#database.write(async (db): Promise<Change> => {
      const columns = { current: table.revision, tokenHash: table.tokenHash }
      const [row] = await db.select(columns).from(table).where(eq(table.id, id))
      if (!row) return { outcome: 'absent' }
      if (row.tokenHash !== sha256(editToken)) return { outcome: 'forbidden' }
      if (revision !== 'any' && revision !== row.current) return { outcome: 'stale', current: row.current }
      return { outcome: 'done', revision: await deed(db, row.current) }
    })
  }
}
