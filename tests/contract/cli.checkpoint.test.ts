import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { EnsembleReducer } from '../../shared/ensemble/reduce.ts'
import type { EnsembleResult } from '../../shared/schema/ensemble.ts'
import { type CliResult, parseLines, runCli, startCli } from '../helpers/cli.ts'
import { bytesOf, ensembleOf } from '../helpers/ensembles.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

const scenario = smallScenario()

/** A folder with a scenario in it, and a name for a checkpoint that is not there yet. */
function prepared(changes: Parameters<typeof smallScenario>[0] = {}) {
  const folder = temporaryFolder()
  const scenarioFile = join(folder, 'small.json')
  writeFileSync(scenarioFile, JSON.stringify(smallScenario(changes)))
  return { folder, scenarioFile, checkpoint: join(folder, 'kept.checkpoint') }
}
const resultOf = ({ stdout }: CliResult): EnsembleResult => JSON.parse(stdout)

describe('ensemble --checkpoint', () => {
  it('goes on from what is in the file: the same bytes as without a break', async () => {
    const { scenarioFile, checkpoint } = prepared()
    const run = (runs: number, threads: number) =>
      runCli([
        ...['ensemble', scenarioFile, '--json', '--checkpoint', checkpoint],
        ...['--runs', `${runs}`, '--threads', `${threads}`],
      ])
    const first = await run(4, 2)
    expect(first.status).toBe(0)
    expect(first.stderr).not.toContain('continuing')
    const second = await run(9, 1)
    expect(second.stderr).toContain(`${checkpoint}: continuing after 4 of 9 runs.`)
    expect(bytesOf(resultOf(second))).toBe(bytesOf(await ensembleOf({ scenario, runs: 9 })))
    const again = await run(9, 2)
    expect(again.status).toBe(0)
    expect(bytesOf(resultOf(again))).toBe(bytesOf(resultOf(second)))
  })

  it('keeps what was found until Ctrl-C, and says so', async () => {
    const { scenarioFile, checkpoint } = prepared()
    const args = ['ensemble', scenarioFile, '--threads', '1', '--json', '--checkpoint', checkpoint]
    const child = startCli([...args, '--runs', '100000'])
    const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    await once(child.stderr, 'data')
    child.kill('SIGINT')
    const [stdout, stderr, [status]] = await output
    expect(status).toBe(130)
    expect(stderr).toContain(`They are kept in ${checkpoint}: the same command goes on from there.`)
    const { runs }: EnsembleResult = JSON.parse(stdout)
    const rest = await runCli([...args, '--runs', `${runs + 2}`])
    expect(rest.stderr).toContain(`continuing after ${runs} of ${runs + 2} runs.`)
    expect(bytesOf(resultOf(rest))).toBe(bytesOf(await ensembleOf({ scenario, runs: runs + 2 })))
  })

  it('loses at most the last ten seconds to kill -9', async () => {
    const { folder, checkpoint } = prepared()
    const args = ['ensemble', 'baseline-2026', '--threads', '1', '--json', '--checkpoint', checkpoint]
    const child = startCli([...args, '--runs', '100000'])
    while (!existsSync(checkpoint)) await sleep(50)
    const beganMs = statSync(checkpoint).mtimeMs
    while (statSync(checkpoint).mtimeMs === beganMs) await sleep(50)
    expect(statSync(checkpoint).mtimeMs - beganMs).toBeLessThan(20_000)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(readdirSync(folder).toSorted()).toEqual(['kept.checkpoint', 'small.json'])
    const baseline = JSON.parse(readFileSync('scenarios/baseline-2026.json', 'utf8'))
    const { runs } = EnsembleReducer.restore(ensemblePlan(baseline), readFileSync(checkpoint))
    expect(runs).toBeGreaterThan(0)
    const rest = await runCli([...args, '--runs', `${runs + 1}`])
    expect(rest.stderr).toContain(`continuing after ${runs} of ${runs + 1} runs.`)
    expect(bytesOf(resultOf(rest))).toBe(bytesOf(await ensembleOf({ scenario: baseline, runs: runs + 1 })))
  })

  it('refuses a file that is damaged, something else, of another ensemble or of more runs, and leaves it alone', async () => {
    const { scenarioFile, checkpoint } = prepared()
    const args = ['ensemble', scenarioFile, '--checkpoint', checkpoint]
    await runCli([...args, '--runs', '3'])
    const good = readFileSync(checkpoint)
    const flipped = Uint8Array.from(good)
    flipped[good.length >> 1] ^= 8
    const refused: [Uint8Array | string, string[], RegExp][] = [
      [flipped, ['--runs', '5'], /it is damaged or cut short/],
      [good.subarray(0, 1000), ['--runs', '5'], /it is damaged or cut short/],
      ['my notes', ['--runs', '5'], /it is no checkpoint of this program/],
      ['', ['--runs', '5'], /it is no checkpoint of this program/],
      [good, ['--runs', '5', '--seed', 'other'], /it belongs to another scenario, seed/],
      [good, ['--runs', '2'], /holds 3 runs, more than the 2 asked for/],
    ]
    for (const [content, options, words] of refused) {
      writeFileSync(checkpoint, content)
      const { status, stdout, stderr } = await runCli([...args, ...options])
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/^EE_CHECKPOINT \S+kept\.checkpoint: .*remove it, or name another\n$/)
      expect(stderr).toMatch(words)
      expect(readFileSync(checkpoint).equals(Buffer.from(content))).toBe(true)
    }
  })

  it.each([
    ['/proc/none/kept', /EE_FILE \/proc\/none\/kept cannot be written/],
    ['/dev/null', /EE_CHECKPOINT \/dev\/null: it is no checkpoint/],
  ])('does not begin what it could not keep in %s', async (file, words) => {
    const { scenarioFile } = prepared()
    const { status, stdout, stderr } = await runCli(['ensemble', scenarioFile, '--runs', '3', '--checkpoint', file])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(words)
  })
})

