import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../../server/runtime/store/migrations.ts'
import { results, savedScenarios } from '../../../server/runtime/store/schema.ts'
import { storeWith } from '../../helpers/store.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'
import { testScenario } from '../../helpers/testScenario.ts'

const clientOf = (dataDir: string) => createClient({ url: `file:${join(dataDir, 'store', 'store.db')}` })

describe('the migrations of the database', () => {
  it('make the tables that the schema describes', async () => {
    const dataDir = temporaryFolder()
    await (await storeWith(dataDir)).close()
    const client = clientOf(dataDir)
    const { rows } = await client.execute('PRAGMA user_version')
    expect(rows[0].user_version).toBe(migrations.length)
    for (const table of [results, savedScenarios]) {
      const { rows: columns } = await client.execute(`PRAGMA table_info(${getTableName(table)})`)
      expect(columns.map(({ name }) => name)).toEqual(Object.values(getTableColumns(table)).map(({ name }) => name))
    }
    client.close()
  })

  it('leave alone what a newer program has made: it is refused, and not taken for damaged', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, 'store'))
    const client = clientOf(dataDir)
    await client.execute(`PRAGMA user_version = ${migrations.length + 1}`)
    client.close()
    const warnings: string[] = []
    const store = await storeWith(dataDir, { warn: (message) => warnings.push(message) })
    await expect(store.scenarios.create(testScenario, 'mine')).rejects.toThrow(/a newer program made it/)
    expect(store.health).toMatchObject({ problem: expect.stringContaining('a newer program'), keptAside: [] })
    expect(warnings.join()).toContain('a newer program made it')
    await store.close()
  })
})
