import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import { languageProofs } from '../../client/pages/chance/answers/choices.ts'
import { localToday } from '../../client/pages/chance/useToday.ts'
import { rulesets } from '../../shared/crs/ruleset.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { figureIn, fillForm, handIn, runningSections, runningTotal } from '../helpers/chanceForm.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { type CrsCase, type FormCase, formCases } from '../helpers/formCases.ts'
import { openPage } from '../helpers/openPage.ts'
import { startTestServer, type TestServer } from '../helpers/testServer.ts'

/** The rules whose points the form adds up. */
const NEWEST_RULES = '2025-03-25'
const CASES = 60

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const sectionsOf = ({ expected: { core, spouse, transferability, additional } }: FormCase): number[] =>
  [core, spouse, transferability, additional].map(({ total }) => total)

/** Total and sections under some rules, as the table of all rules shows them. */
async function underRules(page: Page, id: string): Promise<number[]> {
  const newestFirst = rulesets.toReversed().findIndex((one) => one.id === id)
  const row = page.locator('#result-rulesets tbody tr').nth(newestFirst)
  const [, total, , ...sections] = await row.locator('td').allTextContents()
  return [total, ...sections.slice(0, 4)].map(figureIn)
}

/** What the page says of the points of a case, and what the corpus says. */
async function typeIn(page: Page, one: FormCase): Promise<{ shown: unknown; right: unknown }> {
  const { ruleset, answers, expected } = one
  await fillForm(page, answers)
  await handIn(page)
  const mistakes = await page.locator('[data-mistaken=true]').allTextContents()
  const table = mistakes.length > 0 ? mistakes : await underRules(page, ruleset)
  const right = { id: one.id, table: [expected.total, ...sectionsOf(one)] }
  if (ruleset !== NEWEST_RULES) return { shown: { id: one.id, table }, right }
  const title = await page
    .locator('section h2')
    .filter({ hasText: /^(You have|Vous avez) / })
    .textContent()
  const shown = {
    id: one.id,
    table,
    running: [await runningTotal(page), ...(await runningSections(page))],
    title: figureIn(title),
    sections: (await page.locator('table:has(tfoot) tfoot td').allTextContents()).map(figureIn),
  }
  const sections = sectionsOf(one).filter((_, index) => index !== 1 || expected.scoredWithSpouse)
  return { shown, right: { ...right, running: right.table, title: expected.total, sections } }
}

const PARTS = 4
const parts = (['en', 'fr', 'en', 'fr'] as const).map((language, part) => ({ language, part }))

it.each(parts)(
  'a quarter of 60 cases of the corpus typed in, in $language, gives the points of the corpus',
  async ({ language, part }) => {
    const { page, complaints, close } = await openPage(browser, `${server.address}/chance?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    // Pairs stay together: of two cases one has raw results and a birth date.
    const own = formCases(CASES, localToday()).filter((_, index) => Math.floor(index / 2) % PARTS === part)
    expect(own.length).toBeGreaterThanOrEqual(CASES / PARTS - 1)
    for (const one of own) {
      const { shown, right } = await typeIn(page, one)
      expect(shown).toEqual(right)
      await page.getByRole('button', { name: /^(Clear all answers|Effacer toutes les réponses)$/ }).click()
    }
    expect(complaints).toEqual([])
    await close()
  },
)

it('the cases answer every question that any case of the corpus answers, and use every test', () => {
  const answered = (all: readonly Answers[]) =>
    [
      ...new Set(all.flatMap((one) => Object.entries(one).flatMap(([id, answer]) => (answer === '' ? [] : [id])))),
    ].sort()
  const typed = formCases(CASES, localToday()).map(({ answers }) => answers)
  const corpus = readCorpus<CrsCase>('crs.jsonl').map(({ profile }) => answersOf(profile))
  expect(answered(typed)).toEqual(expect.arrayContaining(answered(corpus)))
  const proofs = new Set(typed.flatMap((one) => [one['first.test'], one['second.test'], one['partner.test']]))
  expect(languageProofs.filter((proof) => !proofs.has(proof))).toEqual([])
})
