import type { AnswerId } from './answerIds.ts'

/** Every reason a form can give for refusing an answer; the texts are `chance.problem.…`. */
export type ProblemKey =
  | 'missing'
  | 'age'
  | 'birthFuture'
  | 'years'
  | 'months'
  | 'date'
  | 'dateFuture'
  | 'beforeBirth'
  | 'beforeExpressEntry'
  | 'level'
  | 'result'
  | 'sameLanguage'
  | 'testPeriod'
  | 'workExceedsAge'
  | 'workTogether'
  | 'jobsExceedYears'
  | 'occupation'
  | 'endsBeforeStart'
  | 'hours'
  | 'other'

/** One answer that cannot be used, with the reason. */
export interface Problem {
  id: AnswerId
  key: ProblemKey
  values?: Readonly<Record<string, string | number>>
}
