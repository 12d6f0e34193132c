import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { currentDrawSet, drawsFile, importFeed } from '../../../server/runtime/drawStore.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { entryOf, feedWith, realFeed } from '../../helpers/feed.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'

const source = { title: 'test feed', url: 'file feed.json', retrieved: '2025-12-18' }

/** The real feed with one more draw on top. */
const feedWithNext = () => ({
  rounds: [entryOf('388', { drawNumber: '389', drawName: 'Education occupations (Version 7)' }), ...realFeed().rounds],
})

function drawsWithWarnings(folder: string) {
  const warnings: string[] = []
  const set = currentDrawSet(folder, (message) => warnings.push(message))
  return { ...set, warnings }
}

describe('the draws in use', () => {
  it('are the bundled ones when nothing was imported', () => {
    const { draws, isImported, warnings } = drawsWithWarnings(temporaryFolder())
    expect(draws).toBe(publishedDraws)
    expect([isImported, warnings]).toEqual([false, []])
  })

  it('are the imported ones afterwards, with their source', () => {
    const folder = join(temporaryFolder(), 'made', 'when needed')
    const report = importFeed(folder, feedWithNext(), source)
    expect(report).toMatchObject({ stored: true, changed: [], removed: [], unchanged: 389, refused: [] })
    expect(report.added).toMatchObject([{ number: '389', stream: 'education' }])
    const set = drawsWithWarnings(folder)
    expect(set).toMatchObject({ isImported: true, source, warnings: [] })
    expect(set.draws.slice(0, -1)).toEqual(publishedDraws)
    expect(readdirSync(folder)).toEqual(['draws.json'])
  })

  it('stay as they are, byte for byte, when anything in a feed is refused', () => {
    const folder = temporaryFolder()
    importFeed(folder, feedWithNext(), source)
    const before = readFileSync(drawsFile(folder))
    const report = importFeed(folder, feedWith('300', { drawSize: 'many' }), source)
    expect(report.stored).toBe(false)
    expect(report.refused[0].message).toMatch(/draw 300: received "many"/)
    expect(readFileSync(drawsFile(folder))).toEqual(before)
  })

  it('are compared with what was in use before', () => {
    const folder = temporaryFolder()
    importFeed(folder, feedWithNext(), source)
    const { added, changed, removed } = importFeed(folder, feedWith('388', { drawSize: '6,001' }), source)
    expect({ added, changed, removed }).toEqual({
      added: [],
      changed: [{ draw: '388', field: 'size', was: 6000, now: 6001 }],
      removed: ['389'],
    })
  })
})

describe('a damaged file', () => {
  const damages: [string, (text: string) => string][] = [
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['null', () => 'null'],
    ['of another version', (text) => text.replace('"schemaVersion":1', '"schemaVersion":2')],
    ['with a number changed', (text) => text.replace('"total":237302', '"total":237303')],
    ['without a source', (text) => text.replace('"title"', '"name"')],
    ['without draws', (text) => text.replace(/"draws":\[.*\]/s, '"draws":[]')],
  ]
  it.each(damages)('%s is reported, kept aside, and the bundled draws are used', (_, damage) => {
    const folder = temporaryFolder()
    importFeed(folder, realFeed(), source)
    const file = drawsFile(folder)
    const damaged = damage(readFileSync(file, 'utf8'))
    writeFileSync(file, damaged)
    const { draws, warnings } = drawsWithWarnings(folder)
    expect(draws).toBe(publishedDraws)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/draws\.json is damaged .*kept as .*draws\.json\.damaged-1; using the bundled draws/)
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe(damaged)
    expect(existsSync(file)).toBe(false)
  })

  it('does not overwrite an earlier one', () => {
    const folder = temporaryFolder()
    for (const text of ['first', 'second']) {
      writeFileSync(drawsFile(folder), text)
      drawsWithWarnings(folder)
    }
    expect(readdirSync(folder).sort()).toEqual(['draws.json.damaged-1', 'draws.json.damaged-2'])
  })
})

it('a folder that cannot be written to is an EE_FILE error, and no part of a file is left', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => importFeed(join(folder, 'file'), realFeed(), source)).toThrow(/could not be written .*were kept/)
  expect(readdirSync(folder)).toEqual(['file'])
})
