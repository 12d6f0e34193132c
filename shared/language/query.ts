import Type from 'typebox'
import { tryParseDay } from '../lib/day.ts'
import { InputError, refuse } from '../lib/errors.ts'
import { abilities, DateText } from '../schema/common.ts'
import { languageTests } from '../schema/profile.ts'
import { assertShape } from '../schema/validate.ts'
import { levelOf, periodIssue } from './levels.ts'

/** One question of the `language` command. Other fields of the line are left alone. */
export const LanguageQuery = Type.Object({
  test: Type.Enum([...languageTests]),
  ability: Type.Enum([...abilities]),
  raw: Type.Number(),
  testDate: Type.Optional(DateText),
})
export type LanguageQuery = Type.Static<typeof LanguageQuery>

/**
 * The level of one line such as `{"test":"TCF_CANADA","ability":"reading","raw":499}`.
 *
 * @throws InputError EE_SHAPE, EE_DATE, EE_LANGUAGE_SCORE
 */
export function levelOfQuery(value: unknown): number {
  assertShape<LanguageQuery>(LanguageQuery, value)
  const { test, ability, raw, testDate } = value
  if (testDate !== undefined && tryParseDay(testDate) === undefined) {
    throw refuse('EE_DATE', '$.testDate', `received ${JSON.stringify(testDate)}; expected a day of the calendar`)
  }
  const outOfPeriod = testDate === undefined ? undefined : periodIssue(test, testDate, '$.testDate')
  if (outOfPeriod) throw new InputError([outOfPeriod])
  return levelOf(test, ability, raw)
}
