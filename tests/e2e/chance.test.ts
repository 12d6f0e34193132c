import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { answersOf } from '../../client/pages/chance/answers/answersOf.ts'
import { hashOf } from '../../client/pages/chance/answers/link.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { violations } from '../helpers/axe.ts'
import { fillForm, handIn, runningTotal } from '../helpers/chanceForm.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { single } from '../helpers/formAnswers.ts'
import type { OpenPage, PageOptions } from '../helpers/openPage.ts'
import { siteForTests } from '../helpers/site.ts'

const site = siteForTests()

async function open(path: string, options?: PageOptions): Promise<OpenPage> {
  const one = await site.open(path, options)
  await one.page.getByRole('heading', { level: 1 }).waitFor()
  return one
}

const cases = new Map(
  readCorpus<{ id: string; profile: Profile; expected: { total: number } }>('crs.jsonl').map((one) => [one.id, one]),
)
function caseOf(id: string) {
  const found = cases.get(id)
  if (!found) throw new Error(`no case ${id} in the corpus`)
  return found
}

const isFocused = (page: Page, id: string) => page.evaluate((own) => document.activeElement?.id === own, `field-${id}`)

const couple = answersOf(caseOf('g0798').profile)
const withJob: Answers = {
  ...answersOf(caseOf('g0767').profile),
  jobs: '1',
  'job1.noc': '21231',
  'job1.country': 'canada',
  'job1.from': '2025-09-01',
  'job1.kind': 'employed',
}

/** What one person without a partner is asked, and no more. */
const sixteen: Answers = { ...single, 'first.test': 'CELPIP_G' }

