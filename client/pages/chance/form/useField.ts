import { useWords } from '../../../hooks/useWords.ts'
import type { AnswerId } from '../answers/answerIds.ts'
import { useForm } from './formContext.ts'
import { problemText } from './problemText.ts'

/** The id of a field in the page; the summary of mistakes leads to it. */
export const fieldId = (id: AnswerId): string => `field-${id}`

/** One field: its answer, what is wrong with it, and the ids that tie label, hint and mistake to it. */
export function useField(id: AnswerId, hasHint: boolean) {
  const words = useWords()
  const { answers, problems, change } = useForm()
  const problem = problems.get(id)
  const own = fieldId(id)
  const described = [hasHint && `${own}-hint`, problem && `${own}-mistake`].filter(Boolean).join(' ')
  return {
    own,
    value: answers[id] ?? '',
    mistake: problem && problemText(problem, words),
    describedBy: described || undefined,
    write: (answer: string) => change(id, answer),
  }
}
