import type { Words } from '../../../i18n/words.ts'
import type { Expected, FileProblem } from '../answers/fileProblems.ts'
import { problemText } from './problemText.ts'

/** Not in the texts: a colon of French has a space before it, this one has none. */
const INSTANT = '2025-12-17T12:26:48Z'

function expectedText(expected: Expected, words: Words): string {
  const { t } = words
  if (expected.kind === 'or') {
    const { one, other } = expected
    return t('chance.keep.expected.or', { one: expectedText(one, words), other: expectedText(other, words) })
  }
  const { kind, least = 0, most = 0, values = [] } = expected
  return t(`chance.keep.expected.${kind}`, { least, most, values: values.join(', '), example: INSTANT })
}

/** What is wrong with a file, where, in the language of the page. */
export function fileProblemText(problem: FileProblem, words: Words): string {
  const { t } = words
  if (!('path' in problem)) return t(`chance.keep.mistake.${problem.kind}`)
  const { path } = problem
  if (problem.kind === 'fact') return t('chance.keep.at', { path, why: problemText(problem.reason, words) })
  if (problem.kind === 'unknown') return t('chance.keep.at', { path, why: t('chance.keep.mistake.unknown') })
  const expected = expectedText(problem.expected, words)
  return t('chance.keep.at', { path, why: t(`chance.keep.mistake.${problem.kind}`, { expected }) })
}
