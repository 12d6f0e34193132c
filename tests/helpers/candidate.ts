import type { Profile } from '../../shared/schema/profile.ts'

/** A valid profile that is eligible for CEC and FSW on 2025-12-17, with the given fields in place of its own. */
export const candidate = (fields: Partial<Profile> = {}): Profile => ({
  age: 29,
  spouse: null,
  education: 'masters-or-professional',
  firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 3,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
  ...fields,
})