describe('the profile form', () => {
  it.each(['en', 'fr'])(
    'is found on the first page and asks a single person sixteen answers, in %s',
    async (language) => {
      const { page } = await open(`/?lang=${language}`)
      await page
        .getByRole('link', { name: /^(Your score, your chance and a plan|Votre note, vos chances et un plan)$/ })
        .click()
      await page.getByText(/^(11 answers to go|Encore 11 réponses)$/).waitFor()
      const toResult = page.getByRole('button', { name: /^(To the result|Au résultat)$/ })
      const given = Object.entries(sixteen)
      expect(given).toHaveLength(16)
      for (const [id, answer] of given) {
        expect(await toResult.count()).toBe(0)
        await fillForm(page, { [id]: answer })
      }
      await toResult.click()
      await page.getByRole('heading', { name: /^(You have|Vous avez) 509 points$/ }).waitFor()
      await page
        .getByRole('link', { name: /^(Place in the pool, chance and plan|Place dans le bassin, chances et plan)$/ })
        .click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-chance')
      expect(new URL(page.url()).hash).toBe('')
    },
  )

  it('asks for jobs, money and service only what follows from an answer', async () => {
    const { page } = await open('/chance')
    await fillForm(page, { ...sixteen, jobs: '1', 'job1.noc': '72310' })
    const asked = (name: string) => page.getByRole('group', { name }).count()
    expect(await asked('Were you qualified to practise this trade where you worked?')).toBe(1)
    await fillForm(page, { 'job1.noc': '21231' })
    expect(await asked('Were you qualified to practise this trade where you worked?')).toBe(0)
    expect(await asked('Do you have a job offer of the Canadian Armed Forces for three years or more?')).toBe(0)
    await fillForm(page, { military: 'yes', familySize: '3' })
    expect(await asked('Do you have a job offer of the Canadian Armed Forces for three years or more?')).toBe(1)
    await page.getByText('A family of 3 needs 23,360 dollars.').waitFor()
    expect(await page.getByRole('combobox', { name: 'Which occupation is the job offer in?' }).count()).toBe(0)
    await fillForm(page, { jobOffer: 'other-skilled', credential: 'yes', sibling: 'yes' })
    expect(await page.getByRole('combobox', { name: 'Which occupation is the job offer in?' }).count()).toBe(1)
    expect(await page.locator('[id="field-assessed"], [id="field-relative"]').count()).toBe(0)
  })

  it('refuses nonsense beside the field, and in a summary that takes the focus', async () => {
    const { page, picture } = await open('/chance')
    await fillForm(page, {
      ...answersOf(caseOf('g0767').profile),
      age: 'twenty-five',
      'first.speaking': '15',
      'canadian.months': '-3',
      'foreign.years': '40',
    })
    await handIn(page)
    const summary = page.getByRole('region', { name: 'There are problems with 4 answers' })
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await picture('chance-mistakes')
    expect(await violations(page)).toEqual([])
    await summary.getByRole('link', { name: /outside Canada/ }).click()
    expect(await isFocused(page, 'foreign.years')).toBe(true)
    const years = page.locator('[id="field-foreign.years"]')
    expect(await years.getAttribute('aria-invalid')).toBe('true')
    const reason = await years.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${reason}"]`).textContent()).toContain('only the last ten years count')
    await years.fill('1')
    await page.getByRole('region', { name: 'There are problems with 3 answers' }).waitFor()
    expect(await page.getByRole('heading', { name: /^You have/ }).count()).toBe(0)
  })

  it('leaves the focus where somebody types, whatever mistakes come and go meanwhile', async () => {
    const { page } = await open('/chance')
    const { age: _, ...rest } = sixteen
    await fillForm(page, rest)
    await handIn(page)
    const summary = page.getByRole('region', { name: 'There is a problem with one answer' })
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    const age = page.locator('[id="field-age"]')
    await age.focus()
    // 19 is an age, 199 is none, and 1996-05-21 is a birth date.
    await page.keyboard.type('1996-05-21', { delay: 20 })
    expect(await age.inputValue()).toBe('1996-05-21')
    expect(await isFocused(page, 'age')).toBe(true)
    await age.fill('')
    await handIn(page)
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('asks only what applies', async () => {
    const { page } = await open('/chance')
    const partner = page.getByRole('group', { name: 'B. Your spouse or partner' })
    expect(await partner.count()).toBe(0)
    await fillForm(page, { marital: 'married', partnerStatus: 'no' })
    await partner.waitFor()
    await fillForm(page, { partnerStatus: 'yes' })
    await partner.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Which level of education was it?').count()).toBe(0)
  })

  it('is filled in with the keyboard alone', async () => {
    const { profile, expected } = caseOf('g0771')
    const { page } = await open('/chance')
    await page.locator('[id="field-marital"]').focus()
    const answers = new Map(Object.entries(answersOf(profile)))
    // From field to field with Tab; letters choose in a list, arrows among buttons.
    for (let steps = 0; steps < 60; steps += 1) {
      const { id, tag, type, text } = await page.evaluate(() => {
        const element = document.activeElement
        const name = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : element?.id
        return {
          id: name?.replace('field-', '') ?? '',
          tag: element?.tagName,
          type: element?.getAttribute('type'),
          text: element?.textContent,
        }
      })
      if (type === 'submit') break
      const answer = answers.get(id) ?? ''
      if (tag === 'SELECT') {
        for (let down = 0; down < 12; down += 1) {
          if ((await page.locator(`[id="field-${id}"]`).inputValue()) === answer) break
          await page.keyboard.press('ArrowDown')
        }
      } else if (type === 'radio') {
        await page.keyboard.press('Space')
        for (let down = 0; down < 4; down += 1) {
          if (await page.locator(`input[name="field-${id}"][value="${answer}"]`).isChecked()) break
          await page.keyboard.press('ArrowDown')
        }
      } else if (tag === 'INPUT' && answer !== '') await page.keyboard.type(answer)
      expect(text).not.toBe('Load a file')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    const result = page.getByRole('region', { name: 'Your result' })
    await result.getByRole('heading', { name: `You have ${expected.total} points` }).waitFor()
    expect(await result.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('finds an occupation by a word, with the keyboard, and says what it opens', async () => {
    const { page } = await open('/chance')
    await page.getByRole('button', { name: 'Add a job' }).click()
    const occupation = page.getByRole('combobox', { name: 'Occupation' })
    await occupation.pressSequentially('software engineers')
    await page.getByRole('option', { name: /^21231/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await occupation.getAttribute('aria-activedescendant')).toBeTruthy()
    await page.keyboard.press('Enter')
    expect(await occupation.inputValue()).toBe('21231')
    expect(await page.getByRole('listbox', { name: 'Occupations that fit' }).count()).toBe(0)
    await page.getByText(/TEER 1: skilled work\./).waitFor()
    await occupation.fill('nurse')
    await page.getByRole('option', { name: /^31301/ }).click()
    await page.getByText(/Opens with enough work: Healthcare/).waitFor()
  })
})

describe('keeping the answers', () => {
  it('sends none to the server and stores none', async () => {
    const { page } = await open('/chance')
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await fillForm(page, couple)
    await handIn(page)
    await page.getByRole('heading', { name: /^You have/ }).waitFor()
    expect(asked.filter((request) => request.includes('/api/'))).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
  })

  it('makes a link that survives a reload and a change of language', async () => {
    const { expected } = caseOf('g0798')
    const { page } = await open('/chance')
    await fillForm(page, couple)
    await handIn(page)
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByText(/The address of this page now holds your answers/).waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#p=[\w-]+$/)
    await page.reload()
    await page.getByRole('heading', { name: `You have ${expected.total} points` }).waitFor()
    expect(await page.locator('[id="field-age"]').inputValue()).toBe(couple.age)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { name: `Vous avez ${expected.total} points` }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: `Vous avez ${expected.total} points` }).waitFor()
  })

  it('takes them out of the address when they are cleared or another file is loaded', async () => {
    const { page } = await open('/chance')
    const age = page.locator('[id="field-age"]')
    const makeLink = () => page.getByRole('button', { name: 'Make a link' }).click()
    await fillForm(page, sixteen)
    await makeLink()
    await page.waitForURL(/#p=/)
    const before = await page.evaluate(() => history.length)
    await page.getByRole('button', { name: 'Clear all answers' }).click()
    await page.waitForURL(({ hash }) => hash === '')
    // Replaced: the way back does not lead to them either.
    expect(await page.evaluate(() => history.length)).toBe(before)
    await page.reload()
    expect(await age.inputValue()).toBe('')

    await fillForm(page, sixteen)
    await makeLink()
    await page.waitForURL(/#p=/)
    await page.getByLabel('Load a file').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...caseOf('g0767').profile, age: 25 })),
    })
    await page.waitForURL(({ hash }) => hash === '')
    expect(await age.inputValue()).toBe('25')
    await page.reload()
    expect(await age.inputValue()).toBe('')
  })

  it('keeps them while another page is looked at, and forgets them with the next load', async () => {
    const { page } = await open('/chance')
    await fillForm(page, { marital: 'never-married', age: '29' })
    await page.getByRole('link', { name: 'About', exact: true }).click()
    await page.locator('article h1').waitFor()
    await page.goBack()
    expect(await page.locator('[id="field-age"]').inputValue()).toBe('29')
    expect(await runningTotal(page)).toBe(110)
    await page.reload()
    expect(await page.locator('[id="field-age"]').inputValue()).toBe('')
  })

  it('says at once which answer of a link cannot be', async () => {
    const { page } = await open(
      `/chance?lang=fr${hashOf({ ...sixteen, age: '25', 'foreign.years': '40', funds: 'assez' })}`,
    )
    const summary = page.getByRole('region', { name: '2 réponses posent problème' })
    await summary.getByRole('link', { name: /hors du Canada/ }).click()
    expect(await isFocused(page, 'foreign.years')).toBe(true)
    expect(await page.getByText(/^Indiquez un montant en dollars entiers/).count()).toBe(1)
  })

  it('says so when a link is broken, and works on', async () => {
    const { page } = await open('/chance#p=nonsense')
    await page.getByRole('heading', { name: 'The answers in this link cannot be read' }).waitFor()
    await fillForm(page, { age: '29' })
    expect(await runningTotal(page)).toBe(110)
  })

  it('saves a file and loads it again; another file changes nothing', async () => {
    const { expected } = caseOf('g0767')
    const { page } = await open('/chance')
    await fillForm(page, { ...withJob, marital: 'common-law', partnerStatus: 'yes' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    const path = await download.path()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ age: 25, work: [{ noc: '21231' }] })
    await page.getByRole('button', { name: 'Clear all answers' }).click()
    expect(await runningTotal(page)).toBe(0)
    await page.getByLabel('Load a file').setInputFiles(path)
    await page.getByRole('heading', { name: `You have ${expected.total} points` }).waitFor()
    await page.getByText(/^\S+ is loaded\.$/).waitFor()
    expect(await page.locator('[id="field-marital"]').inputValue()).toBe('common-law')
    await page.getByLabel('Load a file').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"age":29}'),
    })
    await page.getByRole('heading', { name: 'other.json was not loaded, and nothing was changed' }).waitFor()
    expect(await runningTotal(page)).toBe(expected.total)
  })
})

