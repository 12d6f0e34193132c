import type { History } from './history.ts'
import type { Workspace } from './workspace.ts'

interface Kept {
  history: History<Workspace>
  /** What stands behind the # of the address then. */
  hash: string
}

let kept: Kept | null = null

/** The workspace while the reader looks at another page, whatever fits into an address. */
export const keptLab = {
  read: (hash: string): History<Workspace> | null =>
    kept && (hash === '' || kept.hash === hash) ? kept.history : null,
  write(next: Kept): void {
    kept = next
  },
}
