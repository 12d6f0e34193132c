import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { publishedDraws } from '../../shared/draws/history.ts'
import { InputError, refuse } from '../../shared/lib/errors.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { fingerprint } from '../../shared/simulation/fingerprint.ts'
import { FolderLock } from './folderLock.ts'
import { makeFolder, replaceFile } from './replaceFile.ts'
import { reason, UnderWayEntry } from './underWayEntry.ts'
import { type KeptRequest, type KeptRequests, type Kind, type NewRequest, readKeptRequest } from './underWayRequest.ts'

const ID = /^[\w-]{16}$/
/** A server that is being replaced is given this long to leave. */
const WAIT_MS = 2000
const LOOK_MS = 100
/** Refusals that say nothing against what was kept: a server that allows more can go on with it. */
const notNow: readonly string[] = ['EE_BUSY', 'EE_LIMIT']

export interface UnderWayOptions {
  /** Made when something is kept for the first time. */
  folder: string
  /** Published draws that were imported; the bundled ones when absent. */
  history?: readonly PublishedDraw[]
  /** Told what cannot be kept, or not be used. */
  warn(message: string): void
}

/** Runs and ensembles under way, kept in a folder for the next server: ID/request.json and how far each one is. */
export class UnderWay {
  readonly #options: UnderWayOptions
  #lock: FolderLock | undefined
  #isOff = false
  #earlier: UnderWayEntry[] = []

  private constructor(options: UnderWayOptions) {
    this.#options = options
  }

  /** Takes the folder, if it is there and no other server works with it, and reads what an earlier one left in it. */
  static async open(options: UnderWayOptions): Promise<UnderWay> {
    const underWay = new UnderWay(options)
    if (!existsSync(options.folder)) return underWay
    const deadline = performance.now() + WAIT_MS
    while (!underWay.#take() && performance.now() < deadline) await sleep(LOOK_MS)
    if (underWay.#isReady()) underWay.#readEarlier()
    return underWay
  }

  /**
   * Gives `resume` what an earlier server left, oldest first. What it refuses stays where it is if there is only no room for
   * it, and is put aside as ID.damaged otherwise.
   */
  resume<Of extends Kind>(kind: Of, resume: (entry: UnderWayEntry<KeptRequests[Of]>) => void): void {
    for (const entry of this.#earlier.filter(({ request }) => request.kind === kind)) {
      try {
        resume(entry as UnderWayEntry<KeptRequests[Of]>)
      } catch (error) {
        if (!(error instanceof InputError && notNow.includes(error.code))) this.#putAside(entry.id, error)
        else this.#options.warn(`${kind} ${entry.id} is not continued now, and kept: ${error.issues[0].message}`)
      }
    }
  }

  /** Nothing is kept any more of what an earlier server left. */
  forget(id: string): void {
    this.#earlier.find((entry) => entry.id === id)?.remove()
  }

  /** Keeps what was asked for; undefined when nothing can be kept: that was said. */
  keep<Of extends Kind>(id: string, asked: NewRequest<Of>): UnderWayEntry<KeptRequests[Of]> | undefined {
    if (!this.#isReady()) return undefined
    const folder = join(this.#options.folder, id)
    const request = { version: 1, belongsTo: this.#fingerprint(asked), ...asked } as KeptRequests[Of]
    try {
      replaceFile(join(folder, 'request.json'), `${JSON.stringify(request)}\n`)
    } catch (error) {
      this.#turnOff(reason(error))
      return undefined
    }
    return new UnderWayEntry({ id, folder, request, warn: this.#options.warn })
  }

  /** Leaves the folder to another server. */
  close(): void {
    this.#lock?.release()
    this.#lock = undefined
    this.#isOff = true
  }

  #fingerprint({ scenario, seed }: Pick<KeptRequest, 'scenario' | 'seed'>): string {
    return fingerprint(scenario, seed, this.#options.history ?? publishedDraws)
  }

  /** False while another server has the folder. */
  #take(): boolean {
    if (this.#lock || this.#isOff) return true
    try {
      makeFolder(this.#options.folder)
      this.#lock = FolderLock.take(this.#options.folder)
    } catch (error) {
      this.#turnOff(reason(error))
    }
    return this.#lock !== undefined || this.#isOff
  }

  #isReady(): boolean {
    if (!this.#take()) this.#turnOff('another server works with it; give this one another EE_SIM_DATA_DIR')
    return !this.#isOff
  }

  #turnOff(why: string): void {
    this.#isOff = true
    this.#options.warn(`runs and ensembles will not survive a restart: ${this.#options.folder} cannot be used: ${why}`)
  }

  #readEarlier(): void {
    let names: string[]
    try {
      names = readdirSync(this.#options.folder)
    } catch (error) {
      this.#turnOff(reason(error))
      return
    }
    this.#earlier = names
      .filter((name) => ID.test(name))
      .flatMap((id) => this.#readEntry(id) ?? [])
      .sort((a, b) => a.request.createdAt.localeCompare(b.request.createdAt))
  }

  #readEntry(id: string): UnderWayEntry | undefined {
    const folder = join(this.#options.folder, id)
    const file = join(folder, 'request.json')
    try {
      if (!existsSync(file)) {
        // The server ended before anybody was told of it.
        rmSync(folder, { recursive: true, force: true })
        return undefined
      }
      const request = readKeptRequest(readFileSync(file, 'utf8'))
      if (request.belongsTo !== this.#fingerprint(request)) {
        throw refuse('EE_CHECKPOINT', '$', 'it belongs to another set of published draws or version of the engine')
      }
      return new UnderWayEntry({ id, folder, request, warn: this.#options.warn })
    } catch (error) {
      this.#putAside(id, error)
      return undefined
    }
  }

  #putAside(id: string, error: unknown): void {
    const folder = join(this.#options.folder, id)
    try {
      rmSync(`${folder}.damaged`, { recursive: true, force: true })
      renameSync(folder, `${folder}.damaged`)
      this.#options.warn(`${id} cannot be continued (${reason(error)}); it was put aside as ${folder}.damaged`)
    } catch (failure) {
      this.#options.warn(`${id} cannot be continued (${reason(error)}), nor put aside: ${reason(failure)}`)
    }
  }
}
