import { describe, expect, it } from 'vitest'
import { levelOfQuery } from '../../shared/language/query.ts'
import { type LanguageTest, languageTests } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'

interface LevelCase {
  test: LanguageTest
  ability: string
  raw: number
  level: number
}

const cases = readCorpus<LevelCase>('language-levels.jsonl')

describe('every language level of the corpus', () => {
  it('is there', () => {
    expect(cases).toHaveLength(214)
    expect(new Set(cases.map(({ test }) => test))).toEqual(new Set(languageTests))
  })

  it.each(languageTests)('is given as expected for %s', (test) => {
    const own = cases.filter((one) => one.test === test)
    expect(own.map((one) => ({ ...one, level: levelOfQuery(one) }))).toEqual(own)
  })
})
