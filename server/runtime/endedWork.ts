import { LongWorkClientMessage } from '../../shared/protocol/longWorkMessages.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { Audience } from './audience.ts'
import type { FatefulInfo } from './interrupted.ts'
import { NewestFrame } from './newestFrame.ts'
import type { ReaderSocket } from './reader.ts'
import type { Resident } from './residents.ts'

/** What the store keeps of long work that has ended; a failed one may have found nothing. */
export interface WorkContent<Result> {
  result: Result | null
  /** Where an ensemble's comes from. */
  provenance?: Provenance
}

/** What lists show of long work. */
export interface WorkInfo extends FatefulInfo {
  progress: unknown
}

export interface EndedWorkOptions<Info extends WorkInfo, Result> {
  info: Info
  /** Null of one that was interrupted. */
  content: WorkContent<Result> | null
  readersLimit: number
}

/** An ensemble, a comparison or an instrument from the store: read as any other, but nothing more comes. */
export class EndedWork<Info extends WorkInfo, Result> implements Resident {
  readonly id: string
  readonly isActive = false
  readonly info: Info
  readonly result: Result | null
  readonly provenance: Provenance | undefined
  readonly #log = new NewestFrame()
  readonly #audience: Audience<LongWorkClientMessage>

  constructor({ info, content, readersLimit }: EndedWorkOptions<Info, Result>) {
    this.id = info.id
    this.info = info
    this.result = content?.result ?? null
    this.provenance = content?.provenance
    if (info.failure) this.#log.append({ type: 'failed', ...info.failure })
    else this.#log.append({ type: 'finished', progress: info.progress, result: this.result })
    this.#audience = new Audience({
      log: this.#log,
      commands: LongWorkClientMessage,
      obey: () => {},
      limit: readersLimit,
    })
  }

  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  /** Notes that somebody asked for it. */
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
