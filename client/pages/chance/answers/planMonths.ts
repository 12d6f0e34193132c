import { type ActionMonths, actionKinds, mostActionMonths } from '../../../../shared/schema/chance.ts'
import type { Answers } from './answerIds.ts'

/** Months as typed: from 0 to the most a plan is looked at; undefined when they cannot be used. */
export function readMonths(text: string): number | undefined {
  const typed = /^\d{1,2}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN
  return typed <= mostActionMonths ? typed : undefined
}

/** The months the reader gave to actions of the plan. */
export const planMonths = (answers: Answers): ActionMonths =>
  Object.fromEntries(
    actionKinds.flatMap((action) => {
      const months = readMonths(answers[`plan.${action}`] ?? '')
      return months === undefined ? [] : [[action, months]]
    }),
  )

/** Answers with these months and no others. */
export const withPlanMonths = (answers: Answers, months: ActionMonths): Answers => ({
  ...answers,
  ...Object.fromEntries(actionKinds.map((action) => [`plan.${action}`, months[action]?.toString() ?? ''])),
})
