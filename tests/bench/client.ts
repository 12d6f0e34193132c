import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { atMost, type Figure } from './measure.ts'

/** Scripts and styles the page loads before the charts: what index.html names, and what those import statically. */
export function clientFigures(clientDir: string): Figure[] {
  const index = readFileSync(join(clientDir, 'index.html'), 'utf8')
  const named = [...index.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1])
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(join(clientDir, file))) return
    seen.add(file)
    if (!file.endsWith('.js')) return
    const text = readFileSync(join(clientDir, file), 'utf8')
    for (const match of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(`assets/${match[1]}`)
  }
  for (const file of named) visit(file)
  const bytes = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join(clientDir, file))).length, 0)
  if (seen.size === 0) throw new Error('the client is not built')
  return [atMost('client before the charts, gzipped', bytes / 1000, 'kB', 250)]
}
