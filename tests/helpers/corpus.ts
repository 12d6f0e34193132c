import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../server/packageRoot.ts'

/** The cases of a corpus file, one JSON object a line. Where they come from: `tests/corpus/README.md`. */
export function readCorpus<Case>(name: string): Case[] {
  const text = readFileSync(join(packageRoot, 'tests', 'corpus', name), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Case)
}
