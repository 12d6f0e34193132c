import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../client/pages/reform/link.ts'
import { baseProvisions } from '../../shared/reform/base.ts'
import type { DrawQuestion } from '../../shared/reform/drawLine.ts'
import type {} from '../../shared/reform/effects.ts'
import { reformEffects, scoresUnder } from '../../shared/reform/effects.ts'
import { patchesBetween, provisionsOfReform } from '../../shared/reform/patches.ts'
import { reformPool } from '../../shared/reform/pool.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../shared/reform/presets.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { Reform } from '../../shared/schema/reform.ts'
import { violations } from '../helpers/axe.ts'
import type { OpenPage, PageOptions } from '../helpers/openPage.ts'
import { siteForTests } from '../helpers/site.ts'

const site = siteForTests()

const answerOf = (page: Page) =>
  page
    .getByRole('region', { name: /^(What the reform does|Ce que fait la réforme)$/ })
    .getByRole('heading', { level: 2 })

/** Opens the page and waits for its first answer. */
async function open(path = '/reform', options?: PageOptions): Promise<OpenPage> {
  const one = await site.open(path, options)
  await answerOf(one.page).waitFor()
  return one
}

const start = (page: Page, name: RegExp) => page.getByRole('button', { name }).click()
const offersReturn = /^(Job-offer points return|Retour des points pour une offre d’emploi)$/
const cell = (page: Page, path: string) => page.locator(`[id="cell-${path}"]`)
/** Waits until the answer reads so. */
const answers = (page: Page, sentence: RegExp) => answerOf(page).filter({ hasText: sentence }).waitFor()

/** The same as this process computes it, for the whole pool. */
function effectsHere(reforms: readonly Reform[], question: DrawQuestion) {
  const pool = reformPool()
  const before = scoresUnder(pool, baseProvisions(pool.law))
  return reforms.map((reform) => reformEffects(pool, before, scoresUnder(pool, provisionsOfReform(reform)), question))
}

