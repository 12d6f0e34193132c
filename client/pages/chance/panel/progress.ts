/** How far the simulation of the futures is. */
export interface FuturesProgress {
  done: number
  of: number
  /** Null = not known yet. */
  leftMs: number | null
}

const counts = /(\d+) of the first (\d+) futures/
const seconds = /about (\d+) s\b/

/**
 * Reads how far the server is out of its EE_BUSY; undefined when it is busy with something else.
 *
 * @example
 * progressOf('12 of the first 100 futures are simulated; ask again in about 30 s')   // { done: 12, of: 100, leftMs: 30_000 }
 */
export function progressOf(message: string): FuturesProgress | undefined {
  const found = counts.exec(message)
  if (!found) return undefined
  const left = seconds.exec(message)
  return { done: Number(found[1]), of: Number(found[2]), leftMs: left ? 1000 * Number(left[1]) : null }
}
