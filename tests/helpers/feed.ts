import { readFileSync } from 'node:fs'

export type Entry = Record<string, unknown>

/** IRCC's feed as it was printed after the draw of 2025-12-17, unrepaired; a fresh copy each time. */
export function realFeed(): { rounds: Entry[] } {
  return JSON.parse(readFileSync(new URL('../corpus/ircc-draws-feed.json', import.meta.url), 'utf8'))
}

/** The entry of one draw with some fields changed. */
export function entryOf(drawNumber: string, changes: Entry = {}): Entry {
  const entry = realFeed().rounds.find((one) => one.drawNumber === drawNumber)
  if (!entry) throw new Error(`the feed has no draw ${drawNumber}`)
  return { ...entry, ...changes }
}

/** The real feed with some fields of one draw changed. */
export function feedWith(drawNumber: string, changes: Entry): { rounds: Entry[] } {
  return { rounds: realFeed().rounds.map((one) => (one.drawNumber === drawNumber ? { ...one, ...changes } : one)) }
}