describe('the reform lab', () => {
  it('scores the whole pool again with every change: the figures of Node', async () => {
    const offers = reformOfPreset(reformPresets[0], 'en')
    const sibling = { ...offers, patches: [...offers.patches, { path: 'additional.sibling.points', value: 100 }] }
    const [first, second] = effectsHere([offers, sibling], { stream: 'cec', seats: 5000 })
    const { page, picture } = await open()
    await answers(page, /^Nobody crosses the line: these are the points of March 25, 2025$/)
    await start(page, offersReturn)
    const sentence = ({ draw }: typeof first) =>
      new RegExp(
        `^The CEC cutoff would rise from ${draw.cutoffBefore} to ${draw.cutoffAfter}, and ${draw.winners.toLocaleString('en-CA')} of the 5,000`,
      )
    await answers(page, sentence(first))
    await cell(page, 'additional.sibling.points').fill('100')
    await answers(page, sentence(second))
    const table = page.getByRole('table', { name: /people would be invited who were not/ })
    const figures = await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].slice(1, 6).map((one) => Number(one.textContent?.replace(',', ''))),
        ),
      )
    expect(figures).toEqual(
      second.groups.age.map(({ winners, losers, persons, invitedBefore, invitedAfter }) => [
        winners,
        losers,
        persons,
        invitedBefore,
        invitedAfter,
      ]),
    )
    await picture('reform', true)
  })

  it('marks what was changed with what it was, puts it back, and undoes', async () => {
    const { page } = await open()
    const sibling = cell(page, 'additional.sibling.points')
    await sibling.fill('100')
    await answers(page, /^The CEC cutoff would/)
    await page.getByText('was 15', { exact: true }).waitFor()
    await page.getByText('1 changed', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Set Brother or sister in Canada back to 15' }).click()
    expect(await sibling.inputValue()).toBe('15')
    await answers(page, /^Nobody crosses the line: these/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await sibling.inputValue()).toBe('100')
    await page.getByRole('button', { name: 'Take back all changes' }).click()
    expect(await sibling.inputValue()).toBe('15')
  })

  it('refuses what is no value beside the field, and goes on with the last one', async () => {
    const { page } = await open()
    const sibling = cell(page, 'additional.sibling.points')
    await sibling.fill('many')
    expect(await sibling.getAttribute('aria-invalid')).toBe('true')
    const reason = await sibling.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${reason}"]`).textContent()).toBe('Whole number from 0 to 1,200')
    await answers(page, /^Nobody crosses the line: these/)
    await sibling.fill('')
    await page.getByText('none', { exact: true }).first().waitFor()
    await page.getByText('2025').first().waitFor()
  })

  it('adds a row to a table, and takes it away', async () => {
    const { page } = await open()
    await page.getByText('Age', { exact: true }).first().click()
    await page.getByLabel('New row from').first().fill('50')
    await page.getByRole('button', { name: 'Add: Age' }).click()
    await cell(page, 'core.age.withSpouse.50').fill('30')
    const warning = page.getByRole('region', { name: '1 thing to look at' })
    await warning.getByText(/50 and over, with a partner: 30, more than the 0 for somebody younger/).waitFor()
    await page.getByRole('button', { name: 'Remove the row 50 and over' }).click()
    await warning.waitFor({ state: 'detached' })
    expect(await cell(page, 'core.age.withSpouse.50').count()).toBe(0)
  })

  it('warns of what is odd, leads to it, and forbids nothing', async () => {
    const { page } = await open()
    await page
      .getByLabel('Points of', { exact: true })
      .selectOption({ label: 'Nov 3, 2026: High-wage occupations: partly unknown, your assumptions' })
    const warnings = page.getByRole('region', { name: '6 things to look at' })
    await warnings.getByText(/Twice the median, job offer: nobody has published this value/).waitFor()
    expect(await page.getByRole('button', { name: 'Download the scenario' }).isDisabled()).toBe(true)
    await warnings.getByRole('button', { name: /^Go to it: .*Twice the median, job offer/ }).click()
    const twice = cell(page, 'additional.highWage.offer.x2')
    expect(await twice.evaluate((element) => element === document.activeElement)).toBe(true)
    await twice.fill('80')
    await page.getByRole('region', { name: '5 things to look at' }).waitFor()
    await page.getByText('assumption', { exact: true }).waitFor()
    await page.getByLabel('With both work and an offer').selectOption({ label: 'both added up' })
    await page.getByText('2 values differ.').waitFor()
  })

  it('keeps the reform and the draw looked at in the address, through a reload and a change of language', async () => {
    const { page } = await open()
    await start(page, /^Age points flat$/)
    await page.getByLabel('Draw', { exact: true }).selectOption({ label: 'French' })
    await page.getByLabel('Number invited', { exact: true }).last().fill('1000')
    await answers(page, /^The French cutoff would rise .* of the 1,000 invited/)
    const sentence = await answerOf(page).textContent()
    const hash = hashOf({ reform: reformOfPreset(reformPresets[2], 'en'), choice: { stream: 'french', seats: 1000 } })
    await page.waitForURL((url) => url.hash === hash)
    await page.reload()
    await answers(page, /^The French cutoff/)
    expect(await answerOf(page).textContent()).toBe(sentence)
    await page.getByRole('button', { name: 'Français' }).click()
    await answers(page, /^La note minimale du volet Français monterait/)
    expect(await page.getByLabel('Titre de la réforme').inputValue()).toBe('Age points flat')
    await page.getByRole('link', { name: 'À propos', exact: true }).click()
    await page.locator('article h1').waitFor()
    await page.goBack()
    await answers(page, /^La note minimale du volet Français monterait/)
  })

  it('says so when a link is broken, and works on', async () => {
    const { page } = await open('/reform#r=bm9uc2Vuc2U')
    await page.getByRole('heading', { name: 'The reform in this link cannot be read' }).waitFor()
    await start(page, offersReturn)
    await answers(page, /^The CEC cutoff would rise/)
  })

  it('opens another link where it is, and keeps the reform in the address when the content is skipped to', async () => {
    const { page } = await open()
    const hash = hashOf({ reform: reformOfPreset(reformPresets[1], 'en'), choice: { stream: 'general', cutoff: 510 } })
    await page.evaluate((link) => window.location.assign(link), hash)
    await answers(page, /people would stand at 510 or over in the General draw$/)
    await page.evaluate(() => window.location.assign('#content'))
    await page.waitForURL((url) => url.hash === hash)
  })

  it('saves a file with everything to cite, loads it again, and executes nothing of it', async () => {
    const { page } = await open()
    await start(page, offersReturn)
    await page.getByLabel('Title of the reform').fill('<img src=x onerror=alert(1)> Offers')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('img-src-x-onerror-alert-1-offers.json')
    const path = await download.path()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      schemaVersion: 1,
      base: '2025-03-25',
      patches: [{ path: 'additional.jobOffer.points.major-group-00', value: 200 }, { value: 50 }],
      madeWith: { dataUntil: '2025-12-17' },
    })
    await page.getByRole('button', { name: 'Take back all changes' }).click()
    await answers(page, /^Nobody crosses the line: these/)
    await page.getByLabel('Load a file').setInputFiles(path)
    await answers(page, /^The CEC cutoff would rise/)
    const bad = {
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        '{"schemaVersion":1,"title":"","reason":"","base":"2025-03-25","patches":[{"path":"nowhere","value":1}]}',
      ),
    }
    await page.getByLabel('Load a file').setInputFiles(bad)
    await page
      .getByText(/^bad\.json was not loaded, and nothing was changed\. At \$\.patches\[0\]\.path: received "nowhere"/)
      .waitFor()
    await answers(page, /^The CEC cutoff would rise/)
  })

  it('is compared by way of a file when it is too long for an address', async () => {
    const base = '2025-03-25'
    const lower = patchesBetween(baseProvisions('empty'), baseProvisions(base)).flatMap(({ path, value }) =>
      typeof value === 'number' && value >= 10
        ? [{ path, value: value - 1, reason: 'Why this is so. '.repeat(30) }]
        : [],
    )
    const reform = { ...unchangedReform(base), patches: lower.slice(0, 20) }
    const { page } = await open()
    const compare = page.getByRole('link', { name: 'Compare both with the same chance, under Scenarios' })
    await compare.waitFor()
    const buffer = Buffer.from(JSON.stringify(reform))
    await page.getByLabel('Load a file').setInputFiles({ name: 'long.json', mimeType: 'application/json', buffer })
    await page.getByText(/^With so much in it the reform does not fit into an address\./).waitFor()
    expect(await compare.count()).toBe(0)
  })

  it('becomes a scenario, and an ensemble of it', async () => {
    const { page } = await open()
    await start(page, offersReturn)
    await page.getByLabel('In force from').fill('2027-01-01')
    await page.getByText('A day from December 14, 2025 to December 14, 2026').waitFor()
    await page.getByLabel('In force from').fill('2026-03-01')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the scenario' }).click(),
    ])
    const scenario = readScenario(JSON.parse(readFileSync(await download.path(), 'utf8')))
    expect(scenario.rules[1]).toMatchObject({
      from: '2026-03-01',
      rulesetId: '2025-03-25',
      patches: [{ value: 200 }, { value: 50 }],
    })
    await page.getByRole('button', { name: 'Run 100 futures' }).click()
    await page.waitForURL(/\/ensemble\?ensemble=/)
    await page.getByRole('button', { name: 'Stop here' }).click()
  })

  it('answers where the cutoff stays, by every kind of group', async () => {
    const { page } = await open('/reform?lang=fr')
    await start(page, offersReturn)
    await answers(page, /monterait/)
    await page.getByLabel('Ce qui reste pareil').selectOption({ label: 'Note minimale' })
    await answers(page, /personnes de plus auraient 514 ou plus/)
    for (const group of [
      'Scolarité',
      'Niveau en première langue',
      'Programme',
      'Groupe de professions',
      'Au Canada ou à l’étranger',
    ]) {
      await page.getByLabel('Selon', { exact: true }).selectOption({ label: group })
      await page.getByRole('columnheader', { name: group, exact: true }).waitFor()
    }
  })
})