describe('simulate --checkpoint --until, --resume', () => {
  const day = '2025-12-31'

  it('tells in parts what the whole run tells, also in three parts', async () => {
    const { folder, scenarioFile, checkpoint } = prepared()
    const other = join(folder, 'other.checkpoint')
    const parts = [
      ['--checkpoint', checkpoint, '--until', day],
      ['--resume', checkpoint, '--checkpoint', other, '--until', '2026-01-20'],
      ['--resume', other],
    ]
    const told = []
    for (const part of parts) told.push((await runCli(['simulate', scenarioFile, '--events', ...part])).stdout)
    expect(told.join('')).toBe((await runCli(['simulate', scenarioFile, '--events'])).stdout)
    expect(parseLines(told[0]).at(-1)).toMatchObject({ type: 'day', date: day })
    const draws = async (args: string[]) => resultDraws(await runCli(['simulate', scenarioFile, '--json', ...args]))
    const [before, after] = [await draws(parts[0]), await draws(['--resume', checkpoint])]
    expect([...before, ...after]).toEqual(await draws([]))
    expect(before.length * after.length).toBeGreaterThan(0)
  })

  it('says in a document which part it is, with totals from the first day on', async () => {
    const { scenarioFile, checkpoint } = prepared()
    const json = async (...args: string[]) =>
      JSON.parse((await runCli(['simulate', scenarioFile, '--json', ...args])).stdout)
    const first = await json('--checkpoint', checkpoint, '--until', day)
    const rest = await json('--resume', checkpoint)
    const whole = await json()
    expect(first).toMatchObject({ scenario: 'small', until: day, totals: { draws: first.draws.length } })
    expect(rest).toMatchObject({ scenario: 'small', from: '2026-01-01', totals: whole.totals })
    expect(whole).not.toHaveProperty('until')
  })

  it('refuses what cannot be gone on from, and never replaces another file', async () => {
    const { scenarioFile, checkpoint } = prepared()
    await runCli(['simulate', scenarioFile, '--checkpoint', checkpoint, '--until', day])
    const cases: [string[], number, RegExp][] = [
      [['--resume', checkpoint, '--seed', 'other'], 1, /EE_CHECKPOINT .*it belongs to another scenario, seed/],
      [['--resume', scenarioFile], 1, /EE_CHECKPOINT .*no checkpoint of this program/],
      [['--resume', `${checkpoint}.none`], 1, /EE_FILE .*there is no such file/],
      [['--checkpoint', scenarioFile, '--until', day], 1, /EE_CHECKPOINT .*small\.json: it is no checkpoint/],
      [['--checkpoint', checkpoint], 2, /EE_CONFIG expected --checkpoint FILE and --until DATE together/],
      [['--until', day], 2, /EE_CONFIG expected --checkpoint FILE and --until DATE together/],
      [['--checkpoint', checkpoint, '--until', '2027-01-01'], 2, /received 2027-01-01; expected a day that is left: /],
      [
        ['--resume', checkpoint, '--checkpoint', checkpoint, '--until', day],
        2,
        /expected a day that is left: 2026-01-01/,
      ],
      [['--checkpoint', checkpoint, '--until', 'soon'], 2, /expected a date such as/],
    ]
    const kept = [readFileSync(scenarioFile), readFileSync(checkpoint)]
    for (const [args, code, words] of cases) {
      const { status, stdout, stderr } = await runCli(['simulate', scenarioFile, ...args])
      expect([status, stdout], args.join(' ')).toEqual([code, ''])
      expect(stderr).toMatch(words)
    }
    expect([readFileSync(scenarioFile), readFileSync(checkpoint)]).toEqual(kept)
  })
})

const resultDraws = ({ stdout }: CliResult): unknown[] => JSON.parse(stdout).draws
