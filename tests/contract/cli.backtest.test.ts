import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../shared/draws/csv.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import recordFile from '../../shared/record/accuracy.json'
import { type AccuracyRecord, BacktestResult } from '../../shared/schema/backtest.ts'
import { streams } from '../../shared/schema/common.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { type CliResult, runCli, startCli } from '../helpers/cli.ts'
import { publishedDraw } from '../helpers/flows.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

const record = recordFile as AccuracyRecord

/** A data folder of its own, and the command line working there. */
function workplace() {
  const dataDir = temporaryFolder()
  const run = (...args: string[]) => runCli(['backtest', ...args], { env: { EE_SIM_DATA_DIR: dataDir } })
  const fileOf = (content: string | Uint8Array): string => {
    const file = join(temporaryFolder(), 'draws.csv')
    writeFileSync(file, content)
    return file
  }
  const kept = (): string[] => readdirSync(join(dataDir, 'backtests')).map((name) => join(dataDir, 'backtests', name))
  return { dataDir, run, fileOf, kept }
}

const resultOf = ({ stdout }: CliResult): BacktestResult => {
  const result: unknown = JSON.parse(stdout)
  expect(shapeIssues(BacktestResult, result)).toEqual([])
  return result as BacktestResult
}

/** A recent end of history is enough where the figures do not matter. */
const recent = publishedDraws.filter(({ date }) => date >= '2025-04-01')
const recentRange = ['--from', '2025-11-01']

describe('backtest', () => {
  it('prints predictions and figures as one JSON document, the recorded ones', async () => {
    const { run } = workplace()
    const ended = await run('--from', '2024-01-01', '--to', '2025-12-31', '--json')
    const { status, stdout, stderr } = ended
    expect(status).toBe(0)
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr).toMatch(
      /110 predictions from 2024-01-01 to 2025-12-31, each from what was known before; [\d.]+ s\.\n$/,
    )
    const result = resultOf(ended)
    expect(result).toMatchObject({ mode: 'replay', engineVersion, from: '2024-01-01', to: '2025-12-31' })
    expect(result.invitedWithin).toEqual([])
    // The record begins a year earlier; what is predicted does not depend on where the telling begins.
    expect(result.draws).toEqual(record.replay.draws.filter(({ date }) => date >= '2024-01-01'))
    for (const [stream, most] of [
      ['cec', 2.5],
      ['french', 12],
      ['general', 4.5],
    ] as const) {
      expect(result.summary.find((one) => one.stream === stream)?.mae).toBeLessThanOrEqual(most)
    }
    const together = result.overall.find((one) => one.streams === 'without-pnp' && one.year === null)
    expect(together?.skill).toBeGreaterThanOrEqual(0.55)
    expect(result.byYear.filter(({ stream }) => stream === 'cec').map(({ year }) => year)).toEqual([2024, 2025])
  })

  it('prints an aligned table for people', async () => {
    const { run, fileOf } = workplace()
    const { status, stdout } = await run('--draws', fileOf(toCsv(recent)), ...recentRange)
    expect(status).toBe(0)
    const [head, ...lines] = stdout.trimEnd().split('\n')
    expect(head).toMatch(/^stream +days ahead +draws +error +last cutoff +skill +in 50 % +in 80 % +crps$/)
    expect(lines.map((line) => line.split(/ +/)[0])).toEqual([
      'cec',
      'pnp',
      'french',
      'healthcare',
      'all',
      'without-pnp',
    ])
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
  })

  it('forecasts 30, 90 and 180 days ahead, and scores what it says of chances', async () => {
    const { run, fileOf } = workplace()
    const file = fileOf(toCsv(recent))
    const ended = await run('--draws', file, '--from', '2025-12-01', '--mode', 'forecast', '--json')
    expect(ended.status).toBe(0)
    const { draws, invitedWithin, mode } = resultOf(ended)
    expect(mode).toBe('forecast')
    const wanted = recent.filter(({ date }) => date >= '2025-12-01').map(({ number }) => number)
    for (const horizonDays of [30, 90, 180]) {
      expect(draws.filter((one) => one.horizonDays === horizonDays).map(({ draw }) => draw)).toEqual(wanted)
    }
    expect(invitedWithin.map(({ stream, days }) => `${stream} ${days}`)).toHaveLength(9)
    const people = await run('--draws', file, '--from', '2025-10-01', '--mode', 'forecast')
    expect(people.status).toBe(0)
    expect(people.stdout).toMatch(
      /Brier score of "cec within 30 days": [\d.]+ \(last cutoff [\d.]+, random walk [\d.]+; \d+ statements\)\n/,
    )
  })
})