it('says in French everything that is wrong with a file', async () => {
  const { page, picture } = await open('/chance?lang=fr')
  const wrong = { ...caseOf('g0767').profile, age: 200, jobOfferNoc: '21231', nonsense: 1 }
  await page.getByLabel('Charger un fichier').setInputFiles({
    name: 'profil.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(wrong)),
  })
  const alert = page.getByRole('alert').filter({ hasText: 'profil.json n’a pas été chargé, et rien n’a changé' })
  expect(await alert.getByRole('listitem').allTextContents()).toEqual([
    '$.age\u00a0: doit être un nombre entier de 0 à 120',
    '$.nonsense\u00a0: n’est pas un champ d’un profil',
    '$.jobOfferNoc\u00a0: La profession d’une offre, mais aucune offre d’emploi.',
  ])
  await alert.scrollIntoViewIfNeeded()
  await picture('chance-file-refused-fr')
})

it('says so when a file cannot be read, and keeps what is there', async () => {
  const { page } = await open('/chance')
  // As a browser does with a file that was moved or changed after it was chosen.
  await page.evaluate(() => {
    File.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  })
  await fillForm(page, { age: '29' })
  await page.getByLabel('Load a file').setInputFiles({
    name: 'gone.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  })
  const alert = page.getByRole('alert').filter({ hasText: 'gone.json was not loaded, and nothing was changed' })
  await alert.waitFor()
  expect(await alert.getByRole('listitem').allTextContents()).toEqual([
    'The browser could not read it: it may have been moved or changed. Choose it again.',
  ])
  expect(await page.locator('[id="field-age"]').inputValue()).toBe('29')
})

describe('the result', () => {
  it('compares, judges and explains', async () => {
    const { page, picture } = await open('/chance')
    await fillForm(page, { ...couple, partnerAge: '30', 'partnerForeign.years': '2' })
    await handIn(page)
    for (const name of [
      'Which language first?',
      'With your partner, or alone?',
      'Who should be the principal applicant?',
      'Categories in force',
      'The same profile under every set of rules since 2015',
      'Why another calculator may disagree',
    ]) {
      await page.getByRole('heading', { name }).waitFor()
    }
    expect(await page.getByRole('table', { name: 'Who should be the principal applicant?' }).count()).toBe(1)
    await picture('chance-en', true)
  })

  it.each(['en', 'fr'])('is read on a phone of 360 px, in %s', async (language) => {
    const { page, picture } = await open(`/chance?lang=${language}`, { viewport: { width: 360, height: 740 } })
    await picture(`chance-phone-top-${language}`)
    await fillForm(page, { ...couple, ...withJob, ...couple, jobs: '1' })
    await handIn(page)
    await page.getByRole('heading', { name: /^(You have|Vous avez)/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await violations(page)).toEqual([])
    await picture(`chance-phone-${language}`, true)
  })
})
