import type { Locator, Page } from 'playwright-core'
import { type Answers, jobNumbers } from '../../client/pages/chance/answers/answerIds.ts'

/** What each field of the form is, learnt once. */
const kinds = new Map<string, string>()
const kindOf = (field: Locator): Promise<string> =>
  field.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))

/** Types and chooses answers in the order given, as a reader would; what a button adds comes first. */
export async function fillForm(page: Page, answers: Answers): Promise<void> {
  for (const _ of jobNumbers.slice(0, Number(answers.jobs ?? 0))) {
    await page.getByRole('button', { name: /^(Add a job|Ajouter un emploi)$/ }).click()
  }
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === '' || id === 'jobs') continue
    const field = page.locator(`[id="field-${id}"]`)
    const kind = kinds.get(id) ?? (await kindOf(field))
    kinds.set(id, kind)
    // With the space bar: a click would wait until nothing moves on the page.
    if (kind === 'radio') await page.locator(`input[name="field-${id}"][value="${answer}"]`).press('Space')
    else if (kind === 'SELECT') await field.selectOption(answer)
    else await field.fill(answer)
  }
}

/** Hands the form in, in either language. */
export const handIn = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^(Show my points and what they open|Voir mes points et ce qu’ils ouvrent)$/ })
    .click()

/** A figure of the page, however its language sets thousands apart. */
export const figureIn = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''))

/** The running total beside the form. */
export async function runningTotal(page: Page): Promise<number> {
  const points = page.getByRole('complementary', { name: /^(Your points so far|Vos points jusqu’ici)$/ })
  return figureIn(await points.locator('strong').textContent())
}

/** The running points of the four sections, A to D. */
export async function runningSections(page: Page): Promise<number[]> {
  const points = page.getByRole('complementary', { name: /^(Your points so far|Vos points jusqu’ici)$/ })
  return (await points.locator('dd').allTextContents()).map(figureIn)
}
