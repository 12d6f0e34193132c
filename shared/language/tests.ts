import type { Ability } from '../schema/common.ts'
import { type LanguageTest, languageTests } from '../schema/profile.ts'
import celpip from './tests/celpip-g.json'
import ielts from './tests/ielts-gt.json'
import pte from './tests/pte-core.json'
import tcf from './tests/tcf-canada.json'
import tef2019 from './tests/tef-canada-2019-2023.json'
import tef2023 from './tests/tef-canada-2023.json'
import tefOld from './tests/tef-canada-old.json'

/** The results one ability of a test can have, and the lowest of them for each level; 10 stands for 10 and more. */
export interface AbilityScale {
  readonly top: number
  readonly step: number
  readonly lowestScore: Readonly<Record<string, number>>
}

/** One scale of one accepted language test, as the file in `shared/language/tests` states it. */
export interface TestScale {
  readonly test: LanguageTest
  /** Scales of the same family are figures of the same test from different years. */
  readonly family: string
  readonly title: string
  readonly language: 'en' | 'fr'
  readonly validMonths: number
  /** First day Express Entry took the test; null = as long as Express Entry exists. */
  readonly acceptedFrom: string | null
  /** Days of the test whose certificates use this scale; null = open. */
  readonly scalePeriod: { readonly from: string | null; readonly to: string | null }
  /** Later certificates print these figures too, beside the newer ones. */
  readonly alsoPrintedLater: boolean
  readonly confidence: string
  readonly sources: readonly { readonly reference: string; readonly title: string }[]
  readonly retrieved: string
  readonly notes: readonly string[]
  readonly abilities: Readonly<Record<Ability, AbilityScale>>
}

const files = [ielts, celpip, pte, tefOld, tef2019, tef2023, tcf] as TestScale[]

/** Every scale by the id of its test. */
export const testScales = Object.fromEntries(
  languageTests.map((test) => [test, files.find((file) => file.test === test)]),
) as Record<LanguageTest, TestScale>
