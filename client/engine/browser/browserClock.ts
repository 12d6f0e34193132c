import type { Clock } from '../../../shared/playback/clock.ts'

/** The time of this page or worker. */
export const browserClock: Clock = {
  nowMs: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}
