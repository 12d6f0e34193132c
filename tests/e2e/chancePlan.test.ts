import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, formatDay } from '../../shared/lib/day.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { keepFewFutures } from '../helpers/futures.ts'
import { type OpenPage, openPage, type PageOptions } from '../helpers/openPage.ts'
import { builtInScenario } from '../helpers/scenarios.ts'
import { startTestServer, type TestServer } from '../helpers/testServer.ts'

const today = Math.floor(Date.now() / 86_400_000)
/** Half a couple, whose permit ends in eight months and whose language test ends in eleven. */
const profile: Profile = {
  age: 34,
  spouse: {
    accompanying: true,
    citizenOrPermanentResident: false,
    education: 'secondary',
    language: { listening: 5, reading: 5, writing: 5, speaking: 5 },
    canadianWorkYears: 0,
  },
  education: 'masters-or-professional',
  firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 3,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
  permitUntil: formatDay(addMonths(today, 8)),
  languageTests: [
    {
      test: 'CELPIP_G',
      date: formatDay(addMonths(today, -13)),
      results: { listening: 9, reading: 9, writing: 9, speaking: 9 },
    },
  ],
}

const dataDir = mkdtempSync(join(tmpdir(), 'ee-sim-plan-'))
let server: TestServer
let browser: Browser
let opened: OpenPage[] = []

beforeAll(async () => {
  keepFewFutures(dataDir, builtInScenario('forecast'), 3)
  server = await startTestServer({ EE_SIM_DATA_DIR: dataDir })
  browser = await launchBrowser()
})
afterEach(async () => {
  const complaints = opened.flatMap((one) => one.complaints)
  await Promise.all(opened.map((one) => one.close()))
  opened = []
  expect(complaints).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function openAnswer(path: string, button: string, options?: PageOptions) {
  const one = await openPage(browser, `${server.address}${path}`, options)
  opened.push(one)
  await one.page.locator('input[type=file]').setInputFiles({
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profile)),
  })
  await one.page.getByRole('button', { name: button }).click()
  return one
}
const overflowOf = ({ page }: OpenPage) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the plan', () => {
  it('ranks what may be done, takes other months, and shows what it does over time', async () => {
    const one = await openAnswer('/chance', 'Work out my chance')
    const { page, picture } = one
    const plan = page.getByRole('figure', { name: /^Most chance for each month it takes|^Nothing here/ })
    const nomination = plan.getByRole('row').filter({ has: page.getByLabel(/^Months: Be nominated/) })
    await nomination.waitFor()
    expect(await plan.getByText('Take the language test again before it ends').count()).toBeGreaterThan(0)
    const months = page.getByLabel(/^Months: Be nominated/)
    expect(await months.inputValue()).toBe('6')

    await months.fill('70')
    await page.getByText('Enter 0 to 60, such as 6 or 2.5').waitFor()
    expect(await months.getAttribute('aria-invalid')).toBe('true')
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/chance'))
    await months.fill('13')
    const response = await answered
    expect(JSON.parse(response.request().postData() ?? '')).toMatchObject({ months: { nomination: 13 } })
    await nomination.getByText('no measurable difference').waitFor()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Work out my chance' }).click()
    await nomination.getByText('no measurable difference').waitFor()
    expect(await months.inputValue()).toBe('13')

    await page.getByRole('button', { name: 'Back to the assumed months' }).click()
    await nomination.getByText('no measurable difference').waitFor({ state: 'detached' })
    await page.getByLabel('What is done').selectOption({ label: 'Be nominated by a province or territory' })
    const overTime = page.getByRole('region', { name: /^Chance and points by date, .* Be nominated/ })
    expect(await overTime.getByRole('row').count()).toBe(13)
    await picture('chance-plan-en', true)
    expect(await overflowOf(one)).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  it('fits a phone in the dark, in French', async () => {
    const one = await openAnswer('/chance?lang=fr', 'Calculer mes chances', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    })
    await one.page.getByLabel(/^Mois\s: Obtenir la désignation/).waitFor()
    await one.page.getByRole('figure', { name: /^Invitation au plus tard/ }).waitFor()
    await one.picture('chance-plan-fr-360', true)
    expect(await overflowOf(one)).toBe(0)
    expect(await violations(one.page)).toEqual([])
  })
})

describe('the dates that matter', () => {
  it('stand in a list with what they do, and in a calendar file', async () => {
    const { page } = await openAnswer('/chance', 'Work out my chance')
    const dates = page.getByRole('figure', { name: /dates matter to you/ })
    await dates.getByText('A language test is two years old and ends').waitFor()
    expect(await dates.getByText('closes General, CEC, FSW').count()).toBe(1)
    expect(await dates.getByText(/^Last day of the permit/).count()).toBe(1)
    const saved = page.waitForEvent('download')
    await dates.getByRole('button', { name: 'Save as a calendar file' }).click()
    const file = readFileSync(await (await saved).path(), 'utf8')
    const permitDay = profile.permitUntil?.replaceAll('-', '')
    expect(file).toContain(`DTSTART;VALUE=DATE:${permitDay}`)
  })
})

/** The data of a figure as a file, by column name. */
async function dataOf({ page }: OpenPage, heading: string): Promise<Record<string, string>[]> {
  const figure = page.getByRole('figure').filter({ has: page.getByText(heading, { exact: true }) })
  await figure.getByRole('button', { name: 'Download', exact: true }).click()
  const saved = page.waitForEvent('download')
  await figure.getByRole('button', { name: 'Data (CSV, column names for programs)' }).click()
  const text = readFileSync(await (await saved).path(), 'utf8').replace(/^\uFEFF/, '')
  const [columns, ...rows] = text.trim().split('\r\n')
  // No value of these tables has a comma, so none is quoted.
  expect(text).not.toContain('"')
  const names = columns.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, index) => [names[index], value])))
}

describe('the files of figures', () => {
  it('hold what the tables show: dates, numbers and names for programs', async () => {
    const one = await openAnswer('/chance', 'Work out my chance')
    await one.page.getByRole('figure', { name: /dates matter to you/ }).waitFor()
    const dates = await dataOf(one, 'Dates that matter')
    const [permit] = dates.filter(({ what }) => what.includes('permit-ends'))
    expect(permit.date).toBe(profile.permitUntil)
    const [test] = dates.filter(({ what }) => what.includes('test-ends'))
    expect(test).toMatchObject({ score: '', closes: 'general; cec; fsw', opens: '' })
    expect(Number.isInteger(Number(test.points))).toBe(true)

    const [nomination] = (await dataOf(one, 'What you can do')).filter(({ action }) => action === 'nomination')
    expect(nomination).toMatchObject({ months: '6', points: '600', opens: expect.stringContaining('pnp') })
    for (const name of ['chance', 'chance_low', 'gained', 'gained_high', 'perMonth']) {
      expect(Math.abs(Number(nomination[name] || Number.NaN)), name).toBeLessThanOrEqual(1)
    }

    const overTime = await dataOf(one, 'Over time')
    expect(overTime).toHaveLength(12)
    expect(overTime[0].by).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(Number(overTime[11].chanceWith)).toBeGreaterThanOrEqual(Number(overTime[0].chanceWith))
    expect(Number(overTime[0].scoreAsIs)).toBeGreaterThan(100)
  })
})

describe('the place', () => {
  it('is told with an interval, and the printed summary is one page', async () => {
    const { page } = await openAnswer('/chance', 'Work out my chance')
    const everybody = page.getByRole('row', { name: /^Everybody in the pool/ })
    await everybody.waitFor()
    expect(await everybody.innerText()).toMatch(/\d \([\d,]+–[\d,]+\)/)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
