import type { DrawQuestion } from '../../../shared/reform/drawLine.ts'
import type { ReformEffects } from '../../../shared/reform/effects.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import type { FromReformWorker, PoolFacts, ToReformWorker } from './reformMessages.ts'

/** How the engine of the reform lab stands. */
export interface ReformEngineState {
  status: 'loading' | 'making' | 'ready' | 'failed'
  /** People of the pool that is being made; 0 before that is known. */
  persons: number
  pool: PoolFacts | null
  /** The newest answer, perhaps to an earlier question than the last one. */
  effects: ReformEffects | null
  isWorking: boolean
}

type Question = Omit<ToReformWorker, 'id'>

const startWorker = (): Worker => new Worker(new URL('./reform.worker.ts', import.meta.url), { type: 'module' })
const atFirst: ReformEngineState = { status: 'loading', persons: 0, pool: null, effects: null, isWorking: false }

/** A worker that scores a whole pool under one reform after another. Asked faster than it answers, it is told the newest only. */
export class ReformEngine {
  readonly #listeners = new Set<() => void>()
  #worker: Worker | null = null
  #state = atFirst
  #asked = 0
  #waiting: Question | null = null

  /** Starts the worker with the first listener; it stays, with its pool, when the page is left. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (!this.#worker && this.#state.status !== 'failed') this.start()
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): ReformEngineState => this.#state

  /** Starts anew; what was asked last is asked again. */
  start(): void {
    this.#worker?.terminate()
    this.#state = atFirst
    const worker = startWorker()
    worker.onmessage = ({ data }: MessageEvent<FromReformWorker>) => this.#hear(data)
    worker.onerror = (event) => {
      event.preventDefault()
      worker.terminate()
      this.#worker = null
      this.#become({ status: 'failed', isWorking: false })
    }
    this.#worker = worker
    this.#become({})
  }

  ask(reform: Reform, question: DrawQuestion): void {
    this.#waiting = { reform, question }
    if (this.#state.status === 'ready' && !this.#state.isWorking) this.#send()
  }

  #send(): void {
    if (!this.#waiting) return
    this.#asked += 1
    this.#worker?.postMessage({ id: this.#asked, ...this.#waiting } satisfies ToReformWorker)
    this.#waiting = null
    this.#become({ isWorking: true })
  }

  #hear(message: FromReformWorker): void {
    if (message.type === 'making') this.#become({ status: 'making', persons: message.persons })
    else if (message.type === 'ready') this.#become({ status: 'ready', pool: message.pool })
    else this.#become({ effects: message.effects, isWorking: false })
    if (message.type !== 'making') this.#send()
  }

  #become(change: Partial<ReformEngineState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** One for all visits to the page: its pool takes seconds to make. */
export const reformEngine = new ReformEngine()
