import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listScenarios, scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { bands } from '../../shared/schema/common.ts'
import { DrawResult } from '../../shared/schema/draw.ts'
import { SimulationEvent } from '../../shared/schema/event.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { parseLines, runCli, startCli } from '../helpers/cli.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

/** The baseline, made small and short, with some of its fields changed, as a file. */
function scenarioFile(changes: object = {}): string {
  const { population: _, ...baseline } = scenarioById('baseline-2026') as Scenario
  const small = { ...baseline, id: 'small', horizonDays: 40, population: { size: 20_000 }, arrivals: { perDay: 80 } }
  const file = join(temporaryFolder(), 'small.json')
  writeFileSync(file, JSON.stringify({ ...small, ...changes }))
  return file
}

describe('simulate', () => {
  it('prints draws, weekly pool and totals as one JSON document', async () => {
    const { status, stdout, stderr } = await runCli(['simulate', scenarioFile(), '--json'])
    expect([status, stderr]).toEqual([0, ''])
    const summary = JSON.parse(stdout)
    expect(Object.keys(summary)).toEqual(['scenario', 'seed', 'engineVersion', 'rulesetId', 'draws', 'pool', 'totals'])
    expect(summary).toMatchObject({ scenario: 'small', rulesetId: '2025-03-25' })
    expect(summary.draws.length).toBeGreaterThan(3)
    expect(summary.draws.flatMap((draw: unknown) => shapeIssues(DrawResult, draw))).toEqual([])
    expect(summary.pool.map(({ date }: { date: string }) => date)).toEqual([
      '2025-12-14',
      '2025-12-21',
      '2025-12-28',
      '2026-01-04',
      '2026-01-11',
      '2026-01-18',
      '2026-01-23',
    ])
    expect(Object.keys(summary.pool[0].bands)).toEqual([...bands])
    expect(summary.pool[0].total).toBeLessThanOrEqual(20_000)
    const { start, arrivals, returned, inPool, invited, expired, withdrawn, ineligible } = summary.totals
    expect(start + arrivals + returned).toBe(inPool + invited + expired + withdrawn + ineligible)
  })

  it('gives the same bytes for the same seed and others for another', async () => {
    const file = scenarioFile()
    const run = async (...args: string[]) => (await runCli(['simulate', file, '--json', ...args])).stdout
    const [first, again, other] = await Promise.all([run(), run(), run('--seed', 'another')])
    expect(first).toBe(again)
    expect(JSON.parse(other).seed).toBe('another')
    expect(JSON.parse(other).totals).not.toEqual(JSON.parse(first).totals)
  })

  it('prints events as they happen, started first and finished last', async () => {
    const { status, stdout } = await runCli(['simulate', scenarioFile(), '--events'])
    const events = parseLines(stdout)
    expect(status).toBe(0)
    expect(events.flatMap((event) => shapeIssues(SimulationEvent, event))).toEqual([])
    expect([events[0].type, events.at(-1)?.type]).toEqual(['started', 'finished'])
    expect(events.filter(({ type }) => type === 'day')).toHaveLength(41)
  })

  it('hands out the first events before the run has ended', async () => {
    const child = startCli(['simulate', 'baseline-2026', '--events'])
    const [chunk] = await once(child.stdout, 'data')
    expect(String(chunk)).toMatch(/^\{"type":"started"/)
    expect(child.exitCode).toBeNull()
    child.stdout.destroy()
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  it('prints the draws as CSV that agrees with the JSON', async () => {
    const file = scenarioFile()
    const csv = (await runCli(['simulate', file, '--csv'])).stdout
    const { draws } = JSON.parse((await runCli(['simulate', file, '--json'])).stdout)
    const [header, ...rows] = csv.trim().split('\r\n')
    const columns = header.split(',')
    expect(columns).toEqual(
      expect.arrayContaining(['date', 'stream', 'size', 'cutoff', 'tieBreak', 'eligible', 'invited']),
    )
    expect(rows).toEqual(
      draws.map((draw: Record<string, unknown>) => columns.map((name) => draw[name] ?? '').join(',')),
    )
  })

  it('prints a table for people', async () => {
    const { stdout, stderr } = await runCli(['simulate', scenarioFile()])
    expect(stdout).toMatch(/^date +stream +size +cutoff +tie-break +eligible +invited\n2025-12-1\d {2}/)
    expect(stderr).toContain('Scenario small, seed baseline, ruleset 2025-03-25.')
  })

  it('names every mistake of a scenario and ends with 1', async () => {
    const file = scenarioFile({ horizonDays: 0, asOf: 'soon' })
    const { status, stdout, stderr } = await runCli(['simulate', file, '--json'])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/EE_SHAPE at \$\.asOf: received "soon"/)
    expect(stderr).toMatch(/EE_SHAPE at \$\.horizonDays: received 0/)
  })

  it.each([
    ['no-such-scenario', /EE_NOT_FOUND .*expected a file, or one of .*baseline-2026/],
    ['./none.json', /EE_FILE .*none\.json cannot be read/],
  ])('does not know %s', async (name, words) => {
    const { status, stderr } = await runCli(['simulate', name])
    expect(status).toBe(1)
    expect(stderr).toMatch(words)
  })
})

describe('scenarios', () => {
  it('lists the scenarios that come with the program', async () => {
    const [plain, json] = await Promise.all([runCli(['scenarios']), runCli(['scenarios', 'list', '--json'])])
    const ids = listScenarios().map(({ id }) => id)
    expect(JSON.parse(json.stdout).map(({ id }: { id: string }) => id)).toEqual(ids)
    expect((await runCli(['scenarios', '--json'])).stdout).toBe(json.stdout)
    for (const id of ids) expect(plain.stdout).toContain(`\n${id} `)
  })

  it('validates a file, every error with its path', async () => {
    const good = await runCli(['scenarios', 'validate', scenarioFile()])
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('the scenario small is valid') })
    const bad = await runCli(['scenarios', 'validate', '--json', scenarioFile({ seed: 5, horizonDays: -1 })])
    expect(bad.status).toBe(1)
    expect(JSON.parse(bad.stdout)).toMatchObject({
      valid: false,
      issues: [{ path: '$.horizonDays' }, { path: '$.seed' }],
    })
  })

  it('validate says when a file is not JSON or not there', async () => {
    const file = join(temporaryFolder(), 'text.json')
    writeFileSync(file, 'text')
    const results = await Promise.all([file, `${file}.none`].map((path) => runCli(['scenarios', 'validate', path])))
    expect(results.map(({ status }) => status)).toEqual([1, 1])
    expect(results[0].stdout).toContain('EE_JSON at $: ')
    expect(results[1].stdout).toContain('EE_FILE at $: ')
  })
})

