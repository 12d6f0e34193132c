import { readFileSync, statSync } from 'node:fs'
import { InputError, refuse } from '../../shared/lib/errors.ts'
import { isSealed } from '../../shared/lib/sealed.ts'
import { replaceFile } from '../runtime/replaceFile.ts'

/** No run of this program saves as much as this. */
const LARGEST_BYTES = 2 ** 30

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const unusable = (file: string, message: string): InputError =>
  refuse('EE_CHECKPOINT', '$', `${file}: ${message}. The file was left as it is: remove it, or name another`)

/** A file in which a command keeps how far it is. It never replaces a file that is something else. */
export class CheckpointFile {
  constructor(readonly name: string) {}

  /**
   * Its bytes; undefined when there is no such file.
   *
   * @throws InputError EE_FILE when it cannot be read, EE_CHECKPOINT when it is something else
   */
  read(): Uint8Array | undefined {
    let bytes: Uint8Array | undefined
    try {
      const found = statSync(this.name, { throwIfNoEntry: false })
      if (!found) return undefined
      if (found.isFile() && found.size <= LARGEST_BYTES) bytes = readFileSync(this.name)
    } catch (error) {
      throw refuse('EE_FILE', '$', `${this.name} cannot be read: ${reason(error)}`)
    }
    if (bytes && isSealed(bytes)) return bytes
    throw unusable(this.name, 'it is no checkpoint of this program, or one of another layout')
  }

  /**
   * What `restore` makes of the bytes; its refusal is given with the name of the file.
   *
   * @throws InputError EE_CHECKPOINT
   */
  restored<Restored>(restore: () => Restored): Restored {
    try {
      return restore()
    } catch (error) {
      if (error instanceof InputError && error.code === 'EE_CHECKPOINT') {
        throw unusable(this.name, error.issues[0].message)
      }
      throw error
    }
  }

  /** @throws InputError EE_FILE; what was in the file before is then still there */
  write(bytes: Uint8Array): void {
    try {
      replaceFile(this.name, bytes)
    } catch (error) {
      throw refuse('EE_FILE', '$', `${this.name} cannot be written: ${reason(error)}`)
    }
  }
}
