import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import { ClientMessage, type SnapshotMessage } from '../../shared/protocol/messages.ts'
import type { RunInfo } from '../../shared/schema/api.ts'
import type { DrawEvent } from '../../shared/schema/event.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { speedRange } from '../../shared/schema/run.ts'
import { Audience } from './audience.ts'
import type { Frame } from './eventLog.ts'
import type { ReaderSocket } from './reader.ts'
import type { Resident } from './residents.ts'

/** What the store keeps of a run that has ended: all that its readers could still be told. */
export interface RunContent {
  snapshot: SnapshotMessage
  /** Those that stay: draws, rules, start and end, the newest days and controls. */
  frames: readonly Frame[]
  /** Absent of what was kept before there was any. */
  provenance?: Provenance
}

export interface EndedRunOptions {
  info: RunInfo
  /** Null of a run that was interrupted: nothing of it is left. */
  content: RunContent | null
  readersLimit: number
}

const nothingLeftOf = ({ id, failure }: RunInfo): SnapshotMessage => ({
  type: 'snapshot',
  seq: 0,
  runId: id,
  status: 'failed',
  speed: speedRange.initial,
  started: null,
  latestDay: null,
  draws: [],
  rules: [],
  pool: [],
  finished: null,
  failure,
})

/** A run from the store: read as any other, but nothing more happens in it. */
export class EndedRun implements Resident {
  readonly id: string
  readonly isActive = false
  readonly #options: EndedRunOptions
  readonly #snapshot: SnapshotMessage
  readonly #audience: Audience<ClientMessage>

  constructor(options: EndedRunOptions) {
    const { info, content, readersLimit } = options
    const frames = content?.frames ?? []
    this.id = info.id
    this.#options = options
    this.#snapshot = content?.snapshot ?? nothingLeftOf(info)
    this.#audience = new Audience({
      log: {
        newestSeq: this.#snapshot.seq,
        after: (seq, limit) => frames.filter((frame) => frame.seq > seq).slice(0, limit),
      },
      commands: ClientMessage,
      obey: () => {},
      limit: readersLimit,
    })
  }

  get info(): RunInfo {
    return { ...this.#options.info, readers: this.#audience.size }
  }

  /** Where its result comes from, if that was kept. */
  get provenance(): Provenance | undefined {
    return this.#options.content?.provenance
  }

  get draws(): readonly DrawEvent[] {
    return this.#snapshot.draws
  }

  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  /** Notes that somebody asked for this run. */
  touch(): void {
    this.#audience.touch()
  }

  /** As of a run under way; of an interrupted one everybody is told that it failed, whatever they had seen. */
  join(socket: ReaderSocket, from?: number): void {
    const reader = this.#audience.admit(socket)
    const { seq } = this.#snapshot
    if (!reader) return
    if (from === undefined || !this.#options.content) reader.sendSnapshot(JSON.stringify(this.#snapshot), seq)
    else if (from <= seq) reader.continueAfter(from)
    else reader.close(closeCodes.policy, `from is ${from}; the newest frame of this run is ${seq}`)
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
