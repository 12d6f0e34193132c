import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import type { OpenPage, PageOptions } from '../helpers/openPage.ts'
import { smallScenario } from '../helpers/scenarios.ts'
import { networkComplaints, siteForTests } from '../helpers/site.ts'
import { temporaryFolder } from '../helpers/temporaryFolder.ts'

const site = siteForTests({ expected: networkComplaints })

async function open(path: string, options?: PageOptions): Promise<OpenPage> {
  const one = await site.open(path, options)
  await one.page.locator('main h1').waitFor()
  return one
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const section = (page: Page, title: string) => page.locator('summary', { hasText: title }).first()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const part = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true })

/** A file with a scenario of this program, or with anything. */
function fileWith(content: unknown): string {
  const path = join(temporaryFolder(), 'mine.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const load = (page: Page, content: unknown) => page.getByLabel('Load a file').setInputFiles(fileWith(content))

/** Puts a scenario of the program in the place of the one being edited. */
const start = async (page: Page, name: string) => {
  await page.getByLabel('Start from a scenario of the program').selectOption(name)
  await page.getByRole('button', { name: /^Open it in / }).click()
}

const sidewaysPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the scenario editor', () => {
  it('changes a field, says what differs, and keeps both scenarios in the address', async () => {
    const { page } = await open('/lab')
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('200')
    await page.getByText('In the baseline: 365 days.').waitFor()
    await page.getByText('1 change from the baseline').waitFor()
    await part(page, 'What differs').click()
    const row = page.getByRole('listitem').filter({ hasText: 'Length' })
    expect(await row.textContent()).toMatch(/365 days.*200 days.*assumption/)
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#lab=/)

    const address = page.url()
    await page.reload()
    await row.waitFor()
    const { page: colleague } = await open(address.slice(site.address.length))
    await colleague.getByRole('listitem').filter({ hasText: 'Length' }).waitFor()
    await part(colleague, 'Edit').click()
    await section(colleague, 'Start and length').click()
    expect(await field(colleague, 'Length').inputValue()).toBe('200')
  })

  it('shows a mistake beside its field and in a summary that leads there, and takes it back', async () => {
    const { page } = await open('/lab')
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('many')
    await page.getByRole('heading', { name: 'One thing keeps this scenario from being run' }).waitFor()
    expect(await field(page, 'Length').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByText('Give a whole number from 1 to 1,830.').count()).toBe(2)

    await section(page, 'Start and length').click()
    await button(page, 'Length').click()
    expect(await field(page, 'Length').evaluate((element) => element === document.activeElement)).toBe(true)

    await button(page, 'Undo').click()
    expect(await field(page, 'Length').inputValue()).toBe('365')
    await expect.poll(() => page.getByText(/keeps this scenario from being run/).count()).toBe(0)
    await button(page, 'Redo').click()
    expect(await field(page, 'Length').inputValue()).toBe('many')
  })

  it('adds, copies and removes rows, by keyboard', async () => {
    const { page } = await open('/lab')
    await section(page, 'Draws').focus()
    await page.keyboard.press('Enter')
    await button(page, 'Add a rhythm').focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^1\. CEC, every 14 days from /).waitFor()
    await field(page, 'Sizes').fill('1000, 3000')
    await button(page, 'Copy 1').click()
    await page.getByText(/^2\. CEC, every 14 days from /).waitFor()
    expect(await field(page, 'Sizes').last().inputValue()).toBe('1000, 3000')
    await button(page, 'Remove 2').click()
    await expect.poll(() => page.getByText(/^2\. CEC/).count()).toBe(0)
  })

  it('takes outcomes of invitations as they are typed, key by key, and drops a row that says the default', async () => {
    const { page } = await open('/lab')
    await section(page, 'What becomes of invitations').click()
    const applies = field(page, 'CEC, Apply')
    const declines = field(page, 'CEC, Decline')
    await applies.pressSequentially('0.95')
    expect(await applies.inputValue()).toBe('0.95')
    await declines.press('ControlOrMeta+a')
    await declines.press('Delete')
    expect(await declines.inputValue()).toBe('')
    await declines.pressSequentially('0.02')
    await applies.focus()
    expect([await applies.inputValue(), await declines.inputValue()]).toEqual(['0.95', '0.02'])

    await applies.fill('')
    await declines.focus()
    await expect.poll(() => applies.inputValue()).not.toBe('')
    expect(await declines.inputValue()).toBe('0.02')
    await declines.fill('')
    await applies.focus()
    await expect.poll(() => applies.inputValue()).toBe('')
    expect(await declines.inputValue()).toBe('')
    await page.getByText('0 changes from the baseline').waitFor()
  })

  it('says at the stream and at the month what is wrong there', async () => {
    const { page } = await open('/lab')
    await section(page, 'What becomes of invitations').click()
    await field(page, 'Senior managers, Decline').fill('0.9')
    const row = page.getByRole('row', { name: /^Senior managers/ })
    await row.getByText('Give shares that add up to at most 1.').waitFor()
    expect(await field(page, 'Senior managers, Decline').getAttribute('aria-invalid')).toBe('true')
    expect(await field(page, 'CEC, Decline').getAttribute('aria-invalid')).toBe('false')
    await section(page, 'Who arrives').click()
    const march = page.getByRole('group', { name: 'Weight of each month' }).getByRole('textbox').nth(2)
    await march.fill('x')
    await page
      .getByRole('group', { name: 'Weight of each month' })
      .getByText(/^Give a number from 0 to 100/)
      .waitFor()
    expect(await march.getAttribute('aria-invalid')).toBe('true')
  })

  it('changes points of the law with what they are now beside it, and marks them a proposal', async () => {
    const { page } = await open('/lab')
    await section(page, 'Rules in force').click()
    await page.getByText('1. From Mar 25, 2025: rules of 2025-03-25').click()
    await button(page, 'Add a change of points').click()
    await page.getByRole('combobox', { name: 'Rule', exact: true }).fill('additional.sibling.points')
    await page.getByText('Under this ruleset: 15.').waitFor()
    await field(page, 'New value').fill('30')
    await part(page, 'What differs').click()
    const row = page.getByRole('listitem').filter({ hasText: 'additional.sibling.points' })
    expect(await row.textContent()).toMatch(/15.*30.*proposal/)
  })

  it('loads a file with its mistakes, refuses what is no scenario, and saves what it was given', async () => {
    const { page } = await open('/lab')
    await load(page, '{ not json')
    await page.getByText(/mine.json was not loaded, and nothing has changed: it is not valid JSON/).waitFor()

    const hostile = '<img src=x onerror="document.title=1">'
    await load(page, { ...smallScenario(), title: { en: hostile, fr: hostile }, colour: 'red', horizonDays: 0 })
    await page.getByRole('heading', { name: '2 things keep this scenario from being run' }).waitFor()
    await page.getByText(hostile).first().waitFor()
    expect(await page.title()).not.toBe('1')
    await button(page, 'Remove it').click()
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('60')
    await expect.poll(() => page.getByText(/from being run/).count()).toBe(0)

    const download = page.waitForEvent('download')
    await button(page, 'Save as a file').click()
    const saved = await (await download).path()
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual({ ...smallScenario(), title: { en: hostile, fr: hostile } })
  })

  it('begins with a scenario of the program when told so, not while one is looked for with the keys', async () => {
    const { page } = await open('/lab')
    const choice = page.getByLabel('Start from a scenario of the program')
    await choice.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => choice.inputValue()).not.toBe('')
    expect(await button(page, 'Undo').isDisabled()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(/^Started from /).waitFor()
    expect(await button(page, 'Undo').isDisabled()).toBe(false)
  })

  it('says why an address cannot be shown, and follows one that is opened while the page is there', async () => {
    const { page } = await open('/lab#lab=broken')
    await page.getByRole('heading', { name: 'What this address holds cannot be shown' }).waitFor()
    await page.getByText('2026 under the practice of 2025').first().waitFor()

    const { page: other } = await open('/lab')
    await start(other, 'long-pause')
    await expect.poll(() => new URL(other.url()).hash).toMatch(/^#lab=/)
    const { hash } = new URL(other.url())
    await page.evaluate((opened) => {
      window.location.hash = opened
    }, hash)
    await page.getByText('Ten weeks without a CEC draw').first().waitFor()
    await expect.poll(() => page.getByText('What this address holds cannot be shown').count()).toBe(0)
  })
})

