import { publishedDraws } from '../../../shared/draws/history.ts'
import { RunRecord } from '../../../shared/playback/runRecord.ts'
import type { FromWorker, ToWorker } from '../../../shared/playback/workerMessages.ts'
import type { ClientMessage, ServerMessage, UnnumberedMessage } from '../../../shared/protocol/messages.ts'
import type { RunInfo } from '../../../shared/schema/api.ts'
import type { Provenance } from '../../../shared/schema/provenance.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { provenanceOf } from '../../../shared/simulation/provenance.ts'
import type { RunListener, RunTransport } from '../transport.ts'
import { Audience } from './audience.ts'

const startWorker = (): Worker => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' })

export interface BrowserRunOptions {
  id: string
  scenario: Scenario
  seed: string
  /** Simulated days a second. */
  speed: number
  paused: boolean
}

/** One run of this browser: the worker that plays it, how it stands, and the parts of the page that follow it. */
export class BrowserRun {
  readonly #options: BrowserRunOptions
  readonly #record: RunRecord
  readonly #worker = startWorker()
  readonly #audience = new Audience<ServerMessage, ClientMessage>((command) => this.#obey(command))
  readonly #createdAt = new Date()
  #seq = 0

  constructor(options: BrowserRunOptions) {
    this.#options = options
    this.#record = new RunRecord(options.speed)
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#say(this.#record.hear(data))
    this.#worker.onerror = (event) => {
      event.preventDefault()
      const message = 'The simulation met an unexpected error and was stopped.'
      this.#say([this.#record.fail('EE_RUN_FAILED', message)])
    }
    const { scenario, seed, speed, paused } = options
    this.#tell({ type: 'start', scenario, seed, speed, paused })
  }

  get info(): RunInfo {
    const { id, scenario, seed } = this.#options
    return {
      id,
      stream: id,
      status: this.#record.status,
      scenarioId: scenario.id,
      title: scenario.title,
      seed,
      createdAt: this.#createdAt.toISOString(),
      resumedAt: null,
      failure: this.#record.failure,
      date: this.#record.date,
      draws: this.#record.state.draws.length,
      readers: this.#audience.size,
    }
  }

  /** Undefined while the pool is being made. */
  get provenance(): Provenance | undefined {
    const { started } = this.#record.state
    if (!started) return undefined
    const { seed, rulesetId, asOf } = started
    return provenanceOf(this.#options.scenario, { seed, rulesetId, snapshot: { asOf } }, publishedDraws)
  }

  get isFollowed(): boolean {
    return this.#audience.size > 0
  }

  join(listener: RunListener): RunTransport {
    return this.#audience.admit(listener, this.#record.snapshot(this.#options.id, this.#seq))
  }

  /** Ends the worker. */
  close(): void {
    this.#worker.terminate()
  }

  #obey(command: ClientMessage): void {
    if (!this.#record.isActive) return
    if (command.type === 'cancel') {
      this.#say([this.#record.cancel()])
      return
    }
    if (command.type === 'speed') this.#record.speed = command.daysPerSecond
    this.#tell(command as ToWorker)
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #say(messages: readonly UnnumberedMessage[]): void {
    for (const message of messages) {
      this.#seq += 1
      this.#audience.say({ ...message, seq: this.#seq })
    }
    if (!this.#record.isActive) this.#worker.terminate()
  }
}
