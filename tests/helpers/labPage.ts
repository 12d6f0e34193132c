import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { OpenPage, PageOptions } from './openPage.ts'
import { networkComplaints, type Site, siteForTests } from './site.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** A server and a browser for tests of the page Scenarios; a page is handed over once its heading is there. */
export function labForTests(): Pick<Site, 'open'> & { readonly site: Site } {
  const site = siteForTests({ expected: networkComplaints })
  return {
    site,
    async open(path: string, options?: PageOptions): Promise<OpenPage> {
      const one = await site.open(path, options)
      await one.page.locator('main h1').waitFor()
      return one
    },
  }
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const section = (page: Page, title: string) => page.locator('summary', { hasText: title }).first()
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
export const part = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name, exact: true })

/** A file with a scenario of this program, or with anything. */
function fileWith(content: unknown): string {
  const path = join(temporaryFolder(), 'mine.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
export const load = (page: Page, content: unknown) => page.getByLabel('Load a file').setInputFiles(fileWith(content))

/** Puts a scenario of the program in the place of the one being edited. */
export const start = async (page: Page, name: string) => {
  await page.getByLabel('Start from a scenario of the program').selectOption(name)
  await page.getByRole('button', { name: /^Open it in / }).click()
}

export const sidewaysPx = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
