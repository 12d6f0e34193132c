import type { LanguageLevels, Profile, Spouse } from '../schema/profile.ts'

/** Only of a credential of this length is it certain that it took two years. */
const LONG_STUDY = 'three-years-or-more'

/** What is asked of a principal applicant and not of a partner who comes along. */
export type PartnerFacts = Pick<
  Profile,
  'age' | 'birthDate' | 'firstLanguage' | 'foreignWorkYears' | 'tradeCertificate' | 'canadianStudy'
>

/** The levels of a partner, in the language their test was in. */
export const partnerLevels = ({ language }: Spouse, name: LanguageLevels['language']): LanguageLevels => ({
  language: name,
  clb: language ?? { listening: 0, reading: 0, writing: 0, speaking: 0 },
})

/** Where the couple goes, whom it has there, how many they are and what they own is the same whoever applies. */
const sharedFacts = ({ destination, familySize, fundsCad, relativeInCanada }: Profile): Partial<Profile> => ({
  ...(destination !== undefined && { destination }),
  ...(familySize !== undefined && { familySize }),
  ...(fundsCad !== undefined && { fundsCad }),
  ...(relativeInCanada !== undefined && { relativeInCanada }),
})

/**
 * The couple with the partner as the principal applicant, and the applicant as the partner who comes along. A nomination or a
 * job offer stays with the person who has it; a brother or sister counts for both.
 */
export const otherApplicant = (own: Profile, spouse: Spouse, facts: PartnerFacts): Profile => ({
  ...facts,
  spouse: {
    accompanying: spouse.accompanying,
    citizenOrPermanentResident: false,
    education: own.education,
    language: own.firstLanguage.clb,
    canadianWorkYears: own.canadianWorkYears,
  },
  education: spouse.education,
  secondLanguage: null,
  canadianWorkYears: spouse.canadianWorkYears,
  provincialNomination: false,
  sibling: own.sibling,
  jobOffer: 'none',
  ...sharedFacts(own),
  spouseCanadianStudy: own.canadianStudy === LONG_STUDY,
})
