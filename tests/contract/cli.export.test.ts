import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readScenario } from '../../shared/scenario/load.ts'
import { runCli } from '../helpers/cli.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const scenario = smallScenario({ horizonDays: 60 })
const work = mkdtempSync(join(tmpdir(), 'ee-sim-export-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const folder = join(work, 'out', 'of', 'this')

function scenarioFile(): string {
  const path = join(work, 'scenario.json')
  writeFileSync(path, JSON.stringify(scenario))
  return path
}

type Row = { [column: string]: string | number | Date }

async function table(name: string): Promise<Row[]> {
  const bytes = readFileSync(join(folder, name))
  return (await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  })) as Row[]
}

describe('ee-sim export', () => {
  let run: {
    provenance: { scenario: unknown; seed: string; citation: string }
    draws: Row[]
    totals: { [name: string]: number }
  }
  beforeAll(async () => {
    const { status, stderr } = await runCli(['export', scenarioFile(), folder, '--seed', 'maple'])
    expect(status).toBe(0)
    expect(stderr).toContain('scenario small, seed maple')
    run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  })

  it('says where everything comes from, so that it can be made again', async () => {
    expect(readScenario(run.provenance.scenario)).toEqual(scenario)
    expect(run.provenance).toMatchObject({
      seed: 'maple',
      rulesetId: '2025-03-25',
      data: { newestDraw: '2025-12-17', draws: 389, digest: expect.stringMatching(/^[\da-f]+-[\da-f]+$/) },
    })
    const again = await runCli(['simulate', join(work, 'scenario.json'), '--seed', run.provenance.seed, '--json'])
    expect(JSON.parse(again.stdout).draws).toEqual(run.draws)
  })

  it('writes the draws for spreadsheets', () => {
    const text = readFileSync(join(folder, 'draws.csv'), 'utf8')
    expect(text.startsWith('\uFEFFnumber,date,stream')).toBe(true)
    expect(text.trim().split(/\r?\n/)).toHaveLength(run.draws.length + 1)
  })

  it('writes one row for each ITA; the lowest score of a draw is its cutoff', async () => {
    const invited = await table('invited.parquet')
    expect(invited).toHaveLength(run.totals.invited)
    for (const [index, draw] of run.draws.entries()) {
      const own = invited.filter((row) => row.draw === index + 1)
      expect(own).toHaveLength(draw.invited as number)
      expect(Math.min(...own.map(({ score }) => Number(score)))).toBe(draw.cutoff)
      expect(new Set(own.map(({ date, stream }) => `${date} ${stream}`))).toEqual(
        new Set([`${draw.date} ${draw.stream}`]),
      )
    }
    for (const { submittedAt, date, waitedDays } of invited) {
      const day = (instant: number) => Math.floor(instant / 86_400_000)
      expect(day(Date.parse(String(date))) - day((submittedAt as Date).getTime())).toBe(waitedDays)
    }
  })

  it('writes everybody in the pool at the start and at the end, whoever stays with the same number', async () => {
    const [start, end] = [await table('pool-start.parquet'), await table('pool-end.parquet')]
    expect(start).toHaveLength(run.totals.start)
    expect(end).toHaveLength(run.totals.inPool)
    const people = (rows: readonly Row[]) => new Set(rows.map(({ person }) => person))
    expect(people(start).size).toBe(start.length)
    const stayed = end.filter(({ person }) => people(start).has(person))
    expect(stayed.length).toBeGreaterThan(end.length / 2)
    for (const { streams } of end) expect(String(streams)).toMatch(/\b(cec|fsw|fst|pnp)\b/)
  })

  it('says what it cannot write', async () => {
    const taken = join(work, 'taken')
    mkdirSync(join(taken, 'run.json'), { recursive: true })
    const { status, stderr } = await runCli(['export', join(work, 'scenario.json'), taken])
    expect(status).toBe(1)
    expect(stderr).toMatch(/EE_FILE .*run\.json cannot be written/)
  })
})
