import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those it is in, one by one: Node's `recursive` never comes back where the system says that there is
 * nothing instead of refusing, as below /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Writes a file so that at any moment, a crash included, either the old content or the new one is there, never a part. Makes
 * its folder.
 *
 * @throws Error what the system says when that is not possible; the old content is then still there
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const folder = dirname(file)
  makeFolder(folder)
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.new`
  try {
    const handle = openSync(temporary, 'wx')
    try {
      for (let bytes = Buffer.from(content); bytes.length > 0; ) bytes = bytes.subarray(writeSync(handle, bytes))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    syncFolder(folder)
  } finally {
    rmSync(temporary, { force: true })
  }
}