describe('a scenario of the editor', () => {
  it('runs live and in many futures, and is still there when one comes back', async () => {
    const { page } = await open('/lab', { daysPerSecond: 400 })
    await load(page, { ...smallScenario(), title: { en: 'Mine', fr: 'Le mien' } })
    await button(page, 'Watch it live').click()
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByText('Mine').first().waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click()
    await page.getByText('Mine').first().waitFor()
    await button(page, '100 futures').click()
    await page.getByText('100 of 100 futures').waitFor({ timeout: 120_000 })
  })
})

describe('scenarios on the server', () => {
  it('are saved under a secret link, changed by whoever saved them, and lost to nobody when two change them', async () => {
    const { page } = await open('/lab')
    await load(page, { ...smallScenario(), title: { en: 'Mine', fr: 'Le mien' } })
    await button(page, 'Save with a secret link').click()
    await page.getByText(/^Saved as .+, revision 1\./).waitFor()
    const link = (await page.getByRole('link', { name: 'Link to this scenario' }).getAttribute('href')) ?? ''

    const { page: colleague } = await open(link.slice(site.address.length))
    await colleague.getByText(/ is opened, revision 1\.$/).waitFor()
    await colleague.getByText('Mine').first().waitFor()
    expect(await colleague.getByRole('button', { name: /^Save the changes of/ }).count()).toBe(0)

    // The same browser in another tab has the token, too: whoever is slower is told.
    const tab = await page.context().newPage()
    await tab.goto(link)
    await tab.getByText(/ is opened, revision 1\.$/).waitFor()
    await section(tab, 'Start and length').click()
    await field(tab, 'Length').fill('33')
    await tab.getByRole('button', { name: /^Save the changes of/ }).click()
    await tab.getByText(/^Saved as .+, revision 2\./).waitFor()

    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('44')
    await page.getByRole('button', { name: /^Save the changes of/ }).click()
    await page.getByText(/Nothing was overwritten, and yours is still here/).waitFor()
    await button(page, 'Put theirs beside mine').click()
    await page.getByRole('radio', { name: /^B / }).waitFor()
    await page.getByRole('radio', { name: /^A / }).check()
    await section(page, 'Start and length').click()
    expect(await field(page, 'Length').inputValue()).toBe('44')
    await page.getByRole('button', { name: /^Save the changes of/ }).click()
    await page.getByText(/^Saved as .+, revision 3\./).waitFor()
  })
})

