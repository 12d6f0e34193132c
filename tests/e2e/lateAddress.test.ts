import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { siteForTests } from '../helpers/site.ts'

const site = siteForTests()

/** Longer than the pages wait before they write what was changed into the address. */
const SLOW_MS = 1500

const slowFiles = (page: Page) =>
  page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    await route.continue()
  })

const pages = [
  {
    name: 'Scenarios',
    path: '/lab',
    change: (page: Page) => page.getByRole('button', { name: 'Add a copy of A' }).click(),
    changed: (page: Page) => page.getByRole('radio', { name: /^B\b/ }),
  },
  {
    name: 'Reform',
    path: '/reform',
    change: (page: Page) => page.getByRole('button', { name: /^Job-offer points return/ }).click(),
    changed: (page: Page) => page.getByText(/^The CEC cutoff would rise/),
  },
]

describe('leaving a page at once after a change, while the next page is still being loaded', () => {
  it.each(pages)('leads from $name to the next page, and keeps the change', async ({ path, name, change, changed }) => {
    const { page } = await site.open(path)
    await page.locator('main h1').waitFor()
    await slowFiles(page)
    await change(page)
    await page.getByRole('link', { name: 'Record', exact: true }).click()
    await page.getByRole('heading', { name: 'How well has this done?' }).waitFor()
    const { pathname, hash } = new URL(page.url())
    expect({ pathname, hash }).toEqual({ pathname: '/record', hash: '' })

    await page.getByRole('link', { name, exact: true }).click()
    await changed(page).waitFor()
  })
})
