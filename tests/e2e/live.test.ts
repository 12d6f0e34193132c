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
  server = await startTestServer()
  browser = await launchBrowser()
})
afterEach(async () => {
  const complaints = opened.flatMap((one) => one.complaints)
  await Promise.all(opened.map((one) => one.close()))
  opened = []
  await removeRuns()
  expect(complaints).toEqual([])
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

/** Makes room: a run that nobody ends counts towards the limit of the server. */
async function removeRuns(): Promise<void> {
  const { body } = await ask<{ runs: { id: string }[] }>(server.address, 'GET', '/api/runs')
  await Promise.all(body.runs.map(({ id }) => ask(server.address, 'DELETE', `/api/runs/${id}`)))
}

/** A run of the small test scenario that waits on its first day. */
async function pausedRun(): Promise<string> {
  const request = { scenario: testScenario, paused: true }
  const { status, body } = await ask<{ id: string }>(server.address, 'POST', '/api/runs', request)
  expect(status).toBe(201)
  return body.id
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dayNumber = async (page: Page) => Number((await page.getByText(/Day \d+ of/).textContent())?.match(/\d+/)?.[0])
const drawRows = (page: Page) => page.getByRole('table', { name: /issued|ont donné/ }).locator('tbody tr')

describe('the page that opens', () => {
  it('is already running: the baseline, its first draw on the first screen', async () => {
    const { page, picture } = await open('/', { daysPerSecond: 32 })
    await page
      .getByText(/^Draw \d+, .+ people invited out of/)
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('run')).toBeTruthy()
    await expect.poll(() => dayNumber(page)).toBeGreaterThan(5)
    expect(await page.getByText('2026 under the practice of 2025').count()).toBe(1)

    const lowest = await page.getByRole('slider', { name: 'Look back' }).boundingBox()
    expect(lowest && lowest.y + lowest.height).toBeLessThan(768)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await picture('live-en-light')
  })

  it('replays 2025 live to its end and shows every draw the server has', async () => {
    const { page, picture } = await open('/?scenario=replay-2025', { daysPerSecond: 250 })
    await page.getByText('Finished', { exact: true }).waitFor()
    const runId = new URL(page.url()).searchParams.get('run')
    const csv = await (await fetch(`${server.address}/api/runs/${runId}/draws.csv`)).text()
    const published = csv.trim().split('\n').length - 1
    expect(published).toBe(58)
    await button(page, `Show all ${published} draws`).click()
    expect(await drawRows(page).count()).toBe(published)
    await page.getByRole('heading', { name: /miss the published ones by \d+ points on average/ }).waitFor()
    await picture('replay-2025-whole', true)
  })
})

describe('the controls', () => {
  it('step a day and to the next draw, only while the run stands still', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await page.getByText('Paused', { exact: true }).waitFor()
    await button(page, 'One day').click()
    await expect.poll(() => dayNumber(page)).toBe(1)
    await button(page, 'Next draw').click()
    await page
      .getByText(/^Draw 1, /)
      .first()
      .waitFor()
    await button(page, 'Play').click()
    await button(page, 'Pause').waitFor()
    expect(await button(page, 'One day').isDisabled()).toBe(true)
    expect(await button(page, 'Next draw').isDisabled()).toBe(true)
  })

  it('answer to the keys that are listed, and leave the keys of a field alone', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await page.getByText('Paused', { exact: true }).waitFor()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => dayNumber(page)).toBe(1)
    await page.keyboard.press('Shift+ArrowRight')
    await page
      .getByText(/^Draw 1, /)
      .first()
      .waitFor()
    await page.keyboard.press('Space')
    await page.getByText('Running', { exact: true }).waitFor()
    await page.keyboard.press('Space')
    await page.getByText('Paused', { exact: true }).waitFor()

    const day = await dayNumber(page)
    await page.getByRole('slider', { name: 'Simulation speed' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('16 days a second').waitFor()
    await page.getByLabel('Keyboard shortcuts').uncheck()
    await page.locator('h1').click()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
    expect(await dayNumber(page)).toBe(day)
  })

  it('can all be reached and used from the keyboard', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await page.getByText('Paused', { exact: true }).waitFor()
    await button(page, 'Show the data').first().waitFor()
    const reached: string[] = []
    while (reached.at(-1) !== 'Show the data' && reached.length < 40) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
      if (reached.at(-1) === 'One day') await page.keyboard.press('Enter')
    }
    const controls = ['Skip to the content', 'Live', 'About', 'Français', 'Play', 'One day', 'Next draw']
    expect(reached.filter((name) => controls.includes(name))).toEqual(controls)
    expect(reached).toEqual(expect.arrayContaining(['Choose a scenario', 'Start again', 'Show the data']))
    await expect.poll(() => dayNumber(page)).toBe(1)
  })

  it('start again with the same scenario and seed in a run of its own', async () => {
    const { page } = await open('/?scenario=long-pause&seed=maple', { daysPerSecond: 16 })
    await page
      .getByText(/^Draw \d+, /)
      .first()
      .waitFor()
    const first = new URL(page.url()).searchParams.get('run')
    await button(page, 'Start again').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('run')).not.toBe(first)
    await page
      .getByText(/^Draw \d+, /)
      .first()
      .waitFor()
    const second = new URL(page.url()).searchParams.get('run')
    const run = await ask<{ seed: string; scenarioId: string }>(server.address, 'GET', `/api/runs/${second}`)
    expect(run.body).toMatchObject({ seed: 'maple', scenarioId: 'long-pause' })
    await expect.poll(async () => (await ask(server.address, 'GET', `/api/runs/${first}`)).status).toBe(404)
  })

  it('choose a scenario by the question it answers, and a seed', async () => {
    const { page, picture } = await open(`/?run=${await pausedRun()}`)
    await button(page, 'Choose a scenario').click()
    await page.getByRole('radio', { name: /No category draws/ }).check()
    await page.getByLabel('Seed', { exact: true }).fill('r')
    await picture('picker-en')
    await button(page, 'Start this run').click()
    await page.getByText('No category draws').waitFor()
    await expect.poll(() => page.url()).toMatch(/scenario=no-category-draws&seed=r|seed=r&.*scenario=no-category-draws/)
  })

  it('look back at an earlier draw without moving the run', async () => {
    const { page, picture } = await open(`/?run=${await pausedRun()}`)
    for (const draw of [1, 2, 3]) {
      await button(page, 'Next draw').click()
      await page
        .getByText(new RegExp(`^Draw ${draw}, `))
        .first()
        .waitFor()
    }
    const day = await dayNumber(page)
    await button(page, 'Earlier draw').click()
    await page
      .getByText(/^Draw 2, /)
      .first()
      .waitFor()
    expect(await drawRows(page).count()).toBe(2)
    expect(await dayNumber(page)).toBe(day)
    expect(page.url()).toContain('at=2025-12-')
    await picture('look-back-en')
    await button(page, 'Latest day').click()
    await page
      .getByText(/^Draw 3, /)
      .first()
      .waitFor()
  })

  it('set the refresh of the screen apart from the speed of the run', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await page.getByLabel('Screen refresh').selectOption({ label: 'Once a second' })
    await button(page, 'Play').click()
    await page.getByText('Running', { exact: true }).waitFor()
    const seen = new Set<number>()
    const until = Date.now() + 2500
    while (Date.now() < until) seen.add(await dayNumber(page))
    expect(seen.size).toBeLessThanOrEqual(5)
    expect(Math.max(...seen)).toBeGreaterThan(8)
  })
})

