import { describe, expect, it } from 'vitest'
import type { OpenPage, PageOptions } from '../helpers/openPage.ts'
import { siteForTests } from '../helpers/site.ts'

const site = siteForTests()

async function open(path: string, options?: PageOptions): Promise<OpenPage> {
  const one = await site.open(path, options)
  await one.page.locator('main h1').waitFor()
  return one
}

describe('the fit', () => {
  it('is opened from the navigation: the question, the findings, the assumptions', async () => {
    const { page, picture } = await open('/about')
    await page.getByRole('link', { name: 'Fit', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^How well does the synthetic pool match/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: /published bands? (is|are) met exactly/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: /^At 451 points and over/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: /cutoff (moves most, by .+, if|clearly)/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: /assumptions, each with what it leans on$/ }).waitFor()
    expect(await page.title()).toBe('Fit | Express Entry simulator')
    const bands = page.getByRole('table', { name: /met exactly/ }).locator('tbody tr')
    expect(await bands.count()).toBe(15)
    await picture('fit-en', true)
    await page.getByRole('link', { name: 'How the predictions have done' }).click()
    await page.getByRole('link', { name: 'How the pool behind them fits, and what is assumed' }).click()
    await page.getByRole('link', { name: 'What is known, and how old the data is' }).click()
    await page.getByRole('link', { name: /^How the pool fits what is published/ }).click()
    await page.getByRole('heading', { level: 1, name: /^How well does the synthetic pool match/ }).waitFor()
  })

  it('keeps score, stream and words in the address, in both languages', async () => {
    const { page, picture } = await open('/fit')
    await page.getByLabel('Score', { exact: true }).selectOption({ label: 'Any' })
    await page.getByRole('heading', { level: 2, name: /^At any score/ }).waitFor()
    const streams = page.getByLabel('Stream', { exact: true })
    const last = await streams.locator('option').last().textContent()
    await streams.selectOption({ label: last ?? '' })
    await page.getByLabel('Show only those with these words').fill('language published')
    const status = page.getByRole('status').filter({ hasText: /^\d+ of \d+ shown$/ })
    await status.waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('words')).toBe('language published')
    const count = await status.textContent()
    await page.reload()
    await page.getByRole('heading', { level: 2, name: /^At any score/ }).waitFor()
    expect(await status.textContent()).toBe(count)
    expect(await streams.locator('option:checked').textContent()).toBe(last)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { level: 2, name: /^Toutes notes confondues/ }).waitFor()
    await page.getByLabel('Ne montrer que celles qui contiennent ces mots').fill('nominee')
    await page.locator('main li p[lang="en-CA"]').first().waitFor()
    await picture('fit-fr', true)
  })

  it('is used by keyboard: chooser, data, filter', async () => {
    const { page } = await open('/fit')
    await page.getByLabel('Score', { exact: true }).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show the data')
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: '80% interval' }).waitFor()
    const field = page.getByLabel('Show only those with these words')
    await field.focus()
    await page.keyboard.type('no such words')
    await page.getByText('No assumption has these words. Remove one, or try another.').waitFor()
  })

  it.each(['en', 'fr'])('is read on a phone of 360 px, in %s', async (language) => {
    const { page, picture } = await open(`/fit?lang=${language}`, { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(`fit-phone-${language}`, true)
  })

  it.each(['en', 'fr'])('leaves the navigation on one line at 1280 px, in %s', async (language) => {
    const { page } = await open(`/fit?lang=${language}`, { viewport: { width: 1280, height: 740 } })
    expect(await page.locator('header').evaluate((bar) => bar.clientHeight)).toBe(48)
  })
})
