import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Field of /proc/PID/stat, counted from the one after the name: what a process does, and when it began. */
const STATE_FIELD = 0
const START_FIELD = 19

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ESRCH'

/** A text that no other process has, where the system tells when processes began; undefined when there is no such process. */
function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (isGone(error)) return undefined
  }
  if (process.platform !== 'linux') return `${pid}`
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[STATE_FIELD] === 'Z' ? undefined : `${pid} ${fields[START_FIELD]}`
  } catch {
    return undefined
  }
}

/** Keeps other processes from a folder for as long as this one lives: one that was killed leaves nothing in the way. */
export class FolderLock {
  readonly #file: string

  private constructor(file: string) {
    this.#file = file
  }

  /**
   * Takes a folder; undefined while another process has it.
   *
   * @throws Error what the system says when the folder cannot be written to
   */
  static take(folder: string): FolderLock | undefined {
    const file = join(folder, 'lock')
    for (const isSecondAttempt of [false, true]) {
      try {
        writeFileSync(file, identityOf(process.pid) ?? '', { flag: 'wx' })
        return new FolderLock(file)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || isSecondAttempt) throw error
      }
      const owner = readFileSync(file, 'utf8')
      if (owner !== '' && identityOf(Number.parseInt(owner, 10)) === owner) return undefined
      rmSync(file, { force: true })
    }
    return undefined
  }

  release(): void {
    rmSync(this.#file, { force: true })
  }
}
