import { remembered } from '../../../lib/remembered.ts'

const tokens = remembered('scenarioEditTokens')

function readTokens(): Record<string, string> {
  try {
    const known: unknown = JSON.parse(tokens.read() ?? '{}')
    return typeof known === 'object' && known !== null ? { ...(known as Record<string, string>) } : {}
  } catch {
    return {}
  }
}

/** Revisions this page has seen: another tab of this browser may have seen others. */
const seen = new Map<string, number>()

/** What this browser may change on the server: tokens are kept in it, and given to nobody. */
export const editRights = {
  /** The token of a saved scenario; undefined when this browser did not save it first. */
  tokenOf: (id: string): string | undefined => {
    const known = readTokens()
    return Object.hasOwn(known, id) ? known[id] : undefined
  },
  keep: (id: string, token: string): void => tokens.write(JSON.stringify({ ...readTokens(), [id]: token })),
  /** 0 is no revision: the server then says what the present one is. */
  revisionOf: (id: string): number => seen.get(id) ?? 0,
  see: (id: string, revision: number): void => {
    seen.set(id, revision)
  },
}
