import { describe, expect, it } from 'vitest'
import type { Store } from '../../../server/runtime/store/store.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { storeWith } from '../../helpers/store.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'
import { testScenario } from '../../helpers/testScenario.ts'

const DAY_MS = 86_400_000
const start = Date.parse('2026-01-01T00:00:00Z')
const limits = { storedResults: 1000, storedMb: 512, storedDays: 180, savedScenarios: 1000 }
const requestOf = (seed: string, changes: object = {}) => ({
  kind: 'comparison',
  scenarios: [testScenario, { ...testScenario, seed: 'other' }],
  seed,
  parameters: { runs: 20 },
  ...changes,
})

/** A store whose clock is set by hand. */
async function storeAt(clock: { now: number }, changes: Partial<typeof limits> = {}): Promise<Store> {
  return storeWith(temporaryFolder(), { limits: { ...limits, ...changes }, now: () => clock.now })
}

/** Keeps results one minute after another, under the letters of `names`. */
async function keepAll(store: Store, clock: { now: number }, names: string, content: unknown = {}): Promise<void> {
  for (const id of names) {
    clock.now += 60_000
    const createdAt = new Date(clock.now).toISOString()
    await store.results.keep({ request: requestOf(id), info: { id, createdAt } }, content)
  }
}

const namesIn = async (store: Store) => (await store.results.list('comparison')).map(({ info }) => info.id).join('')

describe('a result of any kind', () => {
  it('is kept in one call, and found by its id and by the same request only', async () => {
    const clock = { now: start }
    const store = await storeAt(clock)
    const content = { differences: [1, 2.5, null], text: '<b>é</b>' }
    await keepAll(store, clock, 'a', content)
    const info = { id: 'a', createdAt: '2026-01-01T00:01:00.000Z' }
    expect(await store.results.find('comparison', 'a')).toEqual({ info, isUnderWay: false, content })
    expect(await store.results.same(requestOf('a'))).toMatchObject({ info, content })
    const [first, second] = requestOf('a').scenarios
    const others = [
      requestOf('b'),
      requestOf('a', { kind: 'ensemble' }),
      requestOf('a', { parameters: { runs: 21 } }),
      requestOf('a', { scenarios: [second, first] }),
      requestOf('a', { scenarios: [first] }),
    ]
    for (const other of others) expect(await store.results.same(other)).toBeUndefined()
    expect(await store.results.find('run', 'a')).toBeUndefined()
    expect([await store.results.remove('run', 'a'), await store.results.remove('comparison', 'a')]).toEqual([
      false,
      true,
    ])
    expect(await namesIn(store)).toBe('')
    await store.close()
  })

  it('computed from other draws or by another version does not answer', async () => {
    const dataDir = temporaryFolder()
    const clock = { now: start }
    const store = await storeWith(dataDir, { now: () => clock.now })
    await keepAll(store, clock, 'a')
    await store.close()
    const later = await storeWith(dataDir, { history: publishedDraws.slice(0, -1) })
    expect(await later.results.same(requestOf('a'))).toBeUndefined()
    expect(await namesIn(later)).toBe('a')
    await later.close()
  })

  it('that has only begun answers nothing, and is there when the server ends before it does', async () => {
    const dataDir = temporaryFolder()
    const store = await storeWith(dataDir)
    const info = { id: 'a', createdAt: '2026-01-01T00:00:00Z' }
    await store.results.begin({ request: requestOf('a'), info })
    await store.close()
    const later = await storeWith(dataDir)
    expect(await later.results.same(requestOf('a'))).toBeUndefined()
    expect(await later.results.find('comparison', 'a')).toEqual({ info, isUnderWay: true, content: null })
    await later.results.keep({ request: requestOf('a'), info }, { done: true })
    expect(await later.results.same(requestOf('a'))).toEqual({ info, isUnderWay: false, content: { done: true } })
    await later.close()
  })
})

describe('the results that stay', () => {
  it('are the newest read, as many as are allowed', async () => {
    const clock = { now: start }
    const store = await storeAt(clock, { storedResults: 3 })
    await keepAll(store, clock, 'abc')
    clock.now += 120_000
    await store.results.find('comparison', 'a')
    await keepAll(store, clock, 'd')
    expect(await namesIn(store)).toBe('dca')
    await store.close()
  })

  it('are no more bytes than are allowed', async () => {
    const clock = { now: start }
    const store = await storeAt(clock, { storedMb: 1 })
    const noise = Array.from({ length: 400_000 }, (_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 0)
      .map((number) => ((number ^ (number >>> 15)) % 36).toString(36))
      .join('')
    await keepAll(store, clock, 'abcdefgh', noise)
    const left = await namesIn(store)
    expect('hgfedcba'.startsWith(left)).toBe(true)
    expect(left.length).toBeGreaterThan(1)
    expect(left.length).toBeLessThan(8)
    await store.close()
  })

  it('were read within so many days; scenarios people saved stay for ever', async () => {
    const clock = { now: start }
    const store = await storeAt(clock, { storedDays: 30 })
    await keepAll(store, clock, 'ab')
    await store.scenarios.create(testScenario, 'mine')
    clock.now += 20 * DAY_MS
    await store.results.find('comparison', 'b')
    clock.now += 3650 * DAY_MS
    await keepAll(store, clock, 'c')
    expect(await namesIn(store)).toBe('c')
    expect(await store.scenarios.find('mine')).toMatchObject({ revision: 1 })
    await store.close()
  })
})
