import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readScenario } from '../../shared/scenario/load.ts'
import type { DrawResult } from '../../shared/schema/draw.ts'
import type { EnsembleResult } from '../../shared/schema/ensemble.ts'
import type { SimulationEvent } from '../../shared/schema/event.ts'
import type { Provenance } from '../../shared/schema/provenance.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { ensembleOf } from '../helpers/ensembles.ts'
import { type OpenPage, openPage, type PageOptions } from '../helpers/openPage.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
let browser: Browser
let runId: string
let ensembleId: string
let opened: OpenPage[] = []

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
  const post = (path: string, body: object) => ask<{ id: string }>(server.address, 'POST', path, body)
  runId = (await post('/api/runs', { scenario: testScenario, seed: 'maple', speed: 400 })).body.id
  ensembleId = (await post('/api/ensembles', { scenario: testScenario, seed: 'maple', runs: 3 })).body.id
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
})

async function open(path: string, options?: PageOptions): Promise<Page> {
  const one = await openPage(browser, `${server.address}${path}`, options)
  opened.push(one)
  await one.page.getByText(/^(Finished|Terminée?)$/).waitFor()
  await one.page.locator('.recharts-surface').first().waitFor()
  return one.page
}

const live = (language: 'en' | 'fr') => `/?run=${runId}&lang=${language}`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** The figure under a heading such as "Cutoffs". */
const figure = (page: Page, heading: string) =>
  page.getByRole('figure').filter({ has: page.getByText(heading, { exact: true }) })

/** What the page hands over when something is pressed. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const bytes = readFileSync(await download.path())
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') }
}

/** A file of a figure's list. */
async function taken(page: Page, heading: string, [opener, item]: readonly [string, string]) {
  const one = figure(page, heading)
  await one.getByRole('button', { name: opener, exact: true }).click()
  return saved(page, () => one.getByRole('button', { name: item, exact: true }).click())
}

/** The same draws from the scenario and seed of a file, by the engine alone. */
function drawsAgain({ scenario, seed }: Provenance): DrawResult[] {
  return [...simulate(readScenario(scenario), { seed })]
    .filter((event: SimulationEvent) => event.type === 'draw')
    .map(({ type: _, ...draw }) => draw)
}

