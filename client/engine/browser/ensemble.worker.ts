import type { EnsembleTask } from '../../../shared/playback/ensembleTask.ts'
import { replications } from '../../../shared/playback/replications.ts'
import { browserClock } from './browserClock.ts'

/** One of the workers of an ensemble in the browser: a task in, its records out, handed over without copying. */
const answerOf = replications(browserClock)
self.addEventListener('message', ({ data }: MessageEvent<EnsembleTask>) => {
  const answer = answerOf(data)
  self.postMessage(answer, { transfer: 'records' in answer ? answer.records : [] })
})
