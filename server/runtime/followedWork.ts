import { type EnsembleOutcome, type EnsembleStatus, failureOf } from '../../shared/playback/ensembleRun.ts'
import { type LongWork, SHARE_OF_SAYING } from '../../shared/playback/longWork.ts'
import { LongWorkClientMessage } from '../../shared/protocol/longWorkMessages.ts'
import type { EnsembleProgress } from '../../shared/schema/ensemble.ts'
import { Audience } from './audience.ts'
import { NewestFrame } from './newestFrame.ts'
import type { ReaderSocket } from './reader.ts'

export interface FollowedWorkOptions<Result> {
  id: string
  /** Starts the work, which tells whenever something came in. */
  start(onProgress: () => void): LongWork<Result>
  /** What is said of it to whoever joins. */
  info(): unknown
  /** Shortest time between two `progress` frames. */
  progressMs: number
  readersLimit: number
  /** Ends what outlives work that did not finish. */
  release(): Promise<void>
  /** Keeps what was found, for a server that is started again. */
  save?(): void
  /** Shortest time between two saves: as much is computed again after a server was killed. */
  saveEveryMs?: number
  /** It is over, not only interrupted by the server's end: what it found is kept, the request no more. Readers hear of the end then. */
  over(): Promise<void>
}

/** One long work of a server, and who follows it. */
export class FollowedWork<Result> {
  readonly id: string
  /** Resolves when it is over, after its readers were told. */
  readonly ended: Promise<void>
  readonly #options: FollowedWorkOptions<Result>
  readonly #work: LongWork<Result>
  readonly #log = new NewestFrame()
  readonly #audience: Audience<LongWorkClientMessage>
  #outcome: EnsembleOutcome | undefined
  /** The last frame, which tells of the end, is in the log. */
  #isEndSaid = false
  #saidAtMs = Number.NEGATIVE_INFINITY
  /** How long it took to say the last progress: the more was found, the longer. */
  #sayingMs = 0
  #savedAtMs = performance.now()
  #isSuspended = false
  #timer: NodeJS.Timeout | undefined

  constructor(options: FollowedWorkOptions<Result>) {
    this.#options = options
    this.id = options.id
    this.#audience = new Audience({
      log: this.#log,
      commands: LongWorkClientMessage,
      obey: () => this.#work.cancel(),
      limit: options.readersLimit,
    })
    this.#work = options.start(() => this.#progressed())
    this.ended = this.#work.outcome.then((outcome) => this.#end(outcome))
  }

  get status(): EnsembleStatus {
    return this.#outcome?.status ?? 'running'
  }

  /** Has threads, that is: counts towards the limit. */
  get isActive(): boolean {
    return this.#outcome === undefined
  }

  /** Milliseconds since somebody last followed or asked; 0 while there are readers. */
  get unseenMs(): number {
    return this.#audience.unseenMs
  }

  get progress(): EnsembleProgress {
    return this.#work.progress
  }

  /** What was found so far; null before there is anything to say. */
  get result(): Result | null {
    return this.#work.result()
  }

  /** Why it failed; null when it did not. */
  get failure(): { code: string; message: string } | null {
    return failureOf(this.#outcome)
  }

  /** Notes that somebody asked for it. */
  touch(): void {
    this.#audience.touch()
  }

  /** Tells a websocket how it stands, and what happens from now on; of one that is over, how it ended. */
  join(socket: ReaderSocket): void {
    const reader = this.#audience.admit(socket)
    if (!reader) return
    const seq = this.#log.newestSeq - (this.#isEndSaid ? 1 : 0)
    const info = this.#options.info()
    reader.sendSnapshot(JSON.stringify({ type: 'started', seq, info, result: this.result }), seq)
    reader.sendNews()
  }

  /** Drops readers of whom nothing was heard for `silentMs`. */
  checkReaders(silentMs: number): void {
    this.#audience.check(silentMs)
  }

  /** Ends its threads, tells the readers and says goodbye to them; resolves when the threads are gone. */
  async close(code: number, reason: string): Promise<void> {
    this.#work.cancel()
    await this.ended
    this.#audience.close(code, reason)
    if (this.#outcome?.status !== 'finished') await this.#options.release()
  }

  /** The same for a while: a server that is started again goes on with what was found. Without anything kept it ends. */
  async suspend(code: number, reason: string): Promise<void> {
    if (this.#options.save && this.isActive) {
      this.#isSuspended = true
      this.#save()
      this.#audience.close(code, reason)
    }
    await this.close(code, reason)
  }

  #save(): void {
    this.#savedAtMs = performance.now()
    this.#options.save?.()
  }

  #progressed(): void {
    const { saveEveryMs, progressMs } = this.#options
    if (saveEveryMs !== undefined && performance.now() - this.#savedAtMs > saveEveryMs) this.#save()
    if (this.#audience.size === 0 || this.#timer) return
    const waitMs = this.#saidAtMs + Math.max(progressMs, this.#sayingMs / SHARE_OF_SAYING) - performance.now()
    if (waitMs <= 0) this.#sayProgress()
    else this.#timer = setTimeout(() => this.#sayProgress(), waitMs)
  }

  #sayProgress(): void {
    this.#timer = undefined
    const beganMs = performance.now()
    const { result, progress } = this
    if (result) this.#say({ type: 'progress', progress, result })
    this.#saidAtMs = performance.now()
    this.#sayingMs = this.#saidAtMs - beganMs
  }

  async #end(outcome: EnsembleOutcome): Promise<void> {
    clearTimeout(this.#timer)
    this.#outcome = outcome
    if (!this.#isSuspended) await this.#options.over()
    const { result, progress } = this
    if (outcome.status === 'failed') this.#say({ type: 'failed', code: outcome.code, message: outcome.message })
    else this.#say({ type: outcome.status, progress, result })
    this.#isEndSaid = true
  }

  #say(message: { type: string; [field: string]: unknown }): void {
    this.#log.append(message)
    this.#audience.sendNews()
  }
}
