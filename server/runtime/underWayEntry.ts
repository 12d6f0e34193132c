import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../shared/lib/errors.ts'
import { replaceFile } from './replaceFile.ts'
import { type JournalLine, readJournal } from './runJournal.ts'
import type { KeptRequest } from './underWayRequest.ts'

/** A run that was steered so often that its journal is longer than this is given up. */
const LONGEST_JOURNAL_BYTES = 2 ** 20

export const reason = (error: unknown): string =>
  error instanceof Error ? error.message.split('\n')[0] : String(error)

export interface UnderWayEntryOptions<Request extends KeptRequest> {
  id: string
  folder: string
  request: Request
  warn(message: string): void
}

/** What is kept of one run or ensemble while it is under way. It never fails: what cannot be kept is said, once. */
export class UnderWayEntry<Request extends KeptRequest = KeptRequest> {
  readonly id: string
  readonly request: Request
  readonly #folder: string
  readonly #warn: (message: string) => void
  #journalBytes = 0
  #isGivenUp = false

  constructor({ id, folder, request, warn }: UnderWayEntryOptions<Request>) {
    this.id = id
    this.request = request
    this.#folder = folder
    this.#warn = warn
  }

  /**
   * What an earlier server noted.
   *
   * @throws InputError EE_CHECKPOINT when it is damaged; Error when it cannot be read
   */
  readJournal(): JournalLine[] {
    if (!existsSync(this.#journal)) return []
    this.#journalBytes = statSync(this.#journal).size
    if (this.#journalBytes > 2 * LONGEST_JOURNAL_BYTES) throw refuse('EE_CHECKPOINT', '$', 'its journal is too long')
    const text = readFileSync(this.#journal, 'utf8')
    const lines = readJournal(text)
    if (!text.endsWith('\n')) replaceFile(this.#journal, text.slice(0, text.lastIndexOf('\n') + 1))
    return lines
  }

  /** Notes what readers are about to be told. */
  note(line: JournalLine): void {
    const text = `${JSON.stringify(line)}\n`
    this.#attempt(() => {
      this.#journalBytes += text.length
      if (this.#journalBytes > LONGEST_JOURNAL_BYTES) throw new Error('it was steered too often')
      appendFileSync(this.#journal, text)
    })
  }

  /** What was last saved; undefined before that. */
  readCheckpoint(): Uint8Array | undefined {
    return existsSync(this.#checkpoint) ? readFileSync(this.#checkpoint) : undefined
  }

  saveCheckpoint(bytes: Uint8Array): void {
    this.#attempt(() => replaceFile(this.#checkpoint, bytes))
  }

  /** It is over: nothing is kept of it. */
  remove(): void {
    if (this.#isGivenUp) return
    this.#isGivenUp = true
    try {
      rmSync(this.#folder, { recursive: true, force: true })
    } catch (error) {
      this.#warn(`what was kept of ${this.id} could not be removed: ${reason(error)}`)
    }
  }

  get #journal(): string {
    return join(this.#folder, 'journal.jsonl')
  }

  get #checkpoint(): string {
    return join(this.#folder, 'checkpoint')
  }

  /** After a failure what was kept is older than what was told: it is of no use any more. */
  #attempt(action: () => void): void {
    if (this.#isGivenUp) return
    try {
      action()
    } catch (error) {
      this.#warn(`${this.id} will not survive a restart of the server: ${reason(error)}`)
      this.remove()
    }
  }
}
