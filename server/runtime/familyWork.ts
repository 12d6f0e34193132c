import { randomBytes } from 'node:crypto'
import type { FamilyMember, FamilyRunOptions } from '../../shared/playback/familyRun.ts'
import type { ComparisonInfo } from '../../shared/schema/comparison.ts'
import { serverClock } from './clock.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { FollowedWork, type LongWork } from './followedWork.ts'
import { Residents, usualLifetimes } from './residents.ts'
import type { UnderWayEntry } from './underWayEntry.ts'

/** What several scenarios find has much to say: it is said less often than an ensemble's. */
const PROGRESS_MS = 1000
const ID_BYTES = 12
/** With fewer, nothing could be compared before the whole first scenario is done. */
const FEWEST_THREADS = 2

/** Work with several scenarios that can be closed. */
interface ClosableWork<Result> extends LongWork<Result> {
  close(): Promise<void>
}

export interface NewFamilyWork<Result> {
  members: readonly FamilyMember[]
  runs: number
  begin(options: Omit<FamilyRunOptions, 'onRecord'>): ClosableWork<Result>
  /** Of one that an earlier server began. */
  id?: string
  createdAt?: string
  /** Keeps the request of a new one for a server that is started again; it begins anew. */
  keep?(id: string, createdAt: string): UnderWayEntry | undefined
}

interface FamilyWorkOptions<Result> extends NewFamilyWork<Result> {
  id: string
  createdAt: string
  stream: string
  service: EnsembleServiceOptions
}

/** One comparison or instrument of a server: its run, and who follows it. */
export class FamilyWork<Result> extends FollowedWork<Result> {
  readonly #options: FamilyWorkOptions<Result>

  constructor(options: FamilyWorkOptions<Result>) {
    const { id, createdAt, members, runs, begin, keep, service } = options
    const { limits, workerFile, onThreadError } = service
    const entry = keep?.(id, createdAt)
    let run: ClosableWork<Result>
    super({
      ...{ id, readersLimit: limits.readersPerRun, progressMs: PROGRESS_MS },
      start: (onProgress) => {
        run = begin({
          ...{ members, runs, clock: serverClock, onProgress },
          threads: Math.max(FEWEST_THREADS, limits.ensembleThreads),
          startThreads: (threads) => new EnsembleThreads({ threads, heapMb: limits.runHeapMb, workerFile }),
          onThreadError: (error) => onThreadError?.(id, error),
        })
        return run
      },
      info: () => this.info,
      release: () => run.close(),
      ...(entry && { save: () => {}, forget: () => entry.remove() }),
    })
    this.#options = options
  }

  get info(): ComparisonInfo {
    const { members, createdAt, stream } = this.#options
    return {
      ...{ id: this.id, stream, status: this.status, createdAt, progress: this.progress },
      scenarioIds: members.map(({ plan }) => plan.settings.scenarioId),
      seed: members[0].plan.settings.seed,
    }
  }
}

/** All works of one kind. Each has threads of its own. */
export class FamilyWorks<Result> {
  readonly options: EnsembleServiceOptions
  readonly #path: string
  readonly #works: Residents<FamilyWork<Result>>

  /** @param path where they are, `/api/compare`; @param name what they are called, in the plural */
  constructor(options: EnsembleServiceOptions, path: string, name: string) {
    const { limits, lifetimes } = options
    this.options = options
    this.#path = path
    this.#works = new Residents<FamilyWork<Result>>({
      name,
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      lifetimes: { ...usualLifetimes, ...lifetimes },
    })
  }

  /** @throws InputError EE_BUSY when there are as many as this server allows */
  start(work: NewFamilyWork<Result>): FamilyWork<Result> {
    this.#works.makeRoom()
    const { id = randomBytes(ID_BYTES).toString('base64url'), createdAt = new Date().toISOString() } = work
    const stream = `${this.#path}/${id}/stream`
    const started = new FamilyWork({ ...work, id, createdAt, stream, service: this.options })
    this.#works.add(started)
    return started
  }

  find(id: string): FamilyWork<Result> | undefined {
    return this.#works.find(id)
  }

  /** Newest first. */
  list(): FamilyWork<Result>[] {
    return this.#works.list()
  }

  /** Ends one and closes its readers; false when there is none of that id. */
  remove(id: string): boolean {
    return this.#works.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.#works.close()
  }
}
