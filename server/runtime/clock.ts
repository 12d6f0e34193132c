import type { Clock } from '../../shared/playback/clock.ts'

/** The time of this process. */
export const serverClock: Clock = {
  nowMs: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}
