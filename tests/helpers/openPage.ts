import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { packageRoot } from '../../server/packageRoot.ts'

const screenshots = join(packageRoot, 'test-results', 'screenshots')

/** A page of the site, and all that its console and scripts complained about. */
export interface OpenPage {
  page: Page
  complaints: string[]
  /** Saves what is on screen to `test-results/screenshots/NAME.png`. */
  picture(name: string, whole?: boolean): Promise<void>
  close(): Promise<void>
}

export interface PageOptions extends BrowserContextOptions {
  /** Simulated days a second for runs that this page starts. */
  daysPerSecond?: number
}

/** Longest wait for anything on a page: the machine may be busy with other work. */
const PATIENCE_MS = 120_000

/** A page in a browser profile of its own, on a laptop screen unless told otherwise. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<OpenPage> {
  const { daysPerSecond, ...contextOptions } = options
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-CA',
    ...contextOptions,
  })
  if (daysPerSecond !== undefined) {
    await context.addInitScript((speed) => localStorage.setItem('daysPerSecond', String(speed)), daysPerSecond)
  }
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const { url: address } = message.location()
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${address})`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return {
    page,
    complaints,
    async picture(name, whole = false) {
      mkdirSync(screenshots, { recursive: true })
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: whole })
    },
    close: () => context.close(),
  }
}