describe('backtest --draws FILE', () => {
  /** Draws of every stream in 2026, the ones never held before among them, two a day. */
  const invented: PublishedDraw[] = streams.map((stream, index) =>
    publishedDraw({
      number: `${389 + index}`,
      date: `2026-${index < 8 ? '02' : '03'}-${10 + 2 * ((index % 8) >> 1)}`,
      stream,
      name: stream,
      size: stream === 'military' ? 5 : 1500,
      cutoff: stream === 'pnp' ? 720 : 470 + index,
    }),
  )

  it('takes the place of the bundled draws, and earlier predictions stay as they were', async () => {
    const { run, fileOf } = workplace()
    const ended = await run(
      '--draws',
      fileOf(toCsv([...publishedDraws, ...invented])),
      '--json',
      '--from',
      '2025-10-01',
    )
    expect(ended.status).toBe(0)
    expect(ended.stderr).not.toContain('EE_')
    const { draws, to, overall, summary } = resultOf(ended)
    expect(to).toBe('2026-03-16')
    const recorded = record.replay.draws.filter(({ date }) => date >= '2025-10-01')
    expect(draws.slice(0, recorded.length)).toEqual(recorded)
    expect(draws.slice(recorded.length).map(({ stream }) => stream)).toEqual([...streams])
    for (const { p10, p25, p50, p75, p90 } of draws) {
      const quantiles = [p10, p25, p50, p75, p90]
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
    }
    expect(new Set(summary.map(({ stream }) => stream))).toEqual(new Set(streams))
    expect(overall.find(({ streams: which, year }) => which === 'all' && year === 2026)?.n).toBe(streams.length)
  })

  it('forecasts streams nobody has seen a draw of', async () => {
    const { run, fileOf } = workplace()
    const file = fileOf(toCsv([...recent, ...invented]))
    const ended = await run('--draws', file, '--json', '--from', '2026-03-01', '--mode', 'forecast')
    expect(ended.status).toBe(0)
    const { draws } = resultOf(ended)
    expect(draws).toHaveLength(3 * invented.filter(({ date }) => date >= '2026-03-01').length)
  })

  it('tells what it cannot read, uses the rest, and ends with 1', async () => {
    const { run, fileOf } = workplace()
    const lines = toCsv(recent).trimEnd().split('\r\n')
    const broken = [...lines, '389,2026-01-07,,astronauts,Astronauts,500,429', '390,soon,,cec,CEC,500,500']
    const ended = await run('--draws', fileOf(broken.join('\n')), ...recentRange, '--json')
    expect(ended.status).toBe(1)
    const rows = recent.length
    expect(ended.stderr).toMatch(
      new RegExp(`EE_DRAWS_FILE at \\$\\[${rows}\\]\\.type: received "astronauts"; expected one of`),
    )
    expect(ended.stderr).toContain(`EE_DRAWS_FILE at $[${rows + 1}].draw_date: received "soon"; expected a date`)
    expect(resultOf(ended).draws).toHaveLength(recent.filter(({ date }) => date >= '2025-11-01').length)
  })

  it('of no draws at all predicts none', async () => {
    const { run, fileOf } = workplace()
    const ended = await run('--draws', fileOf(toCsv([])), '--json')
    expect(ended.status).toBe(0)
    expect(resultOf(ended)).toMatchObject({ draws: [], summary: [], byYear: [] })
  })

  it.each([
    ['that is not there', undefined, /EE_FILE at \$\.draws: .*none\.csv: ENOENT/],
    ['that is a folder', 'folder', /EE_FILE at \$\.draws: .*EISDIR/],
    ['that is empty', '', /EE_DRAWS_FILE expected a CSV table.*missing: draw_number, draw_date, itas, crs_cutoff/],
    ['that is something else', '{"rounds":[]}', /EE_DRAWS_FILE expected a CSV table with the columns of draws\.csv/],
    [
      'that is binary',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 131) % 256),
      /EE_DRAWS_FILE expected a CSV table/,
    ],
  ])('refuses a file %s', async (_, content, words) => {
    const { run, fileOf } = workplace()
    const missing = join(temporaryFolder(), 'none.csv')
    const file = content === undefined ? missing : content === 'folder' ? temporaryFolder() : fileOf(content)
    const { status, stdout, stderr } = await run('--draws', file, '--json')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(words)
  })
})

