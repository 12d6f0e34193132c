import type { ClientMessage } from '../../shared/protocol/messages.ts'
import { emptyRunView, type RunView, reduceRun } from './runView.ts'
import type { LinkState, OpenTransport, RunTransport } from './transport.ts'

/** How often the page is redrawn while a run goes on. The run itself does not slow down. */
export const refreshRates = { 'every-frame': 0, 'four-a-second': 250, 'once-a-second': 1000 } as const
export type RefreshRate = keyof typeof refreshRates

export interface RunState {
  view: RunView
  link: LinkState
  /** Times the line came back after it had dropped. */
  returns: number
}

/**
 * Holds the newest state of one run for React (`useSyncExternalStore`). Every message is taken in at once; listeners are
 * told at the chosen refresh rate, and without delay when the run changes between playing, paused and over.
 */
export class RunStore {
  readonly #runId: string
  readonly #openTransport: OpenTransport
  readonly #listeners = new Set<() => void>()
  #transport: RunTransport | undefined
  #view: RunView = emptyRunView
  #shown: RunState = { view: emptyRunView, link: 'connecting', returns: 0 }
  #refresh: RefreshRate = 'four-a-second'
  #scheduled = false

  constructor(runId: string, openTransport: OpenTransport) {
    this.#runId = runId
    this.#openTransport = openTransport
  }

  readonly state = (): RunState => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Starts following the run; the returned function stops it. */
  open(): () => void {
    const transport = this.#openTransport(this.#runId, {
      onMessage: (message) => {
        this.#view = reduceRun(this.#view, message)
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

  readonly send = (message: ClientMessage): void => this.#transport?.send(message)

  setRefresh(rate: RefreshRate): void {
    this.#refresh = rate
  }

  #show(state: RunState): void {
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
