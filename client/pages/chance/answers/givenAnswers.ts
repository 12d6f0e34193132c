import { type AnswerId, type Answers, isAnswerId } from './answerIds.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The answers somebody gave, without fields that are empty: what a link and a file hold. */
export const givenAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))

/** The answers of what a link or a file holds; a field the form does not have is left out. Undefined when it is no such thing. */
export function answersIn(value: unknown): Answers | undefined {
  if (!isRecord(value)) return undefined
  const known = Object.entries(value).filter(
    (entry): entry is [AnswerId, string] => isAnswerId(entry[0]) && typeof entry[1] === 'string',
  )
  return Object.fromEntries(known)
}
