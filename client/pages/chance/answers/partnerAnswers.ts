import { otherApplicant, partnerLevels } from '../../../../shared/profile/otherApplicant.ts'
import { educationLevels, type Profile, type Spouse } from '../../../../shared/schema/profile.ts'
import type { AnswerReader } from './AnswerReader.ts'
import type { AnswerId, Answers } from './answerIds.ts'
import { hasPartner, isPartnerForeign, isPartnerScored } from './applies.ts'
import { credentialLevels, yesNo } from './choices.ts'
import { type LanguageAnswer, readLanguage } from './languageAnswers.ts'

const unknownPartner = { education: 'less-than-secondary', language: null, canadianWorkYears: 0 } as const

const scoredIds = ['partnerEducation', 'partnerCanadian.years', 'partnerCanadian.months', 'partner.test'] as const

const isAnswered = (answers: Answers, ids: readonly AnswerId[]): boolean => ids.some((id) => answers[id])

export interface PartnerAnswer {
  spouse: Spouse | null
  /** With the language by name, which the points of a partner do not ask. */
  language: LanguageAnswer | null
  /** Whether the questions about the partner's own points were answered. */
  isKnown: boolean
}

/** The partner; where the points do not count the questions may stay empty. */
export function readPartner(reader: AnswerReader): PartnerAnswer {
  const { answers } = reader
  if (!hasPartner(answers)) return { spouse: null, language: null, isKnown: false }
  const citizenOrPermanentResident = reader.isYes('partnerStatus')
  const accompanying = isPartnerForeign(answers) && reader.isYes('partnerComing')
  const isAsked = isPartnerScored(answers) || (isPartnerForeign(answers) && isAnswered(answers, scoredIds))
  if (!isAsked) {
    const spouse = { accompanying, citizenOrPermanentResident, ...unknownPartner }
    return { spouse, language: null, isKnown: false }
  }
  const education = reader.choice('partnerEducation', educationLevels) ?? unknownPartner.education
  const canadianWorkYears = reader.years('partnerCanadian')
  const language = readLanguage(reader, 'partner')
  const spouse = {
    accompanying,
    citizenOrPermanentResident,
    education,
    language: language?.clb ?? null,
    canadianWorkYears,
  }
  return { spouse, language, isKnown: true }
}

/** The couple with the partner as the principal applicant, when the form tells enough about the partner. */
export function readSwapped(reader: AnswerReader, own: Profile, partner: PartnerAnswer): Profile | undefined {
  const { answers } = reader
  if (!isPartnerForeign(answers) || !partner.isKnown || !partner.spouse || reader.isEmpty('partnerAge'))
    return undefined
  const age = reader.age('partnerAge')
  const areForeignYearsEmpty = reader.isEmpty('partnerForeign.years') && reader.isEmpty('partnerForeign.months')
  const foreignWorkYears = areForeignYearsEmpty ? 0 : reader.years('partnerForeign')
  if (!age) return undefined
  const study = credentialLevels.find((level) => level === answers.partnerCredential)
  const { spouse, language } = partner
  return otherApplicant(own, spouse, {
    ...age,
    firstLanguage: partnerLevels(spouse, language?.language ?? 'en'),
    foreignWorkYears,
    tradeCertificate: yesNo.find((one) => one === answers.partnerCertificate) === 'yes',
    canadianStudy: study === undefined || study === 'secondary-or-less' ? 'none' : study,
  })
}
