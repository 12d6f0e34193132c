import { join } from 'node:path'
import { Store, type StoreOptions } from '../../server/runtime/store/store.ts'
import { publishedDraws } from '../../shared/draws/history.ts'

/** The real store of a data folder, open. */
export async function storeWith(dataDir: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = new Store({
    folder: join(dataDir, 'store'),
    history: publishedDraws,
    limits: { storedResults: 1000, storedMb: 512, storedDays: 180, savedScenarios: 1000 },
    warn: () => {},
    ...options,
  })
  await store.open()
  return store
}
