import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { button, field, labForTests, load, part, section, sidewaysPx } from '../helpers/labPage.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const { open } = labForTests()

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
    await page.getByText('Finished', { exact: true }).waitFor()
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
    await page.getByText('Terminé', { exact: true }).waitFor()
    await page.getByText(/^Dans A, la note minimale du volet CEC est en moyenne plus haute de [\d,]+ points/).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysPx(page)).toBe(0)
    await picture('lab-compare-phone-fr', true)
  })
})
