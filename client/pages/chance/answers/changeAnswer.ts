import { abilities } from '../../../../shared/schema/common.ts'
import { type AnswerId, type Answers, languageSlots } from './answerIds.ts'

/** Answers with one changed. Results belong to their test: with another test they go. */
export function changeAnswer(answers: Answers, id: AnswerId, answer: string): Answers {
  const slot = languageSlots.find((one) => id === `${one}.test`)
  const emptied = slot ? Object.fromEntries(abilities.map((ability) => [`${slot}.${ability}`, ''])) : {}
  return { ...answers, ...emptied, [id]: answer }
}
