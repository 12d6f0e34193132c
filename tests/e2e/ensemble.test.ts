import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { type OpenPage, openPage, type PageOptions } from '../helpers/openPage.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
let browser: Browser
let opened: OpenPage[] = []

beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_ACTIVE_ENSEMBLES: '1' })
  browser = await launchBrowser()
})
afterEach(async () => {
  const complaints = opened.flatMap((one) => one.complaints)
  await Promise.all(opened.map((one) => one.close()))
  opened = []
  const { body } = await ask<{ ensembles: { id: string }[] }>(server.address, 'GET', '/api/ensembles')
  await Promise.all(body.ensembles.map(({ id }) => ask(server.address, 'DELETE', `/api/ensembles/${id}`)))
  // The browser itself reports refusals; the page must add nothing to that.
  expect(complaints.filter((text) => !/Failed to load resource|WebSocket connection/.test(text))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(path: string, options?: PageOptions): Promise<OpenPage> {
  const one = await openPage(browser, `${server.address}${path}`, options)
  opened.push(one)
  return one
}

/** An ensemble of the small test scenario. */
async function ensembleOf(runs: number): Promise<string> {
  const { status, body } = await ask<{ id: string }>(server.address, 'POST', '/api/ensembles', {
    scenario: testScenario,
    runs,
  })
  expect(status).toBe(201)
  return body.id
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const statusOf = async (id: string) =>
  (await ask<{ status: string }>(server.address, 'GET', `/api/ensembles/${id}`)).body.status

describe('an ensemble', () => {
  it('is started from the page, fills the charts, and is joined again at its address', async () => {
    const { page, picture } = await open('/ensemble?scenario=no-category-draws')
    await page.getByText('Nothing has been played yet').waitFor()
    await page.getByRole('radio', { name: 'Other number' }).check()
    await page.getByRole('textbox', { name: 'Other number' }).fill('3')
    await button(page, 'Start').click()
    await page.getByText('Finished', { exact: true }).waitFor()
    const title = page.getByRole('heading', {
      level: 2,
      name: /^In (at least )?half of the 3 futures .*the \w+ cutoff of/,
    })
    await title.waitFor()
    await page.locator('.recharts-area').first().waitFor()
    await page.getByText('3 futures of “No category draws”').waitFor()
    await picture('ensemble-en')

    const { searchParams } = new URL(page.url())
    expect(searchParams.get('runs')).toBe('3')
    const sentence = await title.textContent()
    await page.reload()
    await page.getByText('Finished', { exact: true }).waitFor()
    expect(await title.textContent()).toBe(sentence)
    expect(new URL(page.url()).searchParams.get('ensemble')).toBe(searchParams.get('ensemble'))
  })

  it('says that its figures are provisional while it runs, and stops when told, keeping what was found', async () => {
    const id = await ensembleOf(10_000)
    const { page, picture } = await open(`/ensemble?ensemble=${id}`)
    await page.getByText(/^Provisional: [\d,]+ of 10,000 futures so far/).waitFor()
    await page.getByText(/^About .+ left$/).waitFor()
    const bar = page.getByRole('progressbar', { name: 'Progress' })
    const first = Number(await bar.getAttribute('aria-valuenow'))
    await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(first)
    await button(page, 'Stop here').click()
    await page.getByText('Stopped', { exact: true }).waitFor()
    await page.getByText(/^Stopped early: everything below rests on [\d,]+ futures\.$/).waitFor()
    expect(await statusOf(id)).toBe('cancelled')
    expect(
      await page
        .getByRole('table', { name: /draws in/ })
        .locator('tbody tr')
        .count(),
    ).toBe(8)
    await picture('ensemble-stopped-en')
  })

  it('gives the figures of its charts as tables, the same as the server has', async () => {
    const id = await ensembleOf(4)
    const { page } = await open(`/ensemble?ensemble=${id}`)
    await page.getByText('Finished', { exact: true }).waitFor()
    const { body } = await ask<{ result: { draws: { cutoff: { p10: number; p90: number } }[] } }>(
      server.address,
      'GET',
      `/api/ensembles/${id}`,
    )
    const { draws } = body.result
    await button(page, `Show all ${draws.length} draws`).click()
    const rows = page.getByRole('table', { name: /draws in 4 futures/ }).locator('tbody tr')
    expect(await rows.count()).toBe(draws.length)
    const lastCells = await rows.last().locator('td').allTextContents()
    const { p10, p90 } = draws[draws.length - 1].cutoff
    expect([lastCells[3], lastCells[7]]).toEqual([String(p10), String(p90)])
    const before = await page.getByRole('table').count()
    const charts = await button(page, 'Show the data').count()
    while ((await button(page, 'Show the data').count()) > 0) await button(page, 'Show the data').first().click()
    expect(await page.getByRole('table').count()).toBe(before + charts)
  })

  it('is read in French, for another stream, chosen by keyboard', async () => {
    const id = await ensembleOf(4)
    const { page, picture } = await open(`/ensemble?ensemble=${id}&lang=fr`)
    await page.getByRole('heading', { name: /^Dans .*la moitié des 4 futurs, la note minimale du volet CEC/ }).waitFor()
    await page.getByRole('radio', { name: /^CEC/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page
      .getByRole('heading', { name: /^Dans .*la moitié des 4 futurs, la note minimale du volet Français/ })
      .waitFor()
    expect(new URL(page.url()).searchParams.get('stream')).toBe('french')
    await picture('ensemble-fr')
  })

  it.each(['en', 'fr'])('is used on a phone of 360 px, in %s', async (language) => {
    const id = await ensembleOf(2)
    const { page, picture } = await open(`/ensemble?ensemble=${id}&lang=${language}`, {
      viewport: { width: 360, height: 740 },
    })
    await page.locator('.recharts-area').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(`ensemble-phone-${language}`, true)
  })
})

describe('when there is trouble with an ensemble, the page says what happened and what to do', () => {
  it('one that is gone: the same again', async () => {
    const { page } = await open('/ensemble?ensemble=gone&runs=2&scenario=no-category-draws')
    await page.getByRole('heading', { name: 'This ensemble is no longer there' }).waitFor()
    await button(page, 'Start again with these settings').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('ensemble')).not.toBe('gone')
  })

  it('a server that is busy: try again', async () => {
    await ensembleOf(10_000)
    const { page } = await open('/ensemble?runs=2&lang=fr')
    await button(page, 'Lancer').click()
    await page.getByRole('heading', { name: 'Un autre ensemble est en cours de calcul' }).waitFor()
    await button(page, 'Réessayer').waitFor()
  })

  it('more futures than the server allows: what it says', async () => {
    const { page } = await open('/ensemble?runs=99999')
    await button(page, 'Start').click()
    await page.getByRole('heading', { name: 'The ensemble could not be started' }).waitFor()
    await page.getByText(/received 99999 runs.*EE_LIMIT/).waitFor()
  })

  it('a number that is none: said beside the field', async () => {
    const { page } = await open('/ensemble')
    await page.getByRole('radio', { name: 'Other number' }).check()
    const field = page.getByRole('textbox', { name: 'Other number' })
    await field.fill('many')
    await page.getByText('Expected a whole number from 1 to 100,000.').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('7')
    expect(await field.getAttribute('aria-invalid')).toBe('false')
    await expect.poll(() => new URL(page.url()).searchParams.get('runs')).toBe('7')
  })
})
