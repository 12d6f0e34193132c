// The real worker, except that it breaks when its seed says so. Only the tests start this file.
import { parentPort } from 'node:worker_threads'

await import(new URL('../../../dist/server/run.worker.js', import.meta.url))

const breakings = {
  crash() {
    throw new Error('secret detail of the crash')
  },
  exit() {
    process.exit(0)
  },
  'out-of-memory'() {
    const kept = []
    for (;;) kept.push(new Array(100_000).fill(kept.length))
  },
  'never-yield'() {
    for (;;) Math.sqrt(2)
  },
}

parentPort.on('message', ({ type, seed }) => {
  if (type === 'start' && Object.hasOwn(breakings, seed)) setTimeout(breakings[seed], 50)
})