describe('a tab that is hidden', () => {
  const setHidden = (page: Page, hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)

  it('pauses the run it started and resumes it, unless somebody else is watching', async () => {
    const { page } = await open('/?scenario=long-pause')
    await page.getByText('Running', { exact: true }).waitFor()
    await setHidden(page, true)
    await page.getByText('Paused', { exact: true }).waitFor()
    await setHidden(page, false)
    await page.getByText('Running', { exact: true }).waitFor()

    const watching = await open(`/${new URL(page.url()).search}`)
    await watching.page.getByText('Running', { exact: true }).waitFor()
    await setHidden(page, true)
    await page.waitForTimeout(500)
    expect(await watching.page.getByText('Running', { exact: true }).count()).toBe(1)
  })
})

describe('a reader', () => {
  it('switches the language and keeps page, run and draws', async () => {
    const runId = await pausedRun()
    const { page, picture } = await open(`/?run=${runId}`)
    await button(page, 'Next draw').click()
    await page
      .getByText(/^Draw 1, /)
      .first()
      .waitFor()
    await button(page, 'Français').click()
    await page
      .getByText(/^Ronde 1, .+ personnes invitées sur .+ admissibles, note minimale de/)
      .first()
      .waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA')
    expect(await page.title()).toContain('Simulateur d’Entrée express')
    expect(new URL(page.url()).searchParams.get('run')).toBe(runId)
    await picture('live-fr-light')
    await page.getByRole('link', { name: 'À propos' }).click()
    await page.getByRole('heading', { level: 1, name: /Qu’est-ce qui est supposé/ }).waitFor()
    await page.getByRole('link', { name: 'En direct' }).click()
    await page
      .getByText(/^Ronde 1, /)
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('run')).toBe(runId)
  })

  it('gets the theme of the system, and keeps another once chosen', async () => {
    const { page, picture } = await open('/about', { colorScheme: 'dark' })
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const dark = await ground()
    await button(page, 'Light theme').click()
    expect(await ground()).toBe('rgb(255, 255, 255)')
    expect(dark).not.toBe('rgb(255, 255, 255)')
    await page.reload()
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await button(page, 'Dark theme').click()
    expect(await ground()).toBe(dark)
    await picture('about-en-dark', true)
  })

  it('finds the data of every chart in a table', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await button(page, 'Next draw').click()
    await page
      .getByText(/^Draw 1, /)
      .first()
      .waitFor()
    const before = await page.getByRole('table').count()
    for (const disclosure of await button(page, 'Show the data').all()) expect(await disclosure.isVisible()).toBe(true)
    expect(await button(page, 'Show the data').count()).toBe(4)
    while ((await button(page, 'Show the data').count()) > 0) await button(page, 'Show the data').first().click()
    expect(await page.getByRole('table').count()).toBe(before + 4)
    expect(await page.getByRole('figure').count()).toBe(5)
    expect(await page.getByRole('img', { name: /Line chart of cutoffs/ }).count()).toBe(1)
  })

  it('who listens hears of draws and not of days', async () => {
    const { page } = await open(`/?run=${await pausedRun()}`)
    await page.getByText('Paused', { exact: true }).waitFor()
    const heard = () => page.getByRole('status').allTextContents()
    await button(page, 'One day').click()
    await expect.poll(() => dayNumber(page)).toBe(1)
    expect((await heard()).join('')).toBe('')
    await button(page, 'Next draw').click()
    await expect.poll(async () => (await heard()).join('')).toMatch(/^Draw 1, /)
  })

  it.each(['en', 'fr'])('uses it on a phone of 360 px, in %s', async (language) => {
    const viewport = { width: 360, height: 740 }
    const { page, picture } = await open(`/?run=${await pausedRun()}&lang=${language}`, { viewport })
    await page.locator('.recharts-line').first().waitFor()
    await page.getByRole('button', { name: /Next draw|Prochaine ronde/ }).click()
    await page
      .getByText(/^(Draw|Ronde) 1, /)
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: /About|À propos/ }).waitFor()
    await picture(`phone-${language}`, true)
    await page.getByRole('link', { name: /About|À propos/ }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
