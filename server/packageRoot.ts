import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json was not found above the program')
  return folderWithPackage(parent)
}

/** The folder of package.json: the same for the sources and for the bundle in dist/server. */
export const packageRoot: string = folderWithPackage(dirname(fileURLToPath(import.meta.url)))