describe('pool', () => {
  it('meets every published band exactly, and says who its people are assumed to be', async () => {
    const { status, stdout } = await runCli(['pool', '--as-of', '2025-12-14', '--json'])
    expect(status).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ asOf: '2025-12-14', size: 237_302, exact: true, rulesetId: '2025-03-25' })
    expect(report.bands[1]).toEqual({ band: '501-600', published: 21_792, synthetic: 21_792 })
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['seed', 'engineVersion', 'streams', 'shares', 'education']),
    )
  })

  it('takes the newest table not after the date, and refuses a date before the first', async () => {
    const { stdout } = await runCli(['pool', '--as-of', '2022-02-10'])
    expect(stdout).toMatch(/^Synthetic pool as of 2022-01-31: \d+ persons, ruleset 2020-10-20/)
    const early = await runCli(['pool', '--as-of', '2021-01-01'])
    expect([early.status, early.stdout]).toEqual([1, ''])
    expect(early.stderr).toMatch(/EE_SNAPSHOT_NONE at \$\.asOf: received 2021-01-01/)
  })
})

it('serve prints its address and stops on SIGTERM with 0', async () => {
  const child = startCli(['serve', '--port', '0'])
  const [chunk] = await once(child.stdout, 'data')
  const address = /^Express Entry simulator: (http:\/\/127\.0\.0\.1:\d+)\n/.exec(String(chunk))?.[1]
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
})
