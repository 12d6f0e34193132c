import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { InputError } from '../../shared/lib/errors.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { Playback } from './playback.ts'
import type { FromWorker, StartMessage, ToWorker } from './workerMessages.ts'

/** The thread of one run: makes its pool, plays its days, obeys the server. */
const server = parentPort
if (!server) throw new Error('run.worker is started by the server, as a worker thread')

// On Linux a thread has its own priority: the simulation gives way to the thread that serves the readers.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

const post = (message: FromWorker): void => server.postMessage(message)
let playback: Playback | undefined

function start({ scenario, seed, history, speed, paused }: StartMessage): void {
  playback = new Playback(simulate(scenario, { seed, history }), { speed, paused, post })
  try {
    playback.start()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    post({ type: 'failed', code: error.code, message: error.message })
  }
}

server.on('message', (message: ToWorker) => {
  if (message.type === 'start') start(message)
  else playback?.obey(message)
})