describe('backtest with wrong usage ends with 2 and prints nothing else', () => {
  it.each([
    [['--from', '2025-02-30'], /"2025-02-30"; expected a date such as/],
    [['--to', 'now'], /"now"; expected a date such as/],
    [['--mode', 'guess'], /Allowed choices are replay, forecast/],
    [
      ['--from', '2025-02-01', '--to', '2025-01-01'],
      /EE_CONFIG at \$\.from: received 2025-02-01, which is after 2025-01-01/,
    ],
    [['--draws'], /argument missing/],
    [['draws.csv'], /too many arguments/],
    [['--fast'], /unknown option '--fast'/],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await workplace().run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(words)
  })
})

describe('a backtest that was done before', () => {
  it('is told from the data folder, the same byte for byte, and no other question with it', async () => {
    const { run, fileOf, kept } = workplace()
    const file = fileOf(toCsv(recent))
    const args = ['--draws', file, ...recentRange, '--json']
    const first = await run(...args)
    expect(kept()).toHaveLength(1)
    const changedMs = statSync(kept()[0]).mtimeMs
    const second = await run(...args)
    expect([second.status, second.stdout]).toEqual([0, first.stdout])
    expect(kept().map((one) => statSync(one).mtimeMs)).toEqual([changedMs])
    // Nothing is computed: what the file says is what is printed.
    const edited = readFileSync(kept()[0], 'utf8').replace('"size":6000', '"size":6001')
    writeFileSync(kept()[0], edited)
    expect((await run(...args)).stdout).toBe(`${edited}\n`)
    const others = [
      ['--draws', file, '--from', '2025-11-02', '--json'],
      ['--draws', file, ...recentRange, '--to', '2025-12-16', '--json'],
      [
        '--draws',
        fileOf(toCsv(recent.with(0, { ...recent[0], cutoff: recent[0].cutoff + 1 }))),
        ...recentRange,
        '--json',
      ],
    ]
    for (const [index, other] of others.entries()) {
      expect((await run(...other)).stdout).not.toContain('"size":6001')
      expect(kept()).toHaveLength(index + 2)
    }
  })

  it.each([
    ['cut short', (content: string) => content.slice(0, content.length / 2)],
    ['of another shape', () => '{"mode":"replay","draws":[]}'],
    ['empty', () => ''],
  ])('is done again when what was kept is %s', async (_, damage) => {
    const { run, fileOf, kept } = workplace()
    const args = ['--draws', fileOf(toCsv(recent)), ...recentRange, '--json']
    const first = await run(...args)
    const [file] = kept()
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, damage(good))
    const second = await run(...args)
    expect([second.status, second.stdout]).toEqual([0, first.stdout])
    expect(readFileSync(file, 'utf8')).toBe(good)
  })

  it('that cannot be kept is printed all the same, and that is said', async () => {
    const { dataDir, run, fileOf } = workplace()
    // A file stands where the folder should be: also root cannot make it.
    writeFileSync(join(dataDir, 'backtests'), '')
    const ended = await run('--draws', fileOf(toCsv(recent)), ...recentRange, '--json')
    expect(ended.status).toBe(0)
    expect(resultOf(ended).draws.length).toBeGreaterThan(5)
    expect(ended.stderr).toMatch(/The result could not be kept for the next time: /)
  })
})

it('a reader who has seen enough ends it without a complaint', async () => {
  const { fileOf } = workplace()
  const child = startCli(['backtest', '--draws', fileOf(toCsv(recent)), ...recentRange, '--json'], {
    env: { EE_SIM_DATA_DIR: temporaryFolder() },
  })
  let stderr = ''
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece
  })
  child.stdout.destroy()
  await once(child, 'close')
  expect(stderr).not.toMatch(/EPIPE|Error/)
})

it('is explained, with examples, by --help', async () => {
  const { status, stdout } = await workplace().run('--help')
  expect(status).toBe(0)
  for (const option of ['--from', '--to', '--mode', '--draws', '--json']) expect(stdout).toContain(option)
  expect(stdout).toContain('$ ee-sim backtest --mode forecast')
})
