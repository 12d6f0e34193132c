import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { button, field, labForTests, load, part, section, sidewaysPx, start } from '../helpers/labPage.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const { open } = labForTests()

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
    await page.getByText('Finished', { exact: true }).waitFor()
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
    await page.getByText('Terminé', { exact: true }).waitFor()
    await page.getByRole('heading', { name: /^Le plus grand effet est celui de «/ }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysPx(page)).toBe(0)
  })
})