describe('a scenario on the server that somebody else has changed', () => {
  const mine = { ...smallScenario(), id: 'mine', title: { en: 'Mine', fr: 'Le mien' } }
  const saveChanges = (page: Page) => page.getByRole('button', { name: /^Save the changes of/ }).click()
  const saveAgain = async (page: Page, days: string) => {
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill(days)
    await saveChanges(page)
  }
  const choose = (page: Page, place: string) => page.getByRole('radio', { name: new RegExp(`^${place} `) }).check()

  /** A page whose A is saved and was changed elsewhere meanwhile, and whose B is saved, too. */
  async function conflicting(): Promise<Page> {
    const { page } = await open('/lab')
    await load(page, mine)
    await button(page, 'Save with a secret link').click()
    await page.getByText(/^Saved as .+, revision 1\./).waitFor()
    const link = (await page.getByRole('link', { name: 'Link to this scenario' }).getAttribute('href')) ?? ''
    await button(page, 'Add a copy of A').click()
    await page.getByRole('button', { name: /^Save as .+ for everybody$/ }).click()
    await page.getByText(/^Saved as .+, revision 1\./).waitFor()

    const tab = await page.context().newPage()
    await tab.goto(link)
    await tab.getByText(/ is opened, revision 1\.$/).waitFor()
    await saveAgain(tab, '33')
    await tab.getByText(/^Saved as .+, revision 2\./).waitFor()
    await tab.close()

    await choose(page, 'A')
    await saveAgain(page, '44')
    await page.getByText(/Nothing was overwritten, and yours is still here/).waitFor()
    return page
  }

  it('is overwritten when told so, and no other one in its place', async () => {
    const page = await conflicting()
    await choose(page, 'B')
    await button(page, 'Overwrite theirs with mine').waitFor({ state: 'detached' })
    await choose(page, 'A')
    await button(page, 'Overwrite theirs with mine').click()
    await page.getByText(/^Saved as .+, revision 3\./).waitFor()
    await choose(page, 'B')
    await saveChanges(page)
    await page.getByText(/^Saved as .+, revision 2\./).waitFor()
  })

  it('is not put in the place of mine when there is no room beside it', async () => {
    const page = await conflicting()
    await button(page, 'Add a copy of A').click()
    await button(page, 'Add a copy of C').click()
    await choose(page, 'A')
    await button(page, 'Put theirs beside mine').click()
    await page.getByText(/ was not opened: there is room for 4 alternatives\./).waitFor()
    await section(page, 'Start and length').click()
    expect(await field(page, 'Length').inputValue()).toBe('44')
    await saveChanges(page)
    await page.getByText(/Nothing was overwritten, and yours is still here/).waitFor()
  })

  it('can be opened by its name as soon as it is saved for everybody', async () => {
    const { page } = await open('/lab')
    await load(page, { ...mine, id: 'ours', title: { en: 'Ours', fr: 'Le nôtre' } })
    await button(page, 'Save as ours for everybody').click()
    await page.getByText('Saved as ours, revision 1.').waitFor()
    await page.getByLabel('Open a saved scenario').selectOption('Ours')
    await button(page, 'Open it').click()
    await page.getByText('ours is opened, revision 1.').waitFor()
  })
})

