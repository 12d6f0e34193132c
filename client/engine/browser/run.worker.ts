import { player } from '../../../shared/playback/player.ts'
import type { ToWorker } from '../../../shared/playback/workerMessages.ts'
import { browserClock } from './browserClock.ts'

/** The worker of one run in the browser; the server's does the same in a thread. */
const obey = player(browserClock, (message) => self.postMessage(message))
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => obey(data))
