import { levelOf } from '../../../../shared/language/levels.ts'
import { testScales } from '../../../../shared/language/tests.ts'
import { InputError } from '../../../../shared/lib/errors.ts'
import { type Ability, abilities } from '../../../../shared/schema/common.ts'
import type { AbilityLevels, LanguageTest, LanguageTestResult } from '../../../../shared/schema/profile.ts'
import type { AnswerReader } from './AnswerReader.ts'
import type { LanguageSlot } from './answerIds.ts'
import { type LanguageProof, languageProofs } from './choices.ts'
import { readDecimal, readWhole } from './fieldText.ts'

const BEST_LEVEL = 12
const nothing: AbilityLevels = { listening: 0, reading: 0, writing: 0, speaking: 0 }

export interface LanguageAnswer {
  language: 'en' | 'fr'
  clb: AbilityLevels
  /** Only of a dated test. */
  test?: LanguageTestResult
}

export const isTest = (proof: LanguageProof | undefined): proof is LanguageTest =>
  proof !== undefined && proof !== 'none' && !proof.startsWith('levels-')

/** The language a test or a choice of levels is about; undefined for none. */
export function languageOfProof(proof: string | undefined): 'en' | 'fr' | undefined {
  const known = languageProofs.find((one) => one === proof)
  if (isTest(known)) return testScales[known].language
  return known === 'levels-en' ? 'en' : known === 'levels-fr' ? 'fr' : undefined
}

/** The level one result gives; undefined when the test does not give that result. */
export function levelOfText(test: LanguageTest, ability: Ability, text: string): number | undefined {
  const raw = readDecimal(text)
  if (raw === undefined) return undefined
  try {
    return levelOf(test, ability, raw)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

function readLevel(reader: AnswerReader, slot: LanguageSlot, ability: Ability, test: LanguageTest | undefined): number {
  const id = `${slot}.${ability}` as const
  if (reader.isEmpty(id)) {
    reader.refuse(id, 'missing')
    return 0
  }
  if (test) {
    const level = levelOfText(test, ability, reader.text(id))
    const { top, step } = testScales[test].abilities[ability]
    if (level === undefined) reader.refuse(id, 'result', { top, step })
    return level ?? 0
  }
  const level = readWhole(reader.text(id))
  const isLevel = level !== undefined && level <= BEST_LEVEL
  if (!isLevel) reader.refuse(id, 'level', { most: BEST_LEVEL })
  return isLevel ? level : 0
}

/** One language as the form states it; null when there is no result in it. */
export function readLanguage(reader: AnswerReader, slot: LanguageSlot): LanguageAnswer | null {
  const proof = reader.choice(`${slot}.test`, languageProofs)
  const language = languageOfProof(proof)
  if (language === undefined) return null
  const test = isTest(proof) ? proof : undefined
  const before = reader.problems.length
  const levels = abilities.map((ability) => [ability, readLevel(reader, slot, ability, test)] as const)
  const clb: AbilityLevels = { ...nothing, ...Object.fromEntries(levels) }
  if (!test || slot === 'partner') return { language, clb }
  const isComplete = reader.problems.length === before
  const date = reader.pastDate(`${slot}.date`, reader.optionalDate(`${slot}.date`))
  if (date === undefined || !isComplete) return { language, clb }
  const results = abilities.map((ability) => [ability, readDecimal(reader.text(`${slot}.${ability}`)) ?? 0] as const)
  return { language, clb, test: { test, date, results: { ...nothing, ...Object.fromEntries(results) } } }
}
