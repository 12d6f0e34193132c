/**
 * Runs and ensembles of this browser end with its page. Their ids say how to make them again, so that an address that is
 * loaded again gives the same: `baseline-2026~maple~k3x9`. One that names a scenario of the program may be sent to somebody;
 * a scenario of the reader's own is known in their window only.
 */
export interface TellingId {
  scenarioId: string
  seed: string
  /** Replications of an ensemble; absent for a run. */
  runs?: number
}

const SEPARATOR = '~'
const written = (part: string): string => encodeURIComponent(part).replaceAll(SEPARATOR, '%7E')

/** Tells one thing from others that are made in the same way. */
export const newMark = (): string => crypto.getRandomValues(new Uint32Array(1))[0].toString(36)

/** A new id; the same settings give another one each time. */
export function tellingId({ scenarioId, seed, runs }: TellingId): string {
  const parts = [scenarioId, seed, ...(runs === undefined ? [] : [String(runs)]), newMark()]
  return parts.map(written).join(SEPARATOR)
}

/** What an id says; undefined for one that was not made by {@link tellingId}. */
export function readTellingId(id: string): TellingId | undefined {
  const parts = id.split(SEPARATOR)
  if (parts.length !== 3 && parts.length !== 4) return undefined
  try {
    const [scenarioId, seed, runs] = parts.map(decodeURIComponent)
    return parts.length === 4 ? { scenarioId, seed, runs: Number(runs) } : { scenarioId, seed }
  } catch {
    // A per cent sign that escapes nothing: not written by us.
    return undefined
  }
}
