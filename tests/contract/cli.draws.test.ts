import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { toCsv } from '../../shared/draws/csv.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { runCli } from '../helpers/cli.ts'
import { entryOf, feedWith, realFeed } from '../helpers/feed.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

const nextDraw = entryOf('388', {
  drawNumber: '389',
  drawName: 'French-Language proficiency 2026-Version 2',
  drawSize: '4,500',
})
const feedWithNext = () => ({ rounds: [nextDraw, ...realFeed().rounds] })

/** A data folder, a feed file in it, and the command line working there. */
function workplace(feed: unknown) {
  const dataDir = temporaryFolder()
  const file = join(temporaryFolder(), 'feed.json')
  writeFileSync(file, typeof feed === 'string' ? feed : JSON.stringify(feed))
  const run = (...args: string[]) => runCli(args, { env: { EE_SIM_DATA_DIR: dataDir } })
  return { dataDir, file, run }
}

describe('draws list', () => {
  it('prints as CSV what it was made from', async () => {
    const { status, stdout } = await runCli(['draws', 'list', '--csv'])
    expect([status, stdout]).toEqual([0, toCsv(publishedDraws)])
  })

  it('prints as JSON the draws of a stream between two dates, both included', async () => {
    const args = ['--from', '2025-12-10', '--to', '2025-12-16', '--stream', 'cec', '--json']
    const { status, stdout } = await runCli(['draws', 'list', ...args])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(publishedDraws.filter(({ number }) => number === '384' || number === '387'))
  })

  it('prints an aligned table for people', async () => {
    const { stdout, stderr } = await runCli(['draws', 'list', '--from', '2025-12-16'])
    expect(stdout.split('\n')).toEqual([
      'draw  date        stream  size  cutoff  tie-break               pool',
      ' 387  2025-12-16  cec     5000     515  2025-09-09T18:58:59Z  237302',
      ' 388  2025-12-17  french  6000     399  2025-08-24T23:43:05Z  237302',
      '',
    ])
    expect(stderr).toContain('2 draws. Source: Immigration, Refugees and Citizenship Canada')
  })
})

describe('draws import', () => {
  it('replaces the set as a whole and says what it added, changed and repaired', async () => {
    const { file, run } = workplace(feedWithNext())
    const { status, stdout } = await run('draws', 'import', file, '--json')
    expect(status).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ stored: true, unchanged: 389, changed: [], removed: [], refused: [] })
    expect(report.added).toMatchObject([{ number: '389', stream: 'french', size: 4500 }])
    expect(report.repairs).toContainEqual(
      expect.objectContaining({ draw: '208', field: 'drawSize', was: '681', now: '888', why: expect.any(String) }),
    )
    const listed = JSON.parse((await run('draws', 'list', '--json')).stdout)
    expect(listed.map((draw: { number: string }) => draw.number)).toEqual([
      ...publishedDraws.map(({ number }) => number),
      '389',
    ])
  })

  it('keeps everything, byte for byte, when one entry is refused, and ends with 1', async () => {
    const { dataDir, file, run } = workplace(feedWithNext())
    await run('draws', 'import', file)
    const before = readFileSync(join(dataDir, 'draws.json'))
    writeFileSync(file, JSON.stringify(feedWith('388', { drawName: 'Astronauts (Version 1)' })))
    const { status, stdout } = await run('draws', 'import', file)
    expect(status).toBe(1)
    expect(stdout).toMatch(/Refused: 1\n {2}\$\.rounds\[0\]\.drawName: draw 388: received "Astronauts \(Version 1\)"/)
    expect(stdout).toContain('Nothing was stored')
    expect(readFileSync(join(dataDir, 'draws.json'))).toEqual(before)
    expect(readdirSync(dataDir)).toEqual(['draws.json'])
  })

  it.each([
    ['not JSON', '{"rounds": [', 'EE_JSON'],
    ['not a feed', '[]', '$.rounds'],
  ])('refuses a file that is %s', async (_, content, words) => {
    const { dataDir, file, run } = workplace(content)
    const { status, stdout, stderr } = await run('draws', 'import', file)
    expect(status).toBe(1)
    expect(stdout + stderr).toContain(words)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('reports a damaged stored set, keeps it aside and lists the bundled draws', async () => {
    const { dataDir, run } = workplace('')
    writeFileSync(join(dataDir, 'draws.json'), '{"schemaVersion":1,"draws":[')
    const { status, stdout, stderr } = await run('draws', 'list', '--csv')
    expect([status, stdout]).toEqual([0, toCsv(publishedDraws)])
    expect(stderr).toMatch(/draws\.json is damaged .*using the bundled draws/)
    expect(readdirSync(dataDir)).toEqual(['draws.json.damaged-1'])
  })
})

describe('draws update', () => {
  it('fetches the feed and replaces the set', async () => {
    const server = createServer((_, response) => response.end(JSON.stringify(feedWithNext())))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`
    const { dataDir, run } = workplace('')
    const { status, stdout } = await run('draws', 'update', '--url', url)
    expect(status).toBe(0)
    expect(stdout).toMatch(/Added: 1\n {2}draw 389 of 2025-12-17, french: 4500 at 399/)
    expect(JSON.parse(readFileSync(join(dataDir, 'draws.json'), 'utf8')).source).toMatchObject({ url })
  })

  it('offline keeps what it has, says so, and ends with 1', async () => {
    const { dataDir, run } = workplace('')
    const { status, stdout, stderr } = await run('draws', 'update', '--url', 'http://127.0.0.1:9/feed.json')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/EE_FEED_UNREACHABLE .*the stored draws were kept/)
    expect(readdirSync(dataDir)).toEqual([])
  })
})
