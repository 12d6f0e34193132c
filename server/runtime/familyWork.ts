import { randomBytes } from 'node:crypto'
import type { FamilyMember, FamilyRunOptions } from '../../shared/playback/familyRun.ts'
import type { ComparisonInfo } from '../../shared/schema/comparison.ts'
import { serverClock } from './clock.ts'
import { EndedWork, type WorkContent } from './endedWork.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { FollowedWork, type LongWork } from './followedWork.ts'
import { KeptResults } from './keptResults.ts'
import { Residents, usualLifetimes } from './residents.ts'
import type { ResultRequest } from './store/requestKey.ts'
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
  /** What it answers, by which it is found again. */
  request: ResultRequest
  members: readonly FamilyMember[]
  runs: number
  begin(options: Omit<FamilyRunOptions, 'onRecord'>): ClosableWork<Result>
  /** Of one that an earlier server began, and when this one went on with it. */
  id?: string
  createdAt?: string
  resumedAt?: string
  /** Keeps the request of a new one for a server that is started again; it begins anew. */
  keep?(id: string, createdAt: string): UnderWayEntry | undefined
}

interface FamilyWorkOptions<Result> extends NewFamilyWork<Result> {
  id: string
  createdAt: string
  stream: string
  service: EnsembleServiceOptions
  /** Keeps it when it is over. */
  onEnd(work: FamilyWork<Result>): Promise<void>
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
      over: async () => {
        await options.onEnd(this)
        entry?.remove()
      },
      ...(entry && { save: () => {} }),
    })
    this.#options = options
  }

  get info(): ComparisonInfo {
    const { members, createdAt, resumedAt = null, stream } = this.#options
    const { id, status, failure, progress } = this
    return {
      ...{ id, stream, status, createdAt, resumedAt, failure, progress },
      scenarioIds: members.map(({ plan }) => plan.settings.scenarioId),
      seed: members[0].plan.settings.seed,
    }
  }

  /** What it found, for the store. */
  get content(): WorkContent<Result> {
    return { result: this.result }
  }
}

type EndedFamilyWork<Result> = EndedWork<ComparisonInfo, Result>

/** What a kind of work is called. */
export interface FamilyKind {
  /** In the store. */
  kind: string
  /** In the plural. */
  name: string
  /** Where its works are: `/api/compare`. */
  path: string
}

/** All works of one kind, also those in the store. Each has threads of its own. */
export class FamilyWorks<Result> {
  readonly options: EnsembleServiceOptions
  readonly #kind: FamilyKind
  readonly #works: Residents<FamilyWork<Result> | EndedFamilyWork<Result>>
  readonly #kept: KeptResults<ComparisonInfo, WorkContent<Result>>

  constructor(options: EnsembleServiceOptions, kind: FamilyKind) {
    const { limits, lifetimes, results } = options
    this.options = options
    this.#kind = kind
    this.#kept = new KeptResults(kind.kind, results, ({ scenarioIds }) => scenarioIds)
    this.#works = new Residents<FamilyWork<Result> | EndedFamilyWork<Result>>({
      name: kind.name,
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      lifetimes: { ...usualLifetimes, ...lifetimes },
    })
  }

  /** Where the websocket of one is. */
  streamOf(id: string): string {
    return `${this.#kind.path}/${id}/stream`
  }

  /** @throws InputError EE_BUSY when there are as many as this server allows */
  protected start(work: NewFamilyWork<Result>): FamilyWork<Result> {
    this.#works.makeRoom()
    const { id = randomBytes(ID_BYTES).toString('base64url'), createdAt = new Date().toISOString(), request } = work
    const started = new FamilyWork({
      ...{ ...work, id, createdAt },
      stream: this.streamOf(id),
      service: this.options,
      onEnd: (ended) => this.#kept.end(request, ended),
    })
    this.#works.add(started)
    return started
  }

  /** Who is told of it will find it again, whatever happens to this server. */
  protected begun(request: ResultRequest, { info }: FamilyWork<Result>): Promise<void> {
    return this.#kept.begin(request, info)
  }

  /** The finished one that answers the same request of the same engine and data; undefined when there is none. */
  protected answered(request: ResultRequest): Promise<ComparisonInfo | undefined> {
    return this.#kept.same(request)
  }

  /** Newest first; of those only in the store, the newest. */
  list(): Promise<ComparisonInfo[]> {
    return this.#kept.list(this.#works.list().map(({ info }) => info))
  }

  /** One that is under way, or was read lately. */
  findHere(id: string): FamilyWork<Result> | EndedFamilyWork<Result> | undefined {
    return this.#works.find(id)
  }

  /** @throws InputError EE_STORE */
  async find(id: string): Promise<FamilyWork<Result> | EndedFamilyWork<Result> | undefined> {
    const kept = this.findHere(id) ? undefined : await this.#kept.find(id)
    // Somebody else may have asked meanwhile.
    if (kept && !this.findHere(id)) {
      this.#works.add(new EndedWork({ ...kept, readersLimit: this.options.limits.readersPerRun }))
    }
    return this.findHere(id)
  }

  /** Ends one and closes its readers; nothing is kept of it. False when there is none of that id. @throws InputError EE_STORE */
  async remove(id: string): Promise<boolean> {
    const wasHere = this.#works.remove(id)
    // What was under way here ends whether or not the store works.
    if (wasHere) await this.#kept.forget(id)
    return wasHere || this.#kept.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.#works.close()
  }
}
