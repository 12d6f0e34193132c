// A worker whose run, once resumed, has far more draws than a network's buffers hold. Only the tests start this file.
import { parentPort } from 'node:worker_threads'

const BATCHES = 200
const DRAWS_PER_BATCH = 100
const padding = 'x'.repeat(1000)

parentPort.on('message', async ({ type }) => {
  if (type === 'start') parentPort.postMessage({ type: 'events', events: [{ type: 'started', until: '2026-01-01' }] })
  if (type !== 'resume') return
  for (let batch = 0; batch < BATCHES; batch++) {
    const events = Array.from({ length: DRAWS_PER_BATCH }, (_, index) => ({
      type: 'draw',
      number: batch * DRAWS_PER_BATCH + index + 1,
      padding,
    }))
    parentPort.postMessage({ type: 'events', events })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  parentPort.postMessage({ type: 'events', events: [{ type: 'finished', date: '2026-01-01' }] })
})
