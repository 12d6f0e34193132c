import { describe, expect, it } from 'vitest'
import { reasonText, reasonTexts, requirement } from '../../../shared/eligibility/reasons.ts'
import { invitationOrder, settlementFundsNeeded } from '../../../shared/eligibility/rules.ts'
import { parseDay } from '../../../shared/lib/day.ts'

describe('settlement funds', () => {
  it('are those in force on the day, by size of the family', () => {
    expect(settlementFundsNeeded(1, parseDay('2025-07-06'))).toBe(14690)
    expect(settlementFundsNeeded(1, parseDay('2025-07-07'))).toBe(15263)
    expect(settlementFundsNeeded(7, parseDay('2025-12-17'))).toBe(40392)
    expect(settlementFundsNeeded(9, parseDay('2025-12-17'))).toBe(40392 + 2 * 4112)
  })

  it('are those of the notice of July 2025', () => {
    const amounts = [1, 2, 3, 4, 5, 6, 7].map((size) => settlementFundsNeeded(size, parseDay('2025-12-17')))
    expect(amounts).toEqual([15263, 19001, 23360, 28362, 32168, 36280, 40392])
  })

  it('are not known before 2018', () => {
    expect(settlementFundsNeeded(1, parseDay('2017-12-31'))).toBeUndefined()
  })

  it('rise with every member of the family, in every year', () => {
    for (const day of [
      '2018-06-01',
      '2019-06-01',
      '2020-06-01',
      '2021-06-01',
      '2022-06-01',
      '2023-06-01',
      '2024-06-03',
    ]) {
      const amounts = [1, 2, 3, 4, 5, 6, 7, 8].map((size) => settlementFundsNeeded(size, parseDay(day)) ?? 0)
      expect(amounts).toEqual([...new Set(amounts)].sort((a, b) => a - b))
    }
  })
})

it('orders all four programs on every day', () => {
  for (const day of ['2015-01-01', '2017-01-01', '2025-12-17']) {
    expect([...invitationOrder(parseDay(day))].sort()).toEqual(['cec', 'fst', 'fsw', 'pnp'])
  }
})

describe('the words of reasons', () => {
  it('use the same numbers in both languages', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const { en, fr } of Object.values(reasonTexts)) expect(placeholders(fr)).toEqual(placeholders(en))
  })

  it('write numbers the way of the language', () => {
    const short = requirement('funds.enough', false, { needed: 15263, has: 9000.5 })
    expect(short.text).toBe('needs 15,263 dollars in settlement funds; has 9,000.5')
    expect(reasonText(short, 'en')).toBe(short.text)
    expect(reasonText(short, 'fr').replace(/\s/g, ' ')).toBe(
      'il faut 15 263 $ de fonds d’établissement; il y en a 9 000,5 $',
    )
  })

  it('are neither empty nor repeated between languages', () => {
    for (const { en, fr } of Object.values(reasonTexts)) {
      expect(en.length).toBeGreaterThan(10)
      expect(fr).not.toBe(en)
    }
  })
})
