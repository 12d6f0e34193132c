import type { LinkState, Listener, Transport } from './transport.ts'

/** How often the page is redrawn while something goes on. What goes on does not slow down. */
export const refreshRates = { 'every-frame': 0, 'four-a-second': 250, 'once-a-second': 1000 } as const
export type RefreshRate = keyof typeof refreshRates

export interface LiveState<View> {
  view: View
  link: LinkState
  /** Times the line came back after it had dropped. */
  returns: number
}

export interface LiveStoreOptions<View, Message, Command> {
  /** Before the first message. */
  empty: View
  reduce(view: View, message: Message): View
  open(listener: Listener<Message>): Transport<Command>
}

/**
 * Holds the newest state of one run or ensemble for React (`useSyncExternalStore`). Every message is taken in at once;
 * listeners are told at the chosen refresh rate, and without delay when the status changes.
 */
export class LiveStore<View extends { status: string }, Message, Command> {
  readonly #options: LiveStoreOptions<View, Message, Command>
  readonly #listeners = new Set<() => void>()
  #transport: Transport<Command> | undefined
  #view: View
  #shown: LiveState<View>
  #refresh: RefreshRate = 'four-a-second'
  #scheduled = false

  constructor(options: LiveStoreOptions<View, Message, Command>) {
    this.#options = options
    this.#view = options.empty
    this.#shown = { view: options.empty, link: 'connecting', returns: 0 }
  }

  readonly state = (): LiveState<View> => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Starts following; the returned function stops it. */
  open(): () => void {
    const transport = this.#options.open({
      onMessage: (message) => {
        this.#view = this.#options.reduce(this.#view, message)
        if (this.#view.status !== this.#shown.view.status) this.#show(this.#shown)
        else this.#showLater()
      },
      onLink: (link) => {
        const returned = link === 'open' && this.#shown.link === 'waiting'
        this.#show({ ...this.#shown, link, returns: this.#shown.returns + (returned ? 1 : 0) })
      },
    })
    this.#transport = transport
    return () => transport.close()
  }

  readonly send = (command: Command): void => this.#transport?.send(command)

  setRefresh(rate: RefreshRate): void {
    this.#refresh = rate
  }

  #show(state: LiveState<View>): void {
    this.#shown = { ...state, view: this.#view }
    for (const listener of this.#listeners) listener()
  }

  #showLater(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    const show = () => {
      this.#scheduled = false
      this.#show(this.#shown)
    }
    // A hidden tab gets no frames and so is not drawn until somebody looks at it again.
    if (this.#refresh === 'every-frame') requestAnimationFrame(show)
    else setTimeout(() => requestAnimationFrame(show), refreshRates[this.#refresh])
  }
}
