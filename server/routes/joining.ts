import { InputError } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'

/** The part of a websocket that is looked at before anybody reads from it. */
interface JoiningSocket {
  readonly readyState: number
  readonly OPEN: number
  close(code: number, reason: string): void
}

export interface Places<Item> {
  /** Those that are under way, or were read lately. */
  findHere(id: string): Item | undefined
  /** Also those in the store. */
  find(id: string): Promise<Item | undefined>
}

/**
 * What a websocket wants to follow; otherwise undefined, and the socket is closed. What is under way is found at once: a
 * command that comes right behind is not lost.
 */
export function found<Item>(
  socket: JoiningSocket,
  places: Places<Item>,
  id: string,
): Item | undefined | Promise<Item | undefined> {
  return places.findHere(id) ?? foundInStore(socket, places, id)
}

async function foundInStore<Item>(socket: JoiningSocket, places: Places<Item>, id: string): Promise<Item | undefined> {
  try {
    const item = await places.find(id)
    if (!item) socket.close(closeCodes.runGone, 'there is nothing of that id')
    // Whoever left meanwhile would be waited for in vain.
    return socket.readyState === socket.OPEN ? item : undefined
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    socket.close(closeCodes.tryAgainLater, 'what is saved cannot be read at the moment')
    return undefined
  }
}
