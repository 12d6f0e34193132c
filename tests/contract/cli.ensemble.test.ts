import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { EnsembleResult } from '../../shared/schema/ensemble.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { runCli, startCli } from '../helpers/cli.ts'
import { bytesOf } from '../helpers/ensembles.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

function scenarioFile(changes: Parameters<typeof smallScenario>[0] = {}): string {
  const file = join(temporaryFolder(), 'small.json')
  writeFileSync(file, JSON.stringify(smallScenario(changes)))
  return file
}

describe('ensemble', () => {
  it('prints the quantiles of every draw as one JSON document', async () => {
    const { status, stdout } = await runCli(['ensemble', scenarioFile(), '--runs', '6', '--threads', '2', '--json'])
    expect(status).toBe(0)
    const result: EnsembleResult = JSON.parse(stdout)
    expect(shapeIssues(EnsembleResult, result)).toEqual([])
    const keys = ['scenario', 'seed', 'runs', 'threads', 'engineVersion', 'elapsedMs', 'draws']
    expect(Object.keys(result)).toEqual(expect.arrayContaining(keys))
    expect(result).toMatchObject({ scenario: 'small', seed: 'baseline', runs: 6, threads: 2 })
    expect(result.draws.length).toBeGreaterThan(5)
    for (const { stream, size, cutoff } of result.draws) {
      expect([stream, size]).toEqual(['cec', 30])
      const { p10, p25, p50, p75, p90 } = cutoff ?? { p10: 1, p25: 0, p50: 0, p75: 0, p90: 0 }
      expect([p10, p25, p50, p75, p90]).toEqual([p10, p25, p50, p75, p90].toSorted((a, b) => a - b))
    }
  })

  it('gives the same bytes on one thread and on eight, others for another seed', async () => {
    const file = scenarioFile()
    const run = async (...args: string[]): Promise<EnsembleResult> =>
      JSON.parse((await runCli(['ensemble', file, '--runs', '5', '--json', ...args])).stdout)
    const [one, eight, other] = [
      await run('--threads', '1'),
      await run('--threads', '8'),
      await run('--threads', '2', '--seed', 'another'),
    ]
    expect(bytesOf(one)).toBe(bytesOf(eight))
    expect([one.threads, eight.threads]).toEqual([1, 8])
    expect(other.seed).toBe('another')
    expect(other.draws).not.toEqual(one.draws)
  })

  it('prints a table for people, and what it was about on standard error', async () => {
    const { status, stdout, stderr } = await runCli(['ensemble', scenarioFile(), '--runs', '3'])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^date +stream +size +cutoff p10 +p50 +p90 +held\n2025-12-16 +cec +30 +\d+ +\d+ +\d+ +100 %\n/,
    )
    expect(stderr).toContain('Scenario small, seed baseline, ruleset 2025-03-25: 3 runs.')
    expect(stderr).not.toContain('Partial')
  })

  it('Ctrl-C prints what the runs so far say, marked as partial, and ends with 130', async () => {
    const file = scenarioFile()
    const child = startCli(['ensemble', file, '--runs', '100000', '--threads', '1', '--json'])
    const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    await once(child.stderr, 'data')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const askedMs = performance.now()
    child.kill('SIGINT')
    const [stdout, stderr, [status]] = await output
    expect(performance.now() - askedMs).toBeLessThan(2000)
    expect(status).toBe(130)
    const { partial, runsAskedFor, ...result } = JSON.parse(stdout)
    expect([partial, runsAskedFor]).toEqual([true, 100_000])
    expect(shapeIssues(EnsembleResult, result)).toEqual([])
    expect(stderr).toContain(`Partial result: stopped after ${result.runs} of 100000 runs.`)
    const whole = await runCli(['ensemble', file, '--runs', String(result.runs), '--json'])
    expect(bytesOf(JSON.parse(whole.stdout))).toBe(bytesOf(result))
  })

  it.each([1000, 1500])('Ctrl-C after %i ms prints one whole partial result or only why there is none', async (ms) => {
    const child = startCli(['ensemble', 'baseline-2026', '--runs', '100000', '--threads', '1', '--json'])
    const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill('SIGINT')
    const [stdout, stderr, [status, signal]] = await output
    // On a busy machine the program may not have begun to listen: then it ends as any program does, with nothing printed.
    if (signal === 'SIGINT') return expect(stdout).toBe('')
    expect(status).toBe(130)
    if (stdout === '') expect(stderr).toContain('Stopped before the first run had ended.')
    else expect(JSON.parse(stdout)).toMatchObject({ partial: true, scenario: 'baseline-2026' })
  })

  it('names every mistake of a scenario and ends with 1', async () => {
    const file = join(temporaryFolder(), 'broken.json')
    writeFileSync(file, JSON.stringify({ ...smallScenario(), horizonDays: 0, asOf: 'soon' }))
    const { status, stdout, stderr } = await runCli(['ensemble', file, '--runs', '3', '--json'])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/EE_SHAPE at \$\.asOf: received "soon"/)
    expect(stderr).toMatch(/EE_SHAPE at \$\.horizonDays: received 0/)
  })

  it.each([
    [[], /required option '--runs <number>'/],
    [['--runs', '0'], /'0' is invalid.*whole number from 1 to 100000/],
    [['--runs', '1.5'], /'1.5' is invalid/],
    [['--runs', 'many'], /'many' is invalid/],
    [['--runs', '100001'], /from 1 to 100000/],
    [['--runs', '5', '--threads', '0'], /'0' is invalid.*whole number from 1 to 256/],
    [['--runs', '5', '--threads', '-1'], /'-1' is invalid/],
    [['--runs', '5', '--seed', ''], /1 to 100 characters/],
  ])('%j is wrong usage: 2', async (args, words) => {
    const { status, stdout, stderr } = await runCli(['ensemble', 'baseline-2026', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(words)
  })
})
