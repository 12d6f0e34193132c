import type { FatefulInfo } from './interrupted.ts'
import { KeptResults } from './keptResults.ts'
import { type Resident, Residents, type ResidentsOptions } from './residents.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { Results } from './store/results.ts'
import type { UnderWay } from './underWay.ts'

/** What a server works on, or has worked on, as far as it is listed. */
export interface Work<Info extends FatefulInfo> extends Resident {
  readonly info: Info
}

export interface KeptWorksOptions<Live, Ended, Info, Content> extends ResidentsOptions<Live | Ended> {
  /** As in {@link ResultRequest}. */
  kind: string
  results: Results
  scenarioIdsOf(info: Info): readonly string[]
  /** Makes an ended work of what the store kept; `content` is null when the work was interrupted. */
  revive(kept: { info: Info; content: Content | null }): Ended
}

/** All works of one kind: those under way, those that ended while the server was up, and those in the store. */
export class KeptWorks<Live extends Work<Info>, Ended extends Work<Info>, Info extends FatefulInfo, Content> {
  protected underWay: UnderWay | undefined
  protected readonly residents: Residents<Live | Ended>
  protected readonly kept: KeptResults<Info, Content>
  readonly #revive: KeptWorksOptions<Live, Ended, Info, Content>['revive']

  constructor({ kind, results, scenarioIdsOf, revive, ...residents }: KeptWorksOptions<Live, Ended, Info, Content>) {
    this.residents = new Residents<Live | Ended>(residents)
    this.kept = new KeptResults(kind, results, scenarioIdsOf)
    this.#revive = revive
  }

  /** Newest first; of those only in the store, the newest. */
  list(): Promise<Info[]> {
    return this.kept.list(this.residents.list().map(({ info }) => info))
  }

  /** One that is under way, or was read lately. */
  findHere(id: string): Live | Ended | undefined {
    return this.residents.find(id)
  }

  /** @throws InputError EE_STORE */
  async find(id: string): Promise<Live | Ended | undefined> {
    const kept = this.findHere(id) ? undefined : await this.kept.find(id)
    // Somebody else may have asked meanwhile.
    if (kept && !this.findHere(id)) this.residents.add(this.#revive(kept))
    return this.findHere(id)
  }

  /** Ends one and closes its readers; nothing is kept of it. False when there is none of that id. @throws InputError EE_STORE */
  async remove(id: string): Promise<boolean> {
    const wasHere = this.residents.remove(id)
    this.underWay?.forget(id)
    // What was under way here ends whether or not the store works.
    if (wasHere) await this.kept.forget(id)
    return wasHere || this.kept.remove(id)
  }

  /** Says goodbye to all readers and ends all threads; what is kept stays. */
  async close(): Promise<void> {
    await this.residents.close()
  }

  /** The finished one that answers the same request of the same engine and data; undefined when there is none. */
  protected answered(request: ResultRequest): Promise<Info | undefined> {
    return this.kept.same(request)
  }
}
