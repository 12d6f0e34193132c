/**
 * How the database came to be as it is: the n-th entry leads from version n - 1 to n, and each is applied once, as a whole.
 * What was released is never edited; a change of a table is another entry.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE saved_scenarios (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      token_hash TEXT NOT NULL,
      is_listed INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      summary TEXT NOT NULL,
      scenario TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE results (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      request_key TEXT NOT NULL,
      scenario_hash TEXT NOT NULL,
      seed TEXT NOT NULL,
      engine_version TEXT NOT NULL,
      data_version TEXT NOT NULL,
      is_under_way INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      last_read_at INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      info TEXT NOT NULL,
      request TEXT NOT NULL,
      content BLOB
    ) STRICT`,
    'CREATE INDEX results_by_request ON results (request_key)',
    'CREATE INDEX results_by_kind ON results (kind, created_at)',
    'CREATE INDEX results_by_reading ON results (last_read_at, bytes)',
  ],
]
