import { EnsembleClientMessage } from '../../shared/protocol/ensembleMessages.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import { Audience } from './audience.ts'
import { NewestFrame } from './newestFrame.ts'
import type { ReaderSocket } from './reader.ts'
import type { Resident } from './residents.ts'

/** What the store keeps of an ensemble that has ended; a failed one may have found nothing. */
export interface EnsembleContent {
  result: EnsembleResult | null
}

export interface EndedEnsembleOptions {
  info: EnsembleInfo
  /** Null of one that was interrupted. */
  content: EnsembleContent | null
  readersLimit: number
}

/** An ensemble from the store: read as any other, but nothing more comes. */
export class EndedEnsemble implements Resident {
  readonly id: string
  readonly isActive = false
  readonly info: EnsembleInfo
  readonly result: EnsembleResult | null
  readonly #log = new NewestFrame()
  readonly #audience: Audience<EnsembleClientMessage>

  constructor({ info, content, readersLimit }: EndedEnsembleOptions) {
    this.id = info.id
    this.info = info
    this.result = content?.result ?? null
    if (info.failure) this.#log.append({ type: 'failed', ...info.failure })
    else this.#log.append({ type: 'finished', progress: info.progress, result: this.result })
    this.#audience = new Audience({
      log: this.#log,
      commands: EnsembleClientMessage,
      obey: () => {},
      limit: readersLimit,
    })
  }

  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  /** Notes that somebody asked for this ensemble. */
  touch(): void {
    this.#audience.touch()
  }

  /** Tells a websocket what it found and how it ended. */
  join(socket: ReaderSocket): void {
    const reader = this.#audience.admit(socket)
    if (!reader) return
    reader.sendSnapshot(JSON.stringify({ type: 'started', seq: 0, info: this.info, result: this.result }), 0)
    reader.sendNews()
  }

  checkReaders(silentMs: number): void {
    this.#audience.check(silentMs)
  }

  async close(code: number, reason: string): Promise<void> {
    this.#audience.close(code, reason)
  }

  suspend(code: number, reason: string): Promise<void> {
    return this.close(code, reason)
  }
}
