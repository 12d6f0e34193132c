import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { siteForTests } from '../helpers/site.ts'

const site = siteForTests()

const { open } = site

const charts = async (page: Page) => {
  await page.locator('.recharts-line').first().waitFor()
  await page.locator('.recharts-scatter').waitFor()
}
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

describe('the record', () => {
  it('is opened from the navigation: the question, the finding, every draw', async () => {
    const { page, picture } = await open('/about')
    await page.getByRole('link', { name: 'Record', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'How well has this done?' }).waitFor()
    await page
      .getByRole('heading', { level: 2, name: /^One draw ahead, told the size, CEC cutoffs are missed by/ })
      .waitFor()
    await charts(page)
    expect(await page.title()).toBe('Record | Express Entry simulator')

    const stated = await page.getByText(/^Lowest CRS score invited in each CEC draw/).textContent()
    const rows = page.getByRole('table', { name: /CEC cutoffs? (is|are) inside the 80% band/ }).locator('tbody tr')
    expect(stated).toContain(`${await rows.count()} draws`)
    await page.getByRole('heading', { name: 'Where it fails, and why' }).waitFor()
    await page.getByText(/^Nominee \(PNP\) cutoffs are close to noise/).waitFor()
    await page.getByRole('heading', { name: 'How this is measured' }).waitFor()
    await picture('record-en', true)
  })

  it('shows another stream, another horizon and another window, and the same after a reload', async () => {
    const { page } = await open('/record')
    await page.getByLabel('Stream', { exact: true }).selectOption({ label: 'Provincial Nominee Program' })
    await page
      .getByRole('heading', { name: /PNP cutoffs are missed by .+: the prediction is the last cutoff again$/ })
      .waitFor()
    await page.getByLabel('Stream', { exact: true }).selectOption({ label: 'French-language proficiency' })
    await page.getByLabel('Predicted', { exact: true }).selectOption({ label: '30 days ahead' })
    const window = page.getByLabel('Invited within')
    const days = await window.locator('option').last().textContent()
    await window.selectOption({ label: days ?? '' })
    const title = page.getByRole('heading', { level: 2, name: /^30 days ahead, French cutoffs are missed by/ })
    const chances = page.getByRole('heading', { level: 2, name: `French, within ${days}` })
    await title.waitFor()
    await chances.waitFor()
    expect(['stream', 'ahead', 'within'].map((name) => parameter(page, name))).toEqual([
      'french',
      '30',
      days?.split(' ')[0],
    ])
    await page.reload()
    await title.waitFor()
    await chances.waitFor()
    await page.getByLabel('Predicted', { exact: true }).selectOption({ label: 'One draw ahead, told the size' })
    await expect.poll(() => parameter(page, 'ahead')).toBeNull()
  })

  it('is used by keyboard: the choosers, and the tables that scroll', async () => {
    const { page } = await open('/record')
    await charts(page)
    const stream = page.getByLabel('Stream', { exact: true })
    await stream.focus()
    const before = await stream.inputValue()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => stream.inputValue()).not.toBe(before)
    expect(parameter(page, 'stream')).not.toBeNull()
    await page.keyboard.press('Tab')
    expect(
      await page.getByLabel('Predicted', { exact: true }).evaluate((element) => element === document.activeElement),
    ).toBe(true)
    // First past the files of the chart, then into the table.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/inside the 80% band/)
    const disclosure = page.getByRole('button', { name: 'Show the data' })
    await disclosure.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: 'Statements' }).waitFor()
  })

  it('keeps its state when the language changes', async () => {
    const { page, picture } = await open('/record?ahead=90&stream=french')
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ces prévisions se sont-elles vérifiées?' }).waitFor()
    await page
      .getByRole('heading', { level: 2, name: /^90 jours à l’avance, l’écart moyen .+ du volet Français/ })
      .waitFor()
    await charts(page)
    await picture('record-fr', true)
  })

  it.each(['en', 'fr'])('is read on a phone of 360 px, in %s', async (language) => {
    const { page, picture } = await open(`/record?lang=${language}`, { viewport: { width: 360, height: 740 } })
    await charts(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(`record-phone-${language}`, true)
  })
})
