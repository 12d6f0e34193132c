import type { Answers } from './answerIds.ts'
import { languageOfProof } from './languageAnswers.ts'

/** Whether the candidate has a spouse or common-law partner. */
export const hasPartner = ({ marital }: Answers): boolean => marital === 'married' || marital === 'common-law'

/** A partner who is a citizen or permanent resident does not come along as a dependant: points are as for one person. */
export const isPartnerForeign = (answers: Answers): boolean => hasPartner(answers) && answers.partnerStatus === 'no'

/** Whether the partner's own points count. */
export const isPartnerScored = (answers: Answers): boolean =>
  isPartnerForeign(answers) && answers.partnerComing === 'yes'

/** There is a second language only beside a first. */
export const hasFirstLanguage = (answers: Answers): boolean => languageOfProof(answers['first.test']) !== undefined

const isEducationAssessed = ({ education = '' }: Answers): boolean => !['', 'less-than-secondary'].includes(education)

/** A credential in Canada needs no assessment; a date once given stays in view. */
export const isAssessmentAsked = (answers: Answers): boolean =>
  Boolean(answers.assessed) || (isEducationAssessed(answers) && answers.credential !== 'yes')

/** A brother or sister is a relative: with one there is nothing to ask. */
export const isRelativeAsked = ({ sibling }: Answers): boolean => sibling !== 'yes'

export const hasOffer = ({ jobOffer = 'none' }: Answers): boolean => jobOffer !== 'none'

export const isMilitary = ({ military }: Answers): boolean => military === 'yes'
