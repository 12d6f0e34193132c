import { readFileSync } from 'node:fs'

/** The cases of a corpus file, one JSON object a line. Where they come from: `tests/corpus/README.md`. */
export function readCorpus<Case>(name: string): Case[] {
  const text = readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Case)
}
