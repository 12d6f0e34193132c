import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { button, field, labForTests, load, part, section, start } from '../helpers/labPage.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const { open, site } = labForTests()

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
    await page.getByText('Finished', { exact: true }).waitFor()
    await page.getByText('Mine').first().waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click()
    await page.getByText('Mine').first().waitFor()
    await button(page, '100 futures').click()
    await page.getByText('100 of 100 futures').waitFor()
  })

  it('starts again live as what it says, also under the name of a scenario of the program', async () => {
    const { page } = await open('/lab', { daysPerSecond: 400 })
    await load(page, { ...smallScenario({ horizonDays: 12 }), id: 'baseline-2026' })
    await button(page, 'Watch it live').click()
    await page.getByText('Finished', { exact: true }).waitFor()
    const first = page.url()
    const drawn = () => page.locator('tbody tr').allTextContents()
    const before = await drawn()
    await page.keyboard.press('r')
    await page.waitForURL((url) => url.href !== first && url.searchParams.has('run'))
    await page.getByText('Finished', { exact: true }).waitFor()
    expect(await drawn()).toEqual(before)
  })
})
