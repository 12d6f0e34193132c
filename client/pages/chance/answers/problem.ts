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
  | 'whole'
  | 'dollars'
  | 'bornLater'
  | 'submittedFar'
  | 'familyHasPartner'
  | 'relativeIsSibling'
  | 'offerNone'
  | 'offerNotSenior'
  | 'offerSenior'
  | 'offerUnskilled'
  | 'offerQualifies'
  | 'levelDiffers'
  | 'testWithoutLevels'
  | 'other'

/** Why something cannot be used, with what the sentence names. */
export interface Reason {
  key: ProblemKey
  values?: Readonly<Record<string, string | number>>
}

/** One answer that cannot be used, with the reason. */
export interface Problem extends Reason {
  id: AnswerId
}
