import type { Backend } from '../engine/backend.ts'

/**
 * Ends an ensemble that nobody will ever see: the page that began it was left before it had an id. One that is over takes no
 * room, and may be somebody else's who asked for the same. Never rejects.
 */
export async function releaseEnsemble(backend: Backend, id: string): Promise<void> {
  try {
    const { status } = await backend.ensemble(id)
    if (status === 'running') await backend.removeEnsemble(id)
  } catch {
    // Already gone, or the server is: either way there is nothing left to end.
  }
}
