import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import { hashOf } from '../../client/pages/chance/answers/link.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { candidate } from '../helpers/candidate.ts'
import { openPage } from '../helpers/openPage.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

let server: TestServer
let browser: Browser
let runId: string
let ensembleId: string

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
  const { body } = await ask<{ id: string }>(server.address, 'POST', '/api/runs', {
    scenario: testScenario,
    speed: 400,
  })
  runId = body.id
  const ensemble = await ask<{ id: string }>(server.address, 'POST', '/api/ensembles', {
    scenario: testScenario,
    runs: 3,
  })
  ensembleId = ensemble.body.id
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Controls smaller than WCAG 2.2 allows (24 px), links inside a line of text apart. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, select, input:not([type=checkbox]), nav a, header a')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 80) }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ html }) => html),
  )

/** Puts a scenario of the program into the alternative of the page Scenarios. */
const startFrom = async (page: Page, scenario: string) => {
  await page.getByLabel(/^(Start from a scenario|Partir d’un scénario)/).selectOption(scenario)
  await page.getByRole('button', { name: /^(Open it in|L’ouvrir dans) A$/ }).click()
}

async function openData(page: Page): Promise<void> {
  const disclosures = page.getByRole('button', { name: /^(Show the data|Afficher les données)$/ })
  while ((await disclosures.count()) > 0) await disclosures.first().click()
}

async function openEverything(page: Page): Promise<void> {
  await page.locator('.recharts-line').first().waitFor()
  await page.getByText(/^(Finished|Terminée?)$/).waitFor()
  await openData(page)
}

/** A couple with results in both languages and a job: every part of the form and of its result. */
const couple: Answers = {
  ...answersOf(
    candidate({
      spouse: {
        accompanying: true,
        citizenOrPermanentResident: false,
        education: 'doctoral',
        language: { listening: 9, reading: 8, writing: 7, speaking: 9 },
        canadianWorkYears: 1,
      },
      secondLanguage: { language: 'fr', clb: { listening: 7, reading: 7, writing: 7, speaking: 7 } },
      work: [{ noc: '72310', country: 'canada', from: '2025-06-01', authorized: true }],
    }),
  ),
  partnerAge: '31',
  military: 'yes',
  militaryNoc: '42102',
  militaryYears: '11',
  militaryOffer: 'no',
}

interface PageToRead {
  name: string
  path(): string
  hash?: string
  prepare(page: Page): Promise<void>
}

const pages: readonly PageToRead[] = [
  { name: 'live', path: () => `/?run=${runId}`, prepare: openEverything },
  {
    name: 'the scenario picker',
    path: () => `/?run=${runId}`,
    prepare: async (page: Page) => {
      await page.getByRole('button', { name: /Choose a scenario|Choisir un scénario/ }).click()
      await page.getByRole('radio').first().waitFor()
    },
  },
  { name: 'an ensemble', path: () => `/ensemble?ensemble=${ensembleId}`, prepare: openEverything },
  {
    name: 'no ensemble yet',
    path: () => '/ensemble?runs=7',
    prepare: (page: Page) => page.getByRole('button', { name: /^(Start|Lancer)$/ }).waitFor(),
  },
  { name: 'about', path: () => '/about?', prepare: (page: Page) => page.locator('article h1').waitFor() },
  {
    name: 'forecast, nothing asked yet',
    path: () => '/forecast?',
    prepare: (page: Page) => page.locator('main h1').waitFor(),
  },
  {
    name: 'my chance, nothing answered yet',
    path: () => '/chance?',
    prepare: (page: Page) => page.locator('main form').waitFor(),
  },
  {
    name: 'my chance, with a result',
    path: () => '/chance?',
    hash: hashOf(couple),
    prepare: (page: Page) => page.locator('#result-rulesets table').waitFor(),
  },
  {
    name: 'record',
    path: () => '/record?',
    prepare: async (page: Page) => {
      await page.locator('.recharts-scatter').waitFor()
      await openData(page)
    },
  },
  {
    name: 'fit',
    path: () => '/fit?',
    prepare: async (page: Page) => {
      await page.locator('main table').first().waitFor()
      await openData(page)
    },
  },
  {
    name: 'scenarios, with everything open',
    path: () => '/lab?',
    prepare: async (page: Page) => {
      await startFrom(page, 'levels-plan-2026')
      await page.locator('summary').first().waitFor()
      await page.evaluate(() => {
        // Of the many lists of streams one is enough.
        const [first] = document.querySelectorAll('fieldset details')
        for (const details of document.querySelectorAll('details')) {
          details.open = details === first || !details.closest('fieldset')
        }
      })
    },
  },
  {
    name: 'scenarios, what differs',
    path: () => '/lab?view=differences',
    prepare: async (page: Page) => {
      await startFrom(page, 'job-offers-back-french-halved')
      await page.getByText('additional.jobOffer').first().waitFor()
    },
  },
  {
    name: 'a run that is gone',
    path: () => '/?run=gone',
    prepare: (page: Page) => page.getByRole('button', { name: /Start a new|Lancer une/ }).waitFor(),
  },
  { name: 'no page', path: () => '/nowhere?', prepare: (page: Page) => page.locator('main h1').waitFor() },
]
/** Words differ by language and colours by theme: each of both is looked at once. */
const looks = [
  { language: 'en', theme: 'light' },
  { language: 'fr', theme: 'dark' },
] as const
const combinations = pages.flatMap((page) => looks.map((look) => ({ ...page, ...look })))

describe('accessibility', () => {
  it.each(combinations)(
    'axe finds nothing on $name, $language, $theme, and no line is cut off at 360 px',
    async ({ path, hash = '', prepare, language, theme }) => {
      const url = `${server.address}${path()}&lang=${language}${hash}`
      const { page, close } = await openPage(browser, url, { colorScheme: theme })
      await prepare(page)
      expect(await violations(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await page.setViewportSize({ width: 360, height: 740 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      await close()
    },
  )

  it('axe finds nothing on a phone with the menu open', async () => {
    const viewport = { width: 360, height: 740 }
    const { page, close } = await openPage(browser, `${server.address}/?run=${runId}`, { viewport })
    await openEverything(page)
    await page.getByRole('button', { name: 'Menu' }).click()
    expect(await violations(page)).toEqual([])
    await close()
  })

  it('nothing moves for those who ask for less motion', async () => {
    const { page, close } = await openPage(browser, `${server.address}/?run=${runId}`, { reducedMotion: 'reduce' })
    await page.locator('.recharts-line').first().waitFor()
    const moving = await page.evaluate(() => document.getAnimations().length)
    expect(moving).toBe(0)
    await close()
  })
})
