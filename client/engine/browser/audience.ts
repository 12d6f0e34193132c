import type { Listener, Transport } from '../transport.ts'

/** The parts of this page that follow one run or ensemble of this browser: told at once, nothing gets lost on the way. */
export class Audience<Message, Command> {
  readonly #listeners = new Set<Listener<Message>>()
  readonly #obey: (command: Command) => void

  constructor(obey: (command: Command) => void) {
    this.#obey = obey
  }

  get size(): number {
    return this.#listeners.size
  }

  /** Takes in a listener, with what it needs to know first. */
  admit(listener: Listener<Message>, first: Message): Transport<Command> {
    this.#listeners.add(listener)
    listener.onLink('open')
    listener.onMessage(first)
    return {
      send: (command) => this.#obey(command),
      close: () => {
        if (this.#listeners.delete(listener)) listener.onLink('closed')
      },
    }
  }

  say(message: Message): void {
    for (const listener of this.#listeners) listener.onMessage(message)
  }
}

interface Followed<Message, Command> {
  join(listener: Listener<Message>): Transport<Command>
}

/**
 * Follows what is found. When there is nothing, or it cannot be begun, whoever asked for its state was told so; here the line is
 * closed at once.
 */
export function joined<Message, Command>(
  find: () => Followed<Message, Command> | undefined,
  listener: Listener<Message>,
): Transport<Command> {
  try {
    const followed = find()
    if (followed) return followed.join(listener)
  } catch {
    // Said by the promise that asks for its state.
  }
  listener.onLink('closed')
  return { send: () => undefined, close: () => undefined }
}
