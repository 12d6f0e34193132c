import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeWith } from '../../helpers/store.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'
import { testScenario } from '../../helpers/testScenario.ts'

const PAGE_BYTES = 4096

const damages: Record<string, (bytes: Buffer) => Uint8Array> = {
  'is something else': () => Buffer.from('notes of somebody '.repeat(1000)),
  'has a broken page': (bytes) => bytes.fill(0xff, PAGE_BYTES, 4 * PAGE_BYTES),
  'was cut off': (bytes) => bytes.subarray(0, 2 * PAGE_BYTES),
}

describe('a database file that', () => {
  it.each(Object.entries(damages))('%s is kept aside as it is, each time under another name', async (_, damage) => {
    const dataDir = temporaryFolder()
    const file = join(dataDir, 'store', 'store.db')
    const aside: string[] = []
    for (const number of [1, 2]) {
      const before = await storeWith(dataDir)
      await before.scenarios.create(testScenario, 'mine')
      await before.close()
      const damaged = damage(readFileSync(file))
      writeFileSync(file, damaged)
      aside.push(`store.db.damaged-${number}`)
      const warnings: string[] = []
      const store = await storeWith(dataDir, { warn: (message) => warnings.push(message) })
      expect(store.health).toEqual({ problem: null, keptAside: aside })
      expect(warnings).toEqual([expect.stringContaining(`it was kept as ${file}.damaged-${number}`)])
      expect(readFileSync(`${file}.damaged-${number}`).equals(damaged)).toBe(true)
      expect(await store.scenarios.find('mine')).toBeUndefined()
      await store.close()
    }
  })
})

describe('a folder', () => {
  it('that cannot be made for a file in its place is left as it is, and everything is refused', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'store'), 'a file of somebody')
    const store = await storeWith(dataDir)
    await expect(store.scenarios.create(testScenario, 'mine')).rejects.toMatchObject({ code: 'EE_STORE' })
    expect(await store.results.list('run')).toEqual([])
    expect(store.health.problem).toContain('cannot be used')
    await store.close()
    expect(readFileSync(join(dataDir, 'store'), 'utf8')).toBe('a file of somebody')
  })
})
