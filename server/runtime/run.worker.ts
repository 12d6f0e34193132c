import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { player } from '../../shared/playback/player.ts'
import { serverClock } from './clock.ts'

/** The thread of one run: makes its pool, plays its days, obeys the server. */
const server = parentPort
if (!server) throw new Error('run.worker is started by the server, as a worker thread')

// On Linux a thread has its own priority: the simulation gives way to the thread that serves the readers.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

server.on(
  'message',
  player(serverClock, (message) => server.postMessage(message)),
)
