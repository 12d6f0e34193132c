import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ScenarioSummary } from '../../../shared/schema/api.ts'

/** The tables as queries see them; `migrations.ts` makes them. Instants are UTC milliseconds. */

/** Scenarios people saved; never removed but by those who hold the edit token. */
export const savedScenarios = sqliteTable('saved_scenarios', {
  id: text('id').primaryKey(),
  /** Rises by one with every change. */
  revision: integer('revision').notNull(),
  /** SHA-256 of the edit token. */
  tokenHash: text('token_hash').notNull(),
  /** Saved under a name of one's own; others are found by their link only. */
  isListed: integer('is_listed', { mode: 'boolean' }).notNull(),
  changedAt: integer('changed_at').notNull(),
  summary: text('summary', { mode: 'json' }).$type<ScenarioSummary>().notNull(),
  /** As it was saved, in its own schema version. */
  scenario: text('scenario', { mode: 'json' }).$type<unknown>().notNull(),
})

/** Runs, ensembles and whatever else was asked for: begun with `isUnderWay`, kept with their content when they end. */
export const results = sqliteTable('results', {
  id: text('id').primaryKey(),
  /** `run`, `ensemble`, `comparison`. */
  kind: text('kind').notNull(),
  /** Equal for equal questions to equal data and engine; see requestKey.ts. */
  requestKey: text('request_key').notNull(),
  scenarioHash: text('scenario_hash').notNull(),
  seed: text('seed').notNull(),
  engineVersion: text('engine_version').notNull(),
  dataVersion: text('data_version').notNull(),
  isUnderWay: integer('is_under_way', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  lastReadAt: integer('last_read_at').notNull(),
  /** Size of the content. */
  bytes: integer('bytes').notNull(),
  /** What lists show of it. */
  info: text('info', { mode: 'json' }).$type<object>().notNull(),
  /** What was asked: scenarios, seed, parameters. */
  request: text('request', { mode: 'json' }).$type<object>().notNull(),
  /** Compressed JSON (packing.ts); null while it is under way. The last column, so that lists do not read it. */
  content: blob('content', { mode: 'buffer' }),
})
