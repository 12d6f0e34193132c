import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { RunInfo } from '../../shared/schema/api.ts'
import type { EnsembleInfo } from '../../shared/schema/ensemble.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { siteForTests } from '../helpers/site.ts'
import { ask } from '../helpers/testServer.ts'

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

/** Answers to what is started come late. */
const slowStarts = (page: Page) =>
  page.route('**/api/**', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    await route.continue()
  })

/** Long enough for a page to act on an answer. */
const ACTS_MS = 500

const loadSmall = (page: Page, more: object = {}) =>
  page.getByLabel(/^Load a file/).setInputFiles({
    name: 'small.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...smallScenario({ horizonDays: 30 }), ...more })),
  })

/** Starts something, goes to the page Record, and waits for the answer there. */
async function leaveBeforeTheAnswer(page: Page, start: string): Promise<void> {
  await slowStarts(page)
  const answer = page.waitForResponse((one) => one.request().method() === 'POST')
  await page.getByRole('button', { name: start, exact: true }).last().click()
  await page.getByRole('link', { name: 'Record', exact: true }).click()
  await page.getByRole('heading', { name: 'How well has this done?' }).waitFor()
  await answer
  await page.waitForTimeout(ACTS_MS)
  const { pathname, searchParams } = new URL(page.url())
  const started = ['run', 'ensemble', 'forecast', 'comparison'].filter((name) => searchParams.has(name))
  expect({ pathname, started }).toEqual({ pathname: '/record', started: [] })
}

/** What the server still computes. */
async function underWay(): Promise<string[]> {
  const { body: runs } = await ask<{ runs: RunInfo[] }>(site.address, 'GET', '/api/runs')
  const { body: others } = await ask<{ ensembles: EnsembleInfo[] }>(site.address, 'GET', '/api/ensembles')
  return [...runs.runs, ...others.ensembles].filter(({ status }) => status === 'running').map(({ id }) => id)
}

describe('leaving a page before the server has answered what was started there', () => {
  it.each(['Watch it live', '100 futures'])('leaves the reader where they went: %s', async (start) => {
    const { page } = await site.open('/lab')
    await loadSmall(page)
    await leaveBeforeTheAnswer(page, start)
    await expect.poll(underWay).toEqual([])
  })

  it('leaves the reader where they went: a live run that is started again', async () => {
    const { page } = await site.open('/')
    await page
      .getByText(/^Draw \d+, /)
      .first()
      .waitFor()
    await leaveBeforeTheAnswer(page, 'Start again')
    await expect.poll(underWay).toEqual([])
  })

  it('leaves the reader where they went: many futures', async () => {
    const { page } = await site.open('/ensemble?runs=5000')
    await leaveBeforeTheAnswer(page, 'Start')
    await expect.poll(underWay).toEqual([])
  })

  it('ends nothing that was finished for somebody else who asked for the same', async () => {
    const request = { scenarioId: 'baseline-2026', runs: 2 }
    const { body } = await ask<{ id: string }>(site.address, 'POST', '/api/ensembles', request)
    const status = async () =>
      (await ask<{ status?: string }>(site.address, 'GET', `/api/ensembles/${body.id}`)).body.status
    await expect.poll(status).toBe('finished')
    const { page } = await site.open('/ensemble?runs=2')
    await leaveBeforeTheAnswer(page, 'Start')
    expect(await status()).toBe('finished')
  })

  it('keeps a forecast for the way back', async () => {
    const { page } = await site.open('/forecast?runs=2')
    await leaveBeforeTheAnswer(page, 'Compute 2 futures')
    await page.getByRole('link', { name: 'Forecast', exact: true }).click()
    await page.getByText('2 of 2 futures').waitFor()
  })

  it('leaves the reader where they went: a reform', async () => {
    const { page } = await site.open('/reform')
    await page.locator('main h1').waitFor()
    await leaveBeforeTheAnswer(page, 'Run 100 futures')
    await expect.poll(underWay).toEqual([])
  })

  it('keeps a comparison for the way back', async () => {
    const { page } = await site.open('/lab?view=compare&pairs=10')
    await page.getByRole('radio', { name: /^Baseline/ }).check()
    await loadSmall(page)
    await page.getByRole('radio', { name: /^A / }).check()
    await loadSmall(page, { id: 'more', arrivals: { perDay: 60 } })
    await page.getByLabel('Runs of each scenario').waitFor()
    await leaveBeforeTheAnswer(page, 'Compare')

    await page.getByRole('link', { name: 'Scenarios', exact: true }).click()
    await page.getByText(/^In A the CEC cutoff is /).waitFor()
    expect(new URL(page.url()).searchParams.get('comparison')).not.toBeNull()
  })
})
