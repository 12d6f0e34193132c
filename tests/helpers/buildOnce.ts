import { ensureBuilt } from '../../server/build.js'

/** Vitest's global setup: the CLI, contract and browser tests run what a user runs, the built program. */
export default async function setup(): Promise<void> {
  await ensureBuilt()
}