describe('the comparison', () => {
  const small = smallScenario({ horizonDays: 40 })

  /** A small baseline, and an alternative with four times as many arrivals. */
  async function prepare(page: Page): Promise<void> {
    await page.getByRole('radio', { name: /^Baseline/ }).check()
    await load(page, small)
    await page.getByRole('radio', { name: /^A / }).check()
    await load(page, { ...small, id: 'more', arrivals: { perDay: 60 } })
    await page.getByText('1 change from the baseline').waitFor()
  }

  it('runs both with the same chance, shows differences with intervals, and is found again', async () => {
    const { page, picture } = await open('/lab?view=compare&pairs=20')
    await prepare(page)
    await button(page, 'Compare').last().click()
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 })
    const finding = page.getByText(/^In A the CEC cutoff is [\d.]+ points higher on average/)
    await finding.waitFor()
    const table = page.getByRole('table', { name: 'Differences from the baseline' })
    const rows = await table.locator('tbody tr').allTextContents()
    expect(rows.find((row) => row.startsWith('Mean cutoff, CEC'))).toMatch(/\+[\d.]+ \(\+[\d.]+ to \+[\d.]+\)$/)
    await page.getByRole('heading', { name: /^Shared chance / }).waitFor()
    await page.getByRole('heading', { name: /^The CEC cutoff of .+ differs most/ }).waitFor()
    await button(page, 'Show the data').click()
    await page.getByRole('table', { name: /^Data: The CEC cutoff/ }).waitFor()
    await picture('lab-compare-en', true)
    expect(await violations(page)).toEqual([])

    const told = await finding.textContent()
    await page.reload()
    await finding.waitFor()
    expect(await finding.textContent()).toBe(told)
    await part(page, 'Edit').click()
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('30')
    await part(page, 'Compare').click()
    await page.getByText('The scenarios have changed since this comparison.').waitFor()
  })

  it('takes a reform of the points beside the baseline', async () => {
    const { page } = await open('/reform')
    await page.getByRole('link', { name: 'Compare both with the same chance, under Scenarios' }).click()
    await page.getByRole('heading', { name: 'How far do the alternatives differ from the baseline?' }).waitFor()
    expect(await page.getByRole('radio', { name: /^Baseline 2026 under the practice of 2025/ }).count()).toBe(1)
    await part(page, 'What differs').click()
    await page.getByText(/^Rules 2$/).waitFor()
  })

  it('says what stands in the way of one', async () => {
    const { page } = await open('/lab')
    await section(page, 'Start and length').click()
    await field(page, 'Length').fill('0')
    await part(page, 'Compare').click()
    await page.getByText('These cannot be run yet: A.').waitFor()
    expect(await button(page, 'Compare').last().isDisabled()).toBe(true)
  })

  it('shows a partial picture, and stops when told', async () => {
    const { page } = await open('/lab?view=compare&pairs=2000')
    await prepare(page)
    await button(page, 'Compare').last().click()
    await page.getByText(/^Provisional: [1-9][\d,]* of 2,000 runs of each scenario so far/).waitFor()
    await button(page, 'Stop here').click()
    await page.getByText(/^Stopped early: everything below rests on/).waitFor()
    await page.getByRole('table', { name: 'Differences from the baseline' }).waitFor()
  })

  it('is read in French on a phone, in the dark', async () => {
    const viewport = { width: 360, height: 740 }
    const { page, picture } = await open('/lab?view=compare&pairs=20', { colorScheme: 'dark', viewport })
    await prepare(page)
    await button(page, 'Menu').click()
    await button(page, 'Français').click()
    await button(page, 'Menu').click()
    await button(page, 'Comparer').last().click()
    await page.getByText('Terminé', { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByText(/^Dans A, la note minimale du volet CEC est en moyenne plus haute de [\d,]+ points/).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysPx(page)).toBe(0)
    await picture('lab-compare-phone-fr', true)
  })
})

