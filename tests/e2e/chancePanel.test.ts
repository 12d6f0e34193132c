import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Profile } from '../../shared/schema/profile.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type OpenPage, openPage, type PageOptions } from '../helpers/openPage.ts'
import { startTestServer, type TestServer } from '../helpers/testServer.ts'

/** What the browser itself says of an answer that asks for patience. */
const NOT_YET = /503 \(Service Unavailable\)/

const profile: Profile = {
  age: 31,
  spouse: null,
  education: 'masters-or-professional',
  firstLanguage: { language: 'en', clb: { listening: 10, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 3,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
}

let server: TestServer
let browser: Browser
let opened: OpenPage[] = []

beforeAll(async () => {
  // Without the futures that come with the program, somebody has to wait.
  server = await startTestServer({}, { bundledFutures: '/nowhere' })
  browser = await launchBrowser()
})
afterEach(async () => {
  const complaints = opened.flatMap((one) => one.complaints.filter((text) => !NOT_YET.test(text)))
  await Promise.all(opened.map((one) => one.close()))
  opened = []
  expect(complaints).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** The page with a profile filled in from a file, and how often it has asked for a chance. */
async function openWithProfile(path: string, options?: PageOptions) {
  const one = await openPage(browser, `${server.address}${path}`, options)
  opened.push(one)
  const asked: string[] = []
  one.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/chance') asked.push(request.postData() ?? '')
  })
  await one.page.locator('input[type=file]').setInputFiles({
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profile)),
  })
  return { ...one, asked }
}

describe('the chance below the score', () => {
  it('sends nothing before the reader agrees, then waits with figures, and stops when told', async () => {
    const { page, picture, asked } = await openWithProfile('/chance')
    const ask = page.getByRole('button', { name: 'Work out my chance' })
    await ask.waitFor()
    expect(asked).toEqual([])
    expect(await violations(page)).toEqual([])
    await ask.click()
    await page.getByRole('heading', { name: 'Simulating futures' }).waitFor()
    await page.getByText(/^\d+ of the first 100 futures are simulated\./).waitFor()
    await page.getByRole('progressbar', { name: 'Futures simulated' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await ask.waitFor()
    await picture('chance-stopped-en', true)
    expect(JSON.parse(asked[0])).toEqual({ profile, months: {}, on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
    const before = asked.length
    await page.waitForTimeout(6000)
    expect(asked.length).toBe(before)
  })

  it('fits a phone, in French too', async () => {
    const { page } = await openWithProfile('/chance?lang=fr', { viewport: { width: 360, height: 740 } })
    await page.getByRole('button', { name: 'Calculer mes chances' }).click()
    await page
      .getByRole('heading', { name: 'Simulation des futurs' })
      .or(page.getByText('Votre place dans le bassin'))
      .first()
      .waitFor()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await violations(page)).toEqual([])
  })
})
