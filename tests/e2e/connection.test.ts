import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { type CuttableProxy, cuttableProxy } from '../helpers/cuttableProxy.ts'
import { openPage } from '../helpers/openPage.ts'
import { startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
let line: CuttableProxy
let browser: Browser

beforeAll(async () => {
  server = await startTestServer()
  line = await cuttableProxy(server.address)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await server?.close()
})

describe('a connection that drops', () => {
  it('is said, comes back by itself, and loses no draw', async () => {
    const { page, complaints, picture, close } = await openPage(browser, `${line.address}/?scenario=replay-2025`, {
      daysPerSecond: 32,
    })
    await page
      .getByText(/^Draw \d+, /)
      .first()
      .waitFor()
    for (const cut of [1, 2, 3]) {
      line.cut()
      await page.getByText('The connection was lost.').waitFor()
      if (cut === 1) await picture('connection-lost-en')
      await page.waitForTimeout(600)
      line.mend()
      await page.getByText('Connected again. No draw was missed.').waitFor()
      await page.waitForTimeout(500)
    }
    await page.getByText('Finished', { exact: true }).waitFor()
    const runId = new URL(page.url()).searchParams.get('run')
    const csv = await (await fetch(`${server.address}/api/runs/${runId}/draws.csv`)).text()
    const drawn = csv.trim().split('\n').length - 1
    await page.getByRole('button', { name: `Show all ${drawn} draws` }).click()
    const numbers = await page.locator('tbody tr td:first-child').allTextContents()
    expect(numbers.map(Number)).toEqual(Array.from({ length: drawn }, (_, index) => drawn - index))
    // The browser itself reports refused connections; the page must add nothing to that.
    expect(complaints.filter((text) => !/ERR_|WebSocket connection|Failed to load resource/.test(text))).toEqual([])
    await close()
  })
})