describe('a figure', () => {
  it('is saved as SVG that needs nothing from elsewhere, light also from a dark page', async () => {
    const page = await open(live('en'), { colorScheme: 'dark' })
    const { name, text } = await taken(page, 'Cutoffs', ['Download', 'Drawing (SVG)'])
    expect(name).toBe('test-maple-cutoffs.svg')
    const title = await figure(page, 'Cutoffs').getByRole('heading', { level: 2 }).textContent()
    const found = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
      const root = parsed.documentElement
      const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')
      const addresses = [...root.querySelectorAll('*')].flatMap((node) =>
        ['href', 'xlink:href', 'class', 'style'].filter((attribute) => node.hasAttribute(attribute)),
      )
      const paths = [...root.querySelectorAll('path')].map((path) => path.getAttribute('stroke'))
      return {
        isBroken: parsed.querySelector('parsererror') !== null,
        title: root.querySelector('title')?.textContent,
        ground: root.querySelector(':scope > rect')?.getAttribute('fill'),
        ...{ texts, addresses, paths },
      }
    }, text)
    expect(found.isBroken).toBe(false)
    expect(found.title).toBe(title)
    expect(found.ground).toMatch(/^#fff(fff)?$/)
    expect(found.texts).toContain(title)
    expect(found.texts).toContain('Source: IRCC, rounds of invitations to December 17, 2025; this simulation')
    expect(found.texts).toMatch(/Express Entry simulator, engine .*; scenario test, seed maple; .*Synthetic data\./)
    expect(found.texts).toContain('Simulation starts')
    expect(found.addresses).toEqual([])
    // The blue of the CEC in the light theme.
    expect(found.paths).toContain('#1762c4')
    expect(text).not.toContain('var(')
    expect(text.replace(/url\(data:[^)]*\)|url\(#[^)]*\)/g, '')).not.toContain('url(')
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
  })

  it('is saved as PNG of two pixels for each of the screen’s', async () => {
    const page = await open(live('en'))
    const { name, bytes } = await taken(page, 'Invitations', ['Download', 'Picture (PNG)'])
    expect(name).toBe('test-maple-invitations.png')
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const width = (await figure(page, 'Invitations').boundingBox())?.width ?? 0
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(2 * width)
    expect(bytes.length).toBeGreaterThan(10_000)
    const colours = await page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const pen = canvas.getContext('2d')
      pen?.drawImage(image, 0, 0)
      const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      const seen = new Set<string>()
      for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
      return [...seen]
    }, bytes.toString('base64'))
    expect(colours).toContain('255,255,255')
    expect(colours).toContain('23,98,196')
  })

  it('gives its data as CSV in the words of the page or in names for programs, with plain numbers', async () => {
    const page = await open(live('fr'), { locale: 'fr-CA' })
    const french = await taken(page, 'Invitations', ['Télécharger', 'Données (CSV)'])
    expect(french.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(french.text.split('\r\n')[0]).toBe('\uFEFFVolet,Rondes,Invités,Part')
    const names = await taken(page, 'Bassin', ['Télécharger', 'Données (CSV, noms de colonnes pour programmes)'])
    const [head, first, ...rest] = names.text.trimEnd().split('\r\n')
    expect(head).toMatch(/^\uFEFFdate,from601,.*,total$/)
    expect(first).toMatch(/^\d{4}-\d\d-\d\d(,\d+)+$/)
    expect(rest.length).toBeGreaterThan(5)
    // The table was closed and is so again.
    expect(await figure(page, 'Bassin').getByRole('table').count()).toBe(0)
  })

  it('gives all rows of a table that shows only some', async () => {
    const { page } = await opensEnsemble()
    const { text } = await taken(page, 'Every draw in figures', ['Download', 'Data (CSV)'])
    const { body } = await ask<{ result: EnsembleResult }>(server.address, 'GET', `/api/ensembles/${ensembleId}`)
    expect(text.trim().split('\r\n')).toHaveLength(body.result.draws.length + 1)
    expect(await figure(page, 'Every draw in figures').locator('tbody tr').count()).toBeLessThan(
      body.result.draws.length,
    )
  })

  it('opens and closes its list by keyboard, on a phone too, and moves nothing', async () => {
    const page = await open(live('en'), { viewport: { width: 360, height: 740 } })
    const opener = figure(page, 'Cutoffs').getByRole('button', { name: 'Download', exact: true })
    await opener.focus()
    const before = await figure(page, 'Pool').boundingBox()
    await page.keyboard.press('Enter')
    expect(await opener.getAttribute('aria-expanded')).toBe('true')
    expect(await figure(page, 'Pool').boundingBox()).toEqual(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Picture (PNG)')
    await page.keyboard.press('Escape')
    expect(await opener.getAttribute('aria-expanded')).toBe('false')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Download')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    expect(await opener.getAttribute('aria-expanded')).toBe('false')
  })
})

async function opensEnsemble(): Promise<{ page: Page }> {
  return { page: await open(`/ensemble?ensemble=${ensembleId}`) }
}

describe('a result', () => {
  it('of a run is saved with all that is needed to make it again', async () => {
    const page = await open(live('en'))
    const { name, text } = await saved(page, () => button(page, 'Result as JSON').click())
    expect(name).toBe('test-maple.json')
    const run: { provenance: Provenance; draws: DrawResult[]; totals: { draws: number } } = JSON.parse(text)
    expect(run.provenance.scenario).toEqual(testScenario)
    expect(run.provenance).toMatchObject({ seed: 'maple', rulesetId: '2025-03-25', data: { draws: 389 } })
    expect(run.draws.length).toBeGreaterThan(5)
    expect(run.totals.draws).toBe(run.draws.length)
    expect(drawsAgain(run.provenance)).toEqual(run.draws)
    expect(run.provenance.citation).toBe(await page.getByText(/^Express Entry simulator, engine/).textContent())

    const csv = await saved(page, () => button(page, 'Draws as CSV').click())
    expect(csv.name).toBe('test-maple-draws.csv')
    expect(csv.text.startsWith('\uFEFFnumber,date,stream,')).toBe(true)
    expect(csv.text.trim().split('\r\n')).toHaveLength(run.draws.length + 1)
  })

  it('of an ensemble, too', async () => {
    const { page } = await opensEnsemble()
    const { name, text } = await saved(page, () => button(page, 'Result as JSON').click())
    expect(name).toBe('test-3.json')
    const { provenance, draws, runs, seed }: { provenance: Provenance } & EnsembleResult = JSON.parse(text)
    const again = await ensembleOf({ scenario: readScenario(provenance.scenario), seed: provenance.seed, runs })
    expect(again.draws).toEqual(draws)
    expect(seed).toBe(provenance.seed)
    expect(provenance.citation).toContain('scenario test, seed maple, 3 futures;')
    const csv = await saved(page, () => button(page, 'Draws as CSV').click())
    expect(csv.text).toMatch(/^\uFEFFdate,stream,size,runs,held,cutoff_p10,.*,invited_p90\r\n/)
    expect(csv.text.trim().split('\r\n')).toHaveLength(draws.length + 1)
  })

  it('is cited by a line to copy, in the language of the page', async () => {
    const page = await open(live('fr'), { locale: 'fr-CA', permissions: ['clipboard-read', 'clipboard-write'] })
    await button(page, 'Copier').click()
    await page.getByText('Copié.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^Simulateur d’Entrée express, moteur .* scénario test, graine maple;/)
    expect(await violations(page)).toEqual([])
  })
})

describe('on paper', () => {
  it('a page has its figures and whole tables in light colours, and nothing to press', async () => {
    const page = await open(live('en'), { colorScheme: 'dark' })
    await figure(page, 'Cutoffs').getByRole('button', { name: 'Show the data' }).click()
    await page.emulateMedia({ media: 'print' })
    const found = await page.evaluate(() => {
      const isSeen = (element: Element) => element.getClientRects().length > 0
      const table = document.querySelector('figure section:has(> table)')
      return {
        controls: [...document.querySelectorAll('button, nav, header, input')].filter(isSeen).length,
        ground: getComputedStyle(document.documentElement).backgroundColor,
        hidden: table ? table.scrollHeight - table.clientHeight : Number.NaN,
        citation: [...document.querySelectorAll('main p')].some(
          (text) => isSeen(text) && text.textContent?.startsWith('Express Entry simulator, engine'),
        ),
      }
    })
    expect(found).toEqual({ controls: 0, ground: 'rgb(255, 255, 255)', hidden: 0, citation: true })
  })

  it('a chart is drawn again for the width of the paper, and afterwards for that of the screen', async () => {
    const page = await open(live('en'))
    const width = () => page.locator('.recharts-surface').first().getAttribute('width').then(Number)
    const onScreen = await width()
    expect(onScreen).toBeGreaterThan(900)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await width()).toBeLessThan(700)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(width).toBe(onScreen)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