/** Unfolds the first so many tables, and the data of the chart. */
async function unfold(page: Page, tables: number): Promise<void> {
  await page.evaluate((most) => {
    for (const table of [...document.querySelectorAll('details')].slice(0, most)) table.open = true
  }, tables)
  await page.getByRole('button', { name: /^(Show the data|Afficher les données)$/ }).click()
}

describe('reading the reform lab', () => {
  it.each([
    { language: 'en', theme: 'light', tables: 99 },
    { language: 'fr', theme: 'dark', tables: 2 },
  ] as const)('leaves axe nothing to find, in $language, $theme', async ({ language, theme, tables }) => {
    const { page, picture } = await open(`/reform?lang=${language}`, { colorScheme: theme })
    await start(page, offersReturn)
    await cell(page, 'additional.sibling.points').fill('700')
    await cell(page, 'additional.cap.points').fill('x')
    await unfold(page, tables)
    expect(await violations(page)).toEqual([])
    await picture(`reform-${language}-${theme}`)
  })

  it.each([
    { language: 'en', theme: 'dark' },
    { language: 'fr', theme: 'light' },
  ] as const)(
    'fits a phone of 360 px, the answer in view while a table is edited, in $language, $theme',
    async (one) => {
      const viewport = { width: 360, height: 740 }
      const { page, picture } = await open(`/reform?lang=${one.language}`, { viewport, colorScheme: one.theme })
      await start(page, offersReturn)
      await unfold(page, 1)
      const age = cell(page, 'core.age.withSpouse.20')
      await age.focus()
      await age.fill('90')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      const [field, answer] = await Promise.all([age.boundingBox(), answerOf(page).boundingBox()])
      expect(answer && answer.y + answer.height <= viewport.height && answer.y > 0).toBe(true)
      expect(field && answer && field.y + field.height < answer.y).toBe(true)
      expect(await violations(page)).toEqual([])
      await picture(`reform-phone-${one.language}`)
    },
  )
})
