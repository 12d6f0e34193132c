import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { button, field, labForTests, load, section } from '../helpers/labPage.ts'
import { smallScenario } from '../helpers/scenarios.ts'

const { open, site } = labForTests()

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
