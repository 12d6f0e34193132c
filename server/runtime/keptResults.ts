import { type FatefulInfo, fateOf } from './interrupted.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { Results } from './store/results.ts'
import { isSecret } from './store/savedScenarios.ts'

/** What is under way, as the store sees it when it is over. */
export interface Ended<Info extends FatefulInfo, Content> {
  readonly info: Info
  readonly content: Content
}

/** All of one kind in the store. What was cancelled or taken away is not kept. */
export class KeptResults<Info extends FatefulInfo, Content> {
  readonly #kind: string
  readonly #results: Results
  readonly #scenarioIdsOf: (info: Info) => readonly string[]

  /** @param kind as in {@link ResultRequest} */
  constructor(kind: string, results: Results, scenarioIdsOf: (info: Info) => readonly string[]) {
    this.#kind = kind
    this.#results = results
    this.#scenarioIdsOf = scenarioIdsOf
  }

  begin(request: ResultRequest, info: Info): Promise<void> {
    return this.#results.begin({ request, info })
  }

  /** Resolves when it is kept, or that was not possible and is logged. */
  end(request: ResultRequest, { info, content }: Ended<Info, Content>): Promise<void> {
    if (info.status === 'cancelled') return this.forget(info.id)
    return this.#results.keep({ request, info }, content)
  }

  /** Those that are here and those that are kept, newest first, but for those of scenarios one must have the link of. */
  async list(here: readonly Info[]): Promise<Info[]> {
    const ids = new Set(here.map(({ id }) => id))
    const kept = (await this.#results.list<Info>(this.#kind)).map(fateOf).filter(({ id }) => !ids.has(id))
    return [...here, ...kept]
      .filter((info) => !this.#scenarioIdsOf(info).some(isSecret))
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  }

  /** `content` is null of one that was interrupted. @throws InputError EE_STORE */
  async find(id: string): Promise<{ info: Info; content: Content | null } | undefined> {
    const stored = await this.#results.find<Info>(this.#kind, id)
    return stored && { info: fateOf(stored), content: stored.content as Content | null }
  }

  /** The finished one that answers the same request. */
  async same(request: ResultRequest): Promise<Info | undefined> {
    const stored = await this.#results.same<Info>(request)
    return stored?.info.status === 'finished' ? stored.info : undefined
  }

  /** False when there is none. @throws InputError EE_STORE */
  remove(id: string): Promise<boolean> {
    return this.#results.remove(this.#kind, id)
  }

  /** The same for what was given up: when it does not work, it is logged. */
  forget(id: string): Promise<void> {
    return this.#results.forget(this.#kind, id)
  }
}
