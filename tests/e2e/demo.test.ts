import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import { ensureDemoBuilt } from '../../server/build.js'
import { packageRoot } from '../../server/packageRoot.ts'
import { rulesets } from '../../shared/crs/ruleset.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { EnsembleReducer } from '../../shared/ensemble/reduce.ts'
import { replicator } from '../../shared/ensemble/replicate.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { candidate } from '../helpers/candidate.ts'
import { fillForm, handIn } from '../helpers/chanceForm.ts'
import { button, load, part } from '../helpers/labPage.ts'
import { openPage } from '../helpers/openPage.ts'
import { builtInScenario, smallScenario } from '../helpers/scenarios.ts'
import { type StaticHost, startStaticHost } from '../helpers/staticHost.ts'

let host: StaticHost
let browser: Browser

beforeAll(async () => {
  await ensureDemoBuilt()
  host = await startStaticHost(join(packageRoot, 'dist', 'demo'), '/some/where/')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** The cutoffs of an ensemble as this process computes them, as the table writes them. */
function cutoffsOf(scenario: Scenario, runs: number): string[][] {
  const plan = ensemblePlan(scenario)
  const reducer = new EnsembleReducer(plan)
  const replicate = replicator(scenario)
  for (let replication = 0; replication < runs; replication++) reducer.add(replicate(replication))
  const write = new Intl.NumberFormat('en-CA').format
  return reducer
    .result({ threads: 1, elapsedMs: 0 })
    .draws.map(({ cutoff }) => Object.values(cutoff ?? {}).map((value) => write(value)))
}

describe('the pages without a server, on a static host below a path', () => {
  it('run a scenario in this browser, and the same again when the address is loaded again', async () => {
    const { page, complaints, picture, close } = await openPage(browser, host.address)
    await page
      .getByText(/^Draw \d+, .+ people invited out of/)
      .first()
      .waitFor()
    await page.getByText('The engine runs in this browser').waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Next draw' }).click()
    await page.getByText('Paused', { exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture('demo-live')
    const saved = async (name: string) => {
      const button = page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      return readFileSync(await download.path())
    }
    expect(String(await saved('Draws as CSV'))).toMatch(/^\uFEFFnumber,date,stream[\s\S]+\n1,2025-12-15,pnp,/)
    const { provenance, draws } = JSON.parse(String(await saved('Result as JSON')))
    expect(provenance.scenario).toEqual(builtInScenario('baseline-2026'))
    expect(draws[0]).toMatchObject({ number: 1, date: '2025-12-15', stream: 'pnp' })
    await page.getByRole('button', { name: 'Download', exact: true }).first().click()
    expect((await saved('Picture (PNG)')).subarray(1, 4).toString()).toBe('PNG')

    const address = page.url()
    const first = () => page.locator('tbody tr').last().textContent()
    const before = await first()
    await page.reload()
    await page
      .getByText(/^Draw \d+, /)
      .first()
      .waitFor()
    expect(page.url()).toBe(address)
    expect(await first()).toBe(before)
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })

  it('play an ensemble in workers of this browser: the figures of Node, found again at their address', async () => {
    const { page, complaints, picture, close } = await openPage(browser, `${host.address}ensemble?runs=3`)
    expect(new URL(page.url()).pathname).toBe('/some/where/ensemble')
    expect(await page.getByRole('link', { name: 'Many futures' }).getAttribute('aria-current')).toBe('page')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByText('Finished', { exact: true }).waitFor()
    const title = page.getByRole('heading', { level: 2, name: /of the 3 futures/ }).first()
    const sentence = await title.textContent()
    await page.locator('.recharts-area').first().waitFor()
    expect(await violations(page)).toEqual([])
    await picture('demo-ensemble')
    await page.getByRole('button', { name: /^Show all \d+ draws$/ }).click()
    const table = page.getByRole('table', { name: /draws in 3 futures/ })
    const cells = await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].slice(3, 8).map((cell) => cell.textContent)),
      )
    expect(cells).toEqual(cutoffsOf(builtInScenario('baseline-2026'), 3))
    await page.reload()
    await page.getByText('Finished', { exact: true }).waitFor()
    expect(await title.textContent()).toBe(sentence)
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })

  it('give the whole score and the chance in this browser, and send nothing', async () => {
    const { page, complaints, close } = await openPage(browser, `${host.address}chance/?lang=fr`)
    await page.getByText(/tout est calculé dans ce navigateur, et aucune réponse n’est envoyée/).waitFor()
    await fillForm(page, answersOf(candidate()))
    await handIn(page)
    await page.getByRole('heading', { name: 'Vous avez 522 points' }).waitFor()
    await page.getByRole('heading', { name: 'Catégorie de l’expérience canadienne\u00a0: oui' }).waitFor()
    expect(await page.locator('#result-rulesets tbody tr').count()).toBe(rulesets.length)
    await page.getByRole('button', { name: 'Calculer mes chances' }).click()
    await page.getByRole('heading', { name: /personnes du bassin sont devant vous/ }).waitFor()
    await page.getByRole('button', { name: 'Créer un lien' }).click()
    await page.reload()
    await page.getByRole('heading', { name: 'Vous avez 522 points' }).waitFor()
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })

  it('score the pool again under other points, in a worker of this browser', async () => {
    const { page, complaints, close } = await openPage(browser, `${host.address}reform/`)
    await page.getByRole('heading', { level: 2, name: /^Nobody crosses the line: these are the points/ }).waitFor()
    await page.getByRole('button', { name: 'Job-offer points return' }).click()
    await page.getByRole('heading', { level: 2, name: /^The CEC cutoff would rise from/ }).waitFor()
    await page.getByRole('button', { name: 'Run 100 futures' }).click()
    await page
      .getByRole('heading', { level: 2, name: /of the \d+ futures/ })
      .first()
      .waitFor()
    expect(new URL(page.url()).pathname).toBe('/some/where/ensemble')
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })

  it('run, compare and measure scenarios of the reader’s own, and the same again when the address is loaded again', async () => {
    const { page, complaints, picture, close } = await openPage(browser, `${host.address}lab?view=compare&pairs=10`)
    const small = smallScenario({ horizonDays: 40 })
    await page.getByRole('radio', { name: /^Baseline/ }).check()
    await load(page, small)
    await page.getByRole('radio', { name: /^A / }).check()
    await load(page, { ...small, id: 'more', arrivals: { perDay: 60 } })
    await page.getByText('1 change from the baseline').waitFor()
    await button(page, 'Compare').last().click()
    await page.getByText('Finished', { exact: true }).waitFor()
    const rows = () =>
      page.getByRole('table', { name: 'Differences from the baseline' }).locator('tbody tr').allTextContents()
    const found = await rows()
    expect(found.find((row) => row.startsWith('Mean cutoff, CEC'))).toMatch(/\+[\d.]+ \(\+[\d.]+ to \+[\d.]+\)$/)
    await picture('demo-lab', true)
    await page.reload()
    await page.getByText('Finished', { exact: true }).waitFor()
    expect(await rows()).toEqual(found)

    await part(page, 'Instruments').click()
    await button(page, 'Measure').click()
    const finding = page.getByRole('heading', {
      name: /^1,000 more invitations in the CEC draw of .+ move its cutoff by -/,
    })
    await finding.waitFor()
    await page.reload()
    await finding.waitFor()

    await button(page, 'Watch it live').click()
    await page
      .getByText(/^Draw \d+, .+ people invited out of/)
      .first()
      .waitFor()
    await page.reload()
    await page
      .getByText(/^Draw \d+, .+ people invited out of/)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })

  it('have an address each', async () => {
    const { page, complaints, close } = await openPage(browser, `${host.address}about/?lang=fr`)
    await page.getByRole('heading', { level: 1, name: /Qu’est-ce qui est supposé/ }).waitFor()
    for (const folder of ['forecast', 'record', 'fit', 'chance', 'lab', 'reform']) {
      await page.goto(`${host.address}${folder}/?lang=fr`)
      await page.locator('main h1').waitFor()
    }
    await page.getByRole('link', { name: 'En direct' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    expect(complaints).toEqual([])
    expect(host.missing).toEqual([])
    await close()
  })
})