describe('the instruments', () => {
  const small = smallScenario({
    horizonDays: 30,
    schedule: {
      cadences: [{ stream: 'cec', firstDate: '2025-12-16', everyDays: 7, sizes: [30] }],
      budgets: [{ year: 2026, streams: ['cec'], itas: 3000 }],
    },
  })

  const measure = async (page: Page, instrument: string) => {
    await page.getByRole('combobox', { name: 'Instrument' }).selectOption({ label: instrument })
    await button(page, 'Measure').click()
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 })
  }

  it('measure what moves a small scenario, each found again when one returns to it', async () => {
    const { page } = await open('/lab?view=instruments&repeats=10')
    await page.getByRole('radio', { name: /^Baseline/ }).check()
    await load(page, small)
    await page.getByRole('radio', { name: /^A / }).check()
    await load(page, { ...small, id: 'more', arrivals: { perDay: 60 } })
    await page.getByText('1 change from the baseline').waitFor()

    await measure(page, 'Size of a draw')
    await page
      .getByRole('heading', { name: /^1,000 more invitations in the CEC draw of .+ move its cutoff by -/ })
      .waitFor()
    await measure(page, 'Why it differs from the baseline')
    await page.getByRole('heading', { name: /^Of \+[\d.]+ points, \+[\d.]+ come from “People”$/ }).waitFor()
    await page.getByRole('combobox', { name: 'Instrument' }).selectOption({ label: 'Two things at once' })
    await page.getByRole('textbox', { name: 'So many times' }).first().fill('0.5, 1')
    await page.getByRole('textbox', { name: 'So many times' }).last().fill('0.5, 1')
    await measure(page, 'Two things at once')
    const grid = page.getByRole('table', { name: 'Differences over the grid' })
    expect(await grid.getByRole('cell').allTextContents()).toContain('0.0')
    expect(await violations(page)).toEqual([])
    await measure(page, 'Yearly budgets')
    await page.getByRole('heading', { name: /^2026: [\d,]+ of 3,000 invitations are used/ }).waitFor()

    await page.getByRole('combobox', { name: 'Instrument' }).selectOption({ label: 'Size of a draw' })
    await page.getByRole('heading', { name: /^1,000 more invitations/ }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /^1,000 more invitations/ }).waitFor()
  })

  it.each([
    {
      name: 'a rhythm without its days',
      section: 'Draws',
      row: /^1\. .*every 14 days/,
      label: 'From one turn to the next',
      typed: '',
    },
    { name: 'half a day', section: 'Start and length', row: undefined, label: 'Start', typed: '2026-0' },
  ])('wait for what is wrong with a scenario before they plan its draws: $name', async (wrong) => {
    const { page } = await open('/lab')
    page.setDefaultTimeout(20_000)
    await start(page, 'long-pause')
    await section(page, wrong.section).click()
    if (wrong.row) await page.locator('summary', { hasText: wrong.row }).first().click()
    await field(page, wrong.label).first().fill(wrong.typed)
    await page.getByText(/keeps this scenario from being run/).waitFor()
    await part(page, 'Instruments').click()
    await page.getByText('A cannot be run yet').waitFor()
    await button(page, 'Add a copy of A').click()
    await page.getByText('B cannot be run yet').waitFor()
    await button(page, 'Undo').click()
    await page.getByText('A cannot be run yet').waitFor()
  })

  it('measure nothing while what is turned cannot be read', async () => {
    const { page } = await open('/lab?view=instruments&instrument=sweep&repeats=10')
    const factors = page.getByRole('textbox', { name: 'So many times' })
    await factors.first().fill('0.5, x')
    await expect.poll(() => button(page, 'Measure').isDisabled()).toBe(true)
    await factors.last().fill('1')
    await factors.first().fill('0.5, 2')
    expect(await button(page, 'Measure').isDisabled()).toBe(true)
    await factors.last().fill('1, 2')
    await expect.poll(() => button(page, 'Measure').isDisabled()).toBe(false)
  })

  it('are read in French on a phone: the widest effect first', async () => {
    const viewport = { width: 360, height: 740 }
    const { page } = await open('/lab?view=instruments&instrument=tornado&repeats=2', { viewport })
    await load(page, small)
    await button(page, 'Menu').click()
    await button(page, 'Français').click()
    await button(page, 'Menu').click()
    await button(page, 'Mesurer').click()
    await page.getByText('Terminé', { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByRole('heading', { name: /^Le plus grand effet est celui de «/ }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysPx(page)).toBe(0)
  })
})
