// The real worker of ensembles, except that it breaks at replication 1 when its seed is `HOW:FILE`, with HOW one of the
// names below: each time while FILE does not exist, and `HOW-once` only the first time. Only the tests start this file.
import { existsSync, writeFileSync } from 'node:fs'

const { runReplications: really } = await import(new URL('../../../dist/server/ensemble.worker.js', import.meta.url))

/** The first chunks have one replication each, so 0 always comes in. */
const BREAKS_AT = 1

const breakings = {
  throw() {
    throw new Error('secret detail of the error')
  },
  async crash() {
    queueMicrotask(() => {
      throw new Error('secret detail of the crash')
    })
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
  exit() {
    process.exit(0)
  },
  'out-of-memory'() {
    const kept = []
    for (;;) kept.push(new Array(100_000).fill(kept.length))
  },
  'never-end'() {
    for (;;) Math.sqrt(2)
  },
  'short-records'({ count }) {
    return { records: Array.from({ length: count }, () => new ArrayBuffer(4)), elapsedMs: count }
  },
}

export async function runReplications(task) {
  const { seed = '' } = JSON.parse(task.job)
  const [how, file] = seed.split(':')
  const name = how.replace('-once', '')
  const isHere = task.first <= BREAKS_AT && BREAKS_AT < task.first + task.count
  if (isHere && name in breakings && !existsSync(file)) {
    if (name !== how) writeFileSync(file, '')
    return breakings[name](task)
  }
  return really(task)
}
