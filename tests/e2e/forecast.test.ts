import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type OpenPage, openPage, type PageOptions } from '../helpers/openPage.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
let browser: Browser
/** A forecast of a few futures, soon finished. */
let forecastId: string
let opened: OpenPage[] = []

const statusOf = async (id: string) =>
  (await ask<{ status: string }>(server.address, 'GET', `/api/ensembles/${id}`)).body.status

async function forecastOf(runs: number): Promise<string> {
  const { status, body } = await ask<{ id: string }>(server.address, 'POST', '/api/ensembles', {
    scenarioId: 'forecast',
    runs,
  })
  expect(status).toBe(201)
  return body.id
}

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
  forecastId = await forecastOf(10)
})
afterEach(async () => {
  const complaints = opened.flatMap((one) => one.complaints)
  await Promise.all(opened.map((one) => one.close()))
  opened = []
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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const finished = (page: Page) => page.getByText(/^(Finished|Terminé)$/).waitFor()
const counts = (page: Page) => page.getByText(/ of 10 simulated futures the .+ cutoff of about/)
const chances = (page: Page) =>
  page
    .getByRole('table', { name: /^Next CEC draw/ })
    .locator('tbody tr td:nth-child(4)')
    .allTextContents()

describe('the forecast', () => {
  it('is started by a button, and found again at its address and by whoever started it', async () => {
    const { page, picture } = await open('/forecast?runs=2')
    await page.getByText('No forecast has been computed yet').waitFor()
    await picture('forecast-first-en')
    await button(page, 'Compute 2 futures').click()
    await finished(page)
    const title = page.getByRole('heading', { level: 2, name: /^The CEC cutoff / })
    await title.waitFor()
    await page.locator('.recharts-area').first().waitFor()
    const sentence = await title.textContent()
    const { searchParams } = new URL(page.url())
    await page.reload()
    await finished(page)
    expect(await title.textContent()).toBe(sentence)
    expect(new URL(page.url()).searchParams.get('forecast')).toBe(searchParams.get('forecast'))

    await page.goto(`${server.address}/forecast?runs=2`)
    await finished(page)
    expect(await title.textContent()).toBe(sentence)
    await page.goto(`${server.address}/forecast?runs=3`)
    await button(page, 'Compute 3 futures').waitFor()
  })

  it('says how far it is, and stops when told, keeping what was found', async () => {
    const id = await forecastOf(10_000)
    const { page } = await open(`/forecast?forecast=${id}&runs=3`)
    await page.getByText(/^Provisional: [\d,]+ of 10,000 futures so far/).waitFor()
    await page.getByText(/^About .+ left$/).waitFor()
    await button(page, 'Stop here').click()
    await page.getByText(/^Stopped early: everything below rests on/).waitFor()
    expect(await statusOf(id)).toBe('cancelled')
    await button(page, 'Compute again').click()
    await page.getByText('3 of 3 futures').waitFor()
  })

  it('answers for a score that is typed in and stays in the address', async () => {
    const { page } = await open(`/forecast?forecast=${forecastId}`)
    const field = page.getByRole('textbox', { name: 'Your CRS score' })
    await finished(page)
    expect(await field.inputValue()).toBe('500')
    const before = await chances(page)
    await field.fill('1200')
    await page.getByText(/^In (9 or more|10) of 10 simulated futures the CEC cutoff .+ is 1200 or lower/).waitFor()
    expect(await chances(page)).not.toEqual(before)
    expect(new Set(await chances(page))).toEqual(new Set(['9 in 10 or more']))
    await expect.poll(() => new URL(page.url()).searchParams.get('score')).toBe('1200')
    await page.reload()
    await counts(page).waitFor()
    expect(await field.inputValue()).toBe('1200')

    await field.fill('much')
    await page.getByText('Expected a whole number from 0 to 1,200.').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await page.getByText(/is 1200 or lower/).waitFor()
  })

  it('shows nominees as the last cutoff again, and names what it does not contain', async () => {
    const { page, picture } = await open(`/forecast?forecast=${forecastId}&stream=pnp`)
    await page.getByRole('heading', { name: /^PNP: no forecast beats the last cutoff, 731/ }).waitFor()
    await page.getByText('8 of 10 past misses').waitFor()
    await page.getByText(/They do not contain a change of policy/).waitFor()
    expect(
      await page.getByRole('main').getByRole('link', { name: 'How well has this done?' }).first().getAttribute('href'),
    ).toMatch(/^\/record\?/)
    await button(page, 'Show the data').click()
    await page.getByRole('table', { name: /^Data: PNP: no forecast/ }).waitFor()
    await picture('forecast-pnp-en')
  })

  it('is read in French, for another stream, chosen by keyboard', async () => {
    const { page, picture } = await open(`/forecast?forecast=${forecastId}&lang=fr`)
    await page.getByRole('heading', { level: 2, name: /^La note minimale du volet CEC / }).waitFor()
    await page.getByRole('radio', { name: /^CEC/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { level: 2, name: /^La note minimale du volet Français / }).waitFor()
    expect(new URL(page.url()).searchParams.get('stream')).toBe('french')
    expect(await page.getByRole('link', { name: 'Prévision', exact: true }).getAttribute('aria-current')).toBe('page')
    await picture('forecast-fr')
  })

  it.each([
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const)('has nothing for axe to find and fits a phone of 360 px, in %s, %s', async (language, colorScheme) => {
    const { page, picture } = await open(`/forecast?forecast=${forecastId}&lang=${language}`, {
      viewport: { width: 360, height: 740 },
      colorScheme,
    })
    await page.locator('.recharts-area').first().waitFor()
    await finished(page)
    const data = page.getByRole('button', { name: /^(Show the data|Afficher les données)$/ })
    while ((await data.count()) > 0) await data.first().click()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(`forecast-phone-${language}`, true)
  })

  it('that nobody has any more is computed again', async () => {
    const { page } = await open('/forecast?forecast=gone&runs=2')
    await page.getByRole('heading', { name: 'This ensemble is no longer there' }).waitFor()
    await button(page, 'Compute 2 futures').click()
    await page.getByText('2 of 2 futures').waitFor()
  })
})
