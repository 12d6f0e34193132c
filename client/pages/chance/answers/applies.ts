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
