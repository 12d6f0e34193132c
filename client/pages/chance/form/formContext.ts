import { createContext, useContext } from 'react'
import type { AnswerId, Answers } from '../answers/answerIds.ts'
import type { Problem } from '../answers/problem.ts'

/** What the fields of the form share. */
export interface FormState {
  answers: Answers
  /** What to say beside a field; empty until the form was handed in. */
  problems: ReadonlyMap<AnswerId, Problem>
  change(id: AnswerId, answer: string): void
}

/** The id of the form in the page: a button elsewhere can hand it in. */
export const formId = 'profile-form'

export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field of the profile form stands outside the form')
  return form
}
