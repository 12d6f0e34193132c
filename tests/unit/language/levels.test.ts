import { describe, expect, it } from 'vitest'
import { levelOf, levelsOf, lowestLevel, rankedLevel, testOn } from '../../../shared/language/levels.ts'
import { levelOfQuery } from '../../../shared/language/query.ts'
import { testScales } from '../../../shared/language/tests.ts'
import { isTestValidOn, proofOf } from '../../../shared/language/validity.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { abilities } from '../../../shared/schema/common.ts'
import { type LanguageTestResult, languageTests } from '../../../shared/schema/profile.ts'

const ieltsOf = (date: string, listening = 8): LanguageTestResult => ({
  test: 'IELTS_GT',
  date,
  results: { listening, reading: 7, writing: 7, speaking: 7 },
})

describe('the language tables', () => {
  it('rise strictly from level 4 to 10, by results the test can give', () => {
    for (const test of languageTests) {
      for (const ability of abilities) {
        const { top, step, lowestScore } = testScales[test].abilities[ability]
        expect(Object.keys(lowestScore)).toEqual(['4', '5', '6', '7', '8', '9', '10'])
        const scores = Object.values(lowestScore)
        expect(scores).toEqual([...new Set(scores)].sort((a, b) => a - b))
        expect(scores.at(-1)).toBeLessThanOrEqual(top)
        expect(scores.filter((score) => !Number.isInteger(score / step))).toEqual([])
      }
    }
  })

  it('name their sources, confidence and day of retrieval', () => {
    for (const { sources, confidence, retrieved } of Object.values(testScales)) {
      expect(sources.length).toBeGreaterThan(0)
      expect(['A', 'B', 'C', 'M']).toContain(confidence)
      expect(parseDay(retrieved)).toBeGreaterThan(0)
    }
  })

  it('follow the official page where sources disagree', () => {
    expect([levelOf('PTE_CORE', 'reading', 50), levelOf('PTE_CORE', 'reading', 51)]).toEqual([5, 6])
    expect([levelOf('IELTS_GT', 'listening', 7), levelOf('IELTS_GT', 'listening', 7.5)]).toEqual([7, 8])
    expect(levelOf('TEF_CANADA_OLD', 'reading', 300)).toBe(10)
  })
})

describe('levels', () => {
  it('are those of each ability on its own', () => {
    expect(levelsOf(ieltsOf('2025-01-10', 7.5))).toEqual({ listening: 8, reading: 9, writing: 9, speaking: 9 })
    expect(lowestLevel({ listening: 8, reading: 9, writing: 5, speaking: 9 })).toBe(5)
  })

  it('rank 11 and 12 as 10 and everything below 4 as 0', () => {
    expect([0, 3, 4, 9, 10, 11, 12].map(rankedLevel)).toEqual([0, 0, 4, 9, 10, 10, 10])
  })
})

describe('the three scales of TEF Canada', () => {
  it('are told apart by the day of the test', () => {
    const days = ['2019-09-30', '2019-10-01', '2023-12-10', '2023-12-11']
    expect(days.map((day) => testOn('TEF_CANADA', day))).toEqual([
      'TEF_CANADA_OLD',
      'TEF_CANADA_2019_2023',
      'TEF_CANADA_2019_2023',
      'TEF_CANADA_2023',
    ])
    expect(testOn('IELTS_GT', '2025-01-01')).toBe('IELTS_GT')
  })

  it('give the same raw figure different levels', () => {
    expect(levelOf('TEF_CANADA_OLD', 'listening', 316)).toBe(10)
    expect(levelOf('TEF_CANADA_2019_2023', 'listening', 316)).toBe(4)
  })

  it('take old-scale figures of any day: certificates keep printing them for Express Entry', () => {
    expect(levelOfQuery({ test: 'TEF_CANADA_OLD', ability: 'reading', raw: 207, testDate: '2025-05-01' })).toBe(7)
  })
})

describe('a test result', () => {
  it('holds for two years less a day', () => {
    const result = ieltsOf('2024-03-10')
    const days = ['2024-03-09', '2024-03-10', '2026-03-09', '2026-03-10']
    expect(days.map((day) => isTestValidOn(result, parseDay(day)))).toEqual([false, true, true, false])
  })

  it('counts only once Express Entry accepts the test', () => {
    const result: LanguageTestResult = {
      test: 'PTE_CORE',
      date: '2024-01-10',
      results: { listening: 60, reading: 60, writing: 69, speaking: 68 },
    }
    expect(['2024-01-29', '2024-01-30'].map((day) => isTestValidOn(result, parseDay(day)))).toEqual([false, true])
  })

  it('proves the levels it gives, no others', () => {
    const stated = { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } } as const
    const day = parseDay('2025-06-01')
    expect(proofOf(stated, [], day)).toBe('unstated')
    expect(proofOf(stated, [ieltsOf('2025-01-10')], day)).toBe('valid')
    expect(proofOf(stated, [ieltsOf('2025-01-10', 6)], day)).toBe('expired')
    expect(proofOf(stated, [ieltsOf('2022-01-10')], day)).toBe('expired')
    expect(proofOf({ ...stated, language: 'fr' }, [ieltsOf('2025-01-10')], day)).toBe('unstated')
  })
})
