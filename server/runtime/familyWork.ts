import { randomBytes } from 'node:crypto'
import {
  FAMILY_PROGRESS_MS,
  type FamilyMember,
  type FamilyRunOptions,
  FEWEST_THREADS,
} from '../../shared/playback/familyRun.ts'
import type { LongWork } from '../../shared/playback/longWork.ts'
import type { ComparisonInfo } from '../../shared/schema/comparison.ts'
import { serverClock } from './clock.ts'
import { EndedWork, type WorkContent } from './endedWork.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { EnsembleThreads } from './ensembleThreads.ts'
import { FollowedWork } from './followedWork.ts'
import { KeptWorks } from './keptWorks.ts'
import { usualLifetimes } from './residents.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { UnderWayEntry } from './underWayEntry.ts'

const ID_BYTES = 12

/** Work with several scenarios that can be closed. */
interface ClosableWork<Result> extends LongWork<Result> {
  close(): Promise<void>
}

export interface NewFamilyWork<Result> {
  /** What it answers, by which it is found again. */
  request: ResultRequest
  /** The scenarios that were asked about, the first one first. */
  scenarioIds: readonly string[]
  /** All that are run for it. */
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

/** Of a new one what keeps it; of one that is begun again who it was. */
export type Stay<Result> = Pick<NewFamilyWork<Result>, 'id' | 'createdAt' | 'resumedAt' | 'keep'>

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
      ...{ id, readersLimit: limits.readersPerRun, progressMs: FAMILY_PROGRESS_MS },
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
    const { members, scenarioIds, createdAt, resumedAt = null, stream } = this.#options
    const { id, status, failure, progress } = this
    return {
      ...{ id, stream, status, createdAt, resumedAt, failure, progress },
      scenarioIds: [...scenarioIds],
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

/** All comparisons, or all instruments, of a server. Each has threads of its own. */
export class FamilyWorks<Result> extends KeptWorks<
  FamilyWork<Result>,
  EndedFamilyWork<Result>,
  ComparisonInfo,
  WorkContent<Result>
> {
  protected readonly options: EnsembleServiceOptions
  readonly #path: string

  constructor(options: EnsembleServiceOptions, { kind, name, path }: FamilyKind) {
    const { limits, lifetimes, results } = options
    super({
      ...{ kind, name, results },
      lifetimes: { ...usualLifetimes, ...lifetimes },
      activeLimit: limits.activeEnsembles,
      keptEnded: limits.keptEnsembles,
      scenarioIdsOf: ({ scenarioIds }) => scenarioIds,
      revive: (kept) => new EndedWork({ ...kept, readersLimit: limits.readersPerRun }),
    })
    this.options = options
    this.#path = path
  }

  /** Where the websocket of one is. */
  streamOf(id: string): string {
    return `${this.#path}/${id}/stream`
  }

  /** @throws InputError EE_BUSY when there are as many as this server allows */
  protected start(work: NewFamilyWork<Result>): FamilyWork<Result> {
    this.residents.makeRoom()
    const { id = randomBytes(ID_BYTES).toString('base64url'), createdAt = new Date().toISOString(), request } = work
    const started = new FamilyWork({
      ...{ ...work, id, createdAt },
      stream: this.streamOf(id),
      service: this.options,
      onEnd: (ended) => this.kept.end(request, ended),
    })
    this.residents.add(started)
    return started
  }

  /** The same for one that is new: who is told of it will find it again, whatever happens to this server. */
  protected async startNew(work: NewFamilyWork<Result>): Promise<FamilyWork<Result>> {
    const started = this.start(work)
    await this.kept.begin(work.request, started.info)
    return started
  }
}
