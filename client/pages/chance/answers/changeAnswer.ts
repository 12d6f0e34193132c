import { abilities } from '../../../../shared/schema/common.ts'
import { type AnswerId, type Answers, languageSlots } from './answerIds.ts'

/** Answers with one changed. Date and results belong to their test: with another test they go. */
export function changeAnswer(answers: Answers, id: AnswerId, answer: string): Answers {
  const slot = languageSlots.find((one) => id === `${one}.test`)
  const emptied = slot ? Object.fromEntries(['date', ...abilities].map((part) => [`${slot}.${part}`, ''])) : {}
  return { ...answers, ...emptied, [id]: answer }
}
