import { describe, expect, it } from 'vitest'
import { runCli } from '../helpers/cli.ts'

const commands = [
  ['score'],
  ['language'],
  ['fsw-grid'],
  ['eligibility'],
  ['draws'],
  ['draws', 'list'],
  ['draws', 'import'],
  ['draws', 'update'],
  ['pool'],
  ['simulate'],
  ['ensemble'],
  ['backtest'],
  ['scenarios'],
  ['scenarios', 'list'],
  ['scenarios', 'validate'],
  ['serve'],
]

describe('--help', () => {
  it.each(commands.map((command) => [command.join(' '), command]))(
    'of %s explains it and ends with 0',
    async (name, args) => {
      const { status, stdout, stderr } = await runCli([...args, '--help'])
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`Usage: ee-sim ${name}`)
      expect(stdout.split('\n')[2].length).toBeGreaterThan(20)
    },
  )

  it('of the program names every command and the exit statuses', async () => {
    const { stdout } = await runCli(['--help'])
    for (const [name] of commands) expect(stdout).toContain(`  ${name}`)
    expect(stdout).toContain('0 all done, 1 some input was refused or a check failed, 2 wrong usage')
  })

  it('of draws update names the address of the feed', async () => {
    const { stdout } = await runCli(['draws', 'update', '--help'])
    expect(stdout.replace(/\s+/g, '')).toContain(
      'https://www.canada.ca/content/dam/ircc/documents/json/ee_rounds_123_en.json',
    )
  })
})

it('--version prints the version of the engine', async () => {
  expect(await runCli(['--version'])).toEqual({ status: 0, stdout: '0.3.0\n', stderr: '' })
})

describe('wrong usage ends with 2, says why on standard error, and prints nothing else', () => {
  it.each([
    [[], /Usage: ee-sim/],
    [['ensembel'], /unknown command 'ensembel'/],
    [['ensembel', '--help'], /unknown command 'ensembel'/],
    [['score', '--fast'], /unknown option '--fast'/],
    [['score', 'a', 'b'], /too many arguments/],
    [['score', '--ruleset', '1999-01-01'], /'1999-01-01' is invalid.*2025-03-25/],
    [['eligibility', '--on', '2025-02-30'], /"2025-02-30"; expected a date such as/],
    [['draws'], /Usage: ee-sim draws/],
    [['draws', 'list', '--stream', 'astronauts'], /Allowed choices are general, cec/],
    [['draws', 'list', '--csv', '--json'], /cannot be used with/],
    [['draws', 'list', '--from', '2025-02-01', '--to', '2025-01-01'], /after --to 2025-01-01/],
    [['draws', 'import'], /missing required argument 'file'/],
    [['draws', 'update', '--url', 'ftp://example.org'], /EE_CONFIG at \$\.url/],
    [['pool', '--as-of', 'yesterday'], /"yesterday"; expected a date/],
    [['simulate'], /missing required argument 'scenario'/],
    [['simulate', 'baseline-2026', '--seed', ''], /1 to 100 characters/],
    [['simulate', 'baseline-2026', '--csv', '--events'], /cannot be used with/],
    [['scenarios', 'validate'], /missing required argument 'file'/],
    [['serve', '--port', '80a'], /EE_CONFIG at \$\.PORT: PORT: received "80a"/],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await runCli(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(words)
  })

  it('all mistakes of the environment in one message, whatever the command', async () => {
    const env = { PORT: 'http', LOG_LEVEL: 'loud', EE_SIM_MAX_ACTIVE_RUNS: '-1' }
    const { status, stdout, stderr } = await runCli(['draws', 'list'], { env })
    expect([status, stdout]).toEqual([2, ''])
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['EE_CONFIG at $.EE_SIM_MAX_ACTIVE_RUNS', 'EE_CONFIG at $.LOG_LEVEL', 'EE_CONFIG at $.PORT'])
  })
})
