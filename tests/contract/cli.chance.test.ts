import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ChanceAnswer } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { runCli } from '../helpers/cli.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const [{ profile }] = readCorpus<{ profile: Profile }>('crs.jsonl').filter(
  (one) => one.profile.canadianWorkYears >= 1 && one.profile.firstLanguage.clb.reading >= 9,
)
const folder = mkdtempSync(join(tmpdir(), 'ee-sim-chance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const scenarioFile = join(folder, 'small.json')
const profileFile = join(folder, 'me.json')
writeFileSync(scenarioFile, JSON.stringify(smallScenario({ horizonDays: 370 })))
writeFileSync(profileFile, JSON.stringify(profile))
const env = { EE_SIM_DATA_DIR: join(folder, 'data') }
const chance = (...args: string[]) => runCli(['chance', profileFile, '--scenario', scenarioFile, ...args], { env })

describe('chance', () => {
  it('prints score, place, chance by month and stream, and a plan, as one JSON document', async () => {
    const { status, stdout } = await chance('--runs', '20', '--json')
    expect(status).toBe(0)
    const answer: ChanceAnswer = JSON.parse(stdout)
    expect(shapeIssues(ChanceAnswer, answer)).toEqual([])
    expect(answer).toMatchObject({ scenario: 'small', runs: 20, asOf: '2025-12-14', rank: { pool: 4000 } })
    expect(answer.byDate).toHaveLength(12)
    expect(answer.streams).toContain('cec')
    expect(answer.actions.map(({ action }) => action)).toContain('nomination')
    expect(answer.pastDraws.filter(({ stream }) => stream === 'cec').every(({ isMember }) => isMember)).toBe(true)
  })

  it('simulates the futures once: the second answer is the same, from the data folder', async () => {
    const first = await chance('--runs', '20', '--json')
    expect(readdirSync(join(env.EE_SIM_DATA_DIR, 'futures'))).toHaveLength(1)
    expect((await chance('--runs', '20', '--json')).stdout).toBe(first.stdout)
  })

  it('begins anew where what was kept is damaged', async () => {
    const first = await chance('--runs', '20', '--json')
    const kept = join(env.EE_SIM_DATA_DIR, 'futures')
    for (const file of readdirSync(kept)) writeFileSync(join(kept, file), 'nonsense')
    expect((await chance('--runs', '20', '--json')).stdout).toBe(first.stdout)
  })

  it('tells people, too', async () => {
    const { status, stdout } = await chance('--runs', '20')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Score \d+\. Streams: general, cec/)
    for (const heading of ['in the pool of', 'invited by', 'action', 'date']) expect(stdout).toContain(heading)
    expect(stdout).toContain('nomination')
  })

  it('takes the months of actions, and counts them later', async () => {
    const monthsOf = async (...args: string[]): Promise<number[]> => {
      const { actions }: ChanceAnswer = JSON.parse((await chance('--runs', '20', '--json', ...args)).stdout)
      return actions.flatMap(({ action, months }) => (action === 'nomination' ? [months] : []))
    }
    expect(await monthsOf()).toEqual([6])
    expect(await monthsOf('--months', 'nomination=9.5', '--months', 'language-to-9=1')).toEqual([9.5])
  })

  it('refuses a profile that contradicts itself, with the place', async () => {
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...profile, age: -1, sibling: 'yes' }))
    const { status, stdout, stderr } = await runCli(['chance', join(folder, 'wrong.json')], { env })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('$.age')
    expect(stderr).toContain('$.sibling')
  })

  it.each([
    [['chance'], 2],
    [['chance', 'nowhere.json'], 1],
    [['chance', profileFile, '--scenario', 'nowhere'], 1],
    [['chance', profileFile, '--runs', '0'], 2],
    [['chance', profileFile, '--months', 'nomination=-1'], 2],
    [['chance', profileFile, '--months', 'lottery=3'], 2],
  ])('%j ends with %i', async (args, status) => {
    expect((await runCli(args, { env })).status).toBe(status)
  })
})
