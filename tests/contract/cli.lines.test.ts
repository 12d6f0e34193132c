import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { profileFile } from '../../client/pages/chance/answers/profileFile.ts'
import { cliFile, parseLines, runCli, startCli } from '../helpers/cli.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { couple, read } from '../helpers/formAnswers.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

interface Case {
  id: string
  ruleset: string
  profile: Record<string, unknown>
  expected: Record<string, unknown>
}

const corpusFile = (name: string): string => fileURLToPath(new URL(`../corpus/${name}`, import.meta.url))
const cases = readCorpus<Case>('crs.jsonl')
const [{ profile }] = cases
const lines = (...values: unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n')

describe('score', () => {
  it('answers the whole corpus in the shape of its expected values', async () => {
    const { status, stdout, stderr } = await runCli(['score', '--json', corpusFile('crs.jsonl')])
    expect(status).toBe(0)
    expect(parseLines(stdout)).toEqual(cases.map(({ id, ruleset, expected }) => ({ id, ruleset, ...expected })))
    expect(stderr.match(/not current for dates from 2026-11-03/g)).toHaveLength(1)
  })

  it('reads a file that the page My chance saved', async () => {
    const { profile: complete } = read(couple)
    if (!complete) throw new Error('the answers should be complete')
    const [plain, saved] = await Promise.all(
      [lines(complete), profileFile(complete, couple)].map((stdin) => runCli(['score', '--json'], { stdin })),
    )
    expect(saved).toMatchObject({ status: 0, stdout: plain.stdout })
  })

  it('reads bare profiles from standard input, under the last fully known law', async () => {
    const { status, stdout } = await runCli(['score', '--json'], { stdin: lines(profile, '', { id: 'x', ...profile }) })
    expect(status).toBe(0)
    expect(parseLines(stdout)).toMatchObject([
      { id: 1, ruleset: '2025-03-25', total: 68 },
      { id: 'x', ruleset: '2025-03-25', total: 68 },
    ])
  })

  it('takes --ruleset before the ruleset of a line, and has nothing to say about an old one', async () => {
    const stdin = lines({ id: 'a', ruleset: '2015-01-01', profile: { ...profile, sibling: true } })
    const old = await runCli(['score', '--json', '-'], { stdin })
    const newer = await runCli(['score', '--json', '--ruleset', '2017-06-06'], { stdin })
    expect(parseLines(old.stdout)).toMatchObject([{ ruleset: '2015-01-01', total: 68 }])
    expect(parseLines(newer.stdout)).toMatchObject([{ ruleset: '2017-06-06', total: 83 }])
    expect([old.stderr, newer.stderr]).toEqual(['', ''])
  })

  it('answers a refused line in its place, goes on, and ends with 1', async () => {
    const stdin = lines(
      { id: 'good', profile },
      '{"id": "cut off',
      { id: 'bad', profile: { ...profile, age: 'old', education: 'phd' } },
      { id: 'unknown', ruleset: '1999-01-01', profile },
      { id: 'unfilled', ruleset: '2026-11-03', profile },
      7,
      { id: 'last', profile },
    )
    const { status, stdout } = await runCli(['score', '--json'], { stdin })
    const answers = parseLines(stdout)
    expect(status).toBe(1)
    expect(answers.map(({ id }) => id)).toEqual(['good', 2, 'bad', 'unknown', 'unfilled', 6, 'last'])
    expect(answers.map(({ error }) => (error as { code: string } | undefined)?.code)).toEqual([
      undefined,
      'EE_JSON',
      'EE_SHAPE',
      'EE_RULESET_UNKNOWN',
      'EE_RULESET_UNFILLED',
      'EE_SHAPE',
      undefined,
    ])
    expect(answers[2]).toEqual({
      id: 'bad',
      error: {
        code: 'EE_SHAPE',
        message: expect.stringContaining('received "old"'),
        path: '$.profile.age',
        issues: [
          expect.objectContaining({ path: '$.profile.age' }),
          expect.objectContaining({ path: '$.profile.education', message: expect.stringContaining('received "phd"') }),
        ],
      },
    })
    expect(Object.keys((answers[3] as { error: object }).error)).toEqual(['code', 'message', 'path'])
  })

  it('prints an aligned table for people, refusals on standard error', async () => {
    const { status, stdout, stderr } = await runCli(['score'], { stdin: lines({ id: 'a', profile }, 'no', profile) })
    expect(status).toBe(1)
    expect(stdout.split('\n')).toEqual([
      'id  ruleset     total  core  spouse  transferability  additional  column',
      'a   2025-03-25     68    68       0                0           0  without spouse',
      '3   2025-03-25     68    68       0                0           0  without spouse',
      '',
    ])
    expect(stderr).toMatch(/line 2 \(2\): EE_JSON at \$: the line is not JSON/)
  })

  it('takes a byte order mark, Windows line ends and no final line break', async () => {
    const stdin = `\uFEFF${JSON.stringify(profile)}\r\n${JSON.stringify(profile)}`
    const { status, stdout } = await runCli(['score', '--json'], { stdin })
    expect([status, parseLines(stdout).length]).toEqual([0, 2])
  })

  it('gives nothing for nothing', async () => {
    expect(await runCli(['score', '--json'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('ends with 1 when the file cannot be read', async () => {
    const { status, stdout, stderr } = await runCli(['score', join(temporaryFolder(), 'none.jsonl'), '--json'])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/EE_FILE .*none\.jsonl cannot be read/)
  })
})

describe('language', () => {
  it('answers the whole corpus', async () => {
    const expected = readCorpus<object>('language-levels.jsonl')
    const { status, stdout } = await runCli(['language', '--json', corpusFile('language-levels.jsonl')])
    expect(status).toBe(0)
    expect(parseLines(stdout)).toEqual(expected)
  })

  it('refuses a result the test does not give, and a test nobody knows', async () => {
    const stdin = lines(
      { test: 'IELTS_GT', ability: 'reading', raw: 6.3 },
      { test: 'TOEFL', ability: 'reading', raw: 6 },
      { test: 'TCF_CANADA', ability: 'reading', raw: 499 },
    )
    const { status, stdout } = await runCli(['language', '--json'], { stdin })
    expect(status).toBe(1)
    expect(parseLines(stdout)).toMatchObject([
      { id: 1, error: { code: 'EE_LANGUAGE_SCORE', path: '$.raw' } },
      { id: 2, error: { code: 'EE_SHAPE', path: '$.test' } },
      { test: 'TCF_CANADA', level: 8 },
    ])
  })
})

it('fsw-grid answers the whole corpus', async () => {
  const expected = readCorpus<Case>('fsw-grid.jsonl').map((one) => ({ id: one.id, ...one.expected }))
  const { status, stdout } = await runCli(['fsw-grid', '--json', corpusFile('fsw-grid.jsonl')])
  expect(status).toBe(0)
  expect(parseLines(stdout)).toEqual(expected)
})

it('eligibility gives programs with reasons and streams, on the day asked for', async () => {
  const candidate = { ...profile, age: 29, education: 'masters-or-professional', canadianWorkYears: 1 }
  const stdin = lines({ id: 'c', profile: candidate }, { id: 'n', profile })
  const { status, stdout } = await runCli(['eligibility', '--json', '--on', '2025-12-17'], { stdin })
  expect(status).toBe(0)
  expect(parseLines(stdout)).toMatchObject([
    {
      id: 'c',
      programs: { cec: { eligible: true }, fst: { eligible: false } },
      streams: expect.arrayContaining(['cec']),
    },
    { id: 'n', programs: { cec: { eligible: false, reasons: expect.any(Array) } }, streams: [] },
  ])
})

describe('a long input', () => {
  const line = `${JSON.stringify({ test: 'CELPIP_G', ability: 'reading', raw: 9 })}\n`

  it('needs no memory for all of it, however slow the reader', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=40', cliFile, 'language', '--json'])
    const piece = line.repeat(2000)
    let answers = 0
    const feed = async () => {
      for (let count = 0; count < 200; count++) if (!child.stdin.write(piece)) await once(child.stdin, 'drain')
      child.stdin.end()
    }
    const read = async () => {
      await sleep(1000)
      for await (const chunk of child.stdout) answers += String(chunk).split('\n').length - 1
    }
    const [[status]] = await Promise.all([once(child, 'close'), feed(), read()])
    expect([status, answers]).toEqual([0, 400_000])
  })

  it('piped into a reader that stops early ends quietly', async () => {
    const file = join(temporaryFolder(), 'many.jsonl')
    writeFileSync(file, line.repeat(200_000))
    const child = startCli(['language', '--json', file])
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [status] = await once(child, 'close')
    expect([status, stderr]).toEqual([0, ''])
  })

  it('with a line longer than a line may be refuses that line only', async () => {
    const stdin = `${line}{"test":"${'x'.repeat(1_100_000)}"}\n${line}`
    const { status, stdout } = await runCli(['language', '--json'], { stdin })
    expect(status).toBe(1)
    expect(parseLines(stdout)).toMatchObject([{ level: 9 }, { id: 2, error: { code: 'EE_TOO_LARGE' } }, { level: 9 }])
  })
})
