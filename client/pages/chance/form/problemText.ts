import type { Words } from '../../../i18n/words.ts'
import type { Reason } from '../answers/problem.ts'

/** Why an answer cannot be used, in the language of the page. */
export function problemText({ key, values = {} }: Reason, { t, format }: Words): string {
  const shown = Object.entries(values).map(([name, value]) => {
    const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    return [name, isDate ? format.date(value) : value]
  })
  if (key === 'testPeriod' && values.to === '') return t('chance.problem.testTooEarly', Object.fromEntries(shown))
  return t(`chance.problem.${key}`, Object.fromEntries(shown))
}
