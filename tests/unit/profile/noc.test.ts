import { describe, expect, it } from 'vitest'
import { isTradeOccupation } from '../../../shared/eligibility/rules.ts'
import { isSkilled, nocByCode, unitGroups } from '../../../shared/profile/noc.ts'

describe('the NOC 2021 table', () => {
  it('has 516 unit groups, each once, in order, named in both languages', () => {
    const codes = unitGroups.map(({ code }) => code)
    expect(codes).toHaveLength(516)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const language of ['en', 'fr'] as const) {
      expect(new Set(unitGroups.map(({ title }) => title[language])).size).toBe(516)
    }
  })

  it('has the TEER as the second digit of every code', () => {
    expect(unitGroups.filter(({ code, teer }) => Number(code[1]) !== teer)).toEqual([])
    const counts = [0, 1, 2, 3, 4, 5].map((level) => unitGroups.filter(({ teer }) => teer === level).length)
    expect(counts).toEqual([48, 97, 162, 69, 95, 45])
  })

  it('marks exactly the occupations the regulation on trades names', () => {
    expect(unitGroups.filter(({ fst }) => fst)).toHaveLength(96)
    expect(unitGroups.filter(({ code, fst }) => isTradeOccupation(code) !== fst)).toEqual([])
    expect(['72600', '93200', '72010', '62200'].map(isTradeOccupation)).toEqual([false, false, true, true])
  })

  it('is found by code', () => {
    expect(nocByCode.get('21231')?.title).toEqual({
      en: 'Software engineers and designers',
      fr: 'Ingénieurs/ingénieures et concepteurs/conceptrices en logiciel',
    })
    expect(nocByCode.get('99999')).toBeUndefined()
    expect(['00012', '63200', '64100', '99999'].map(isSkilled)).toEqual([true, true, false, false])
  })
})
