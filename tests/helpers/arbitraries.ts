import fc from 'fast-check'
import {
  canadianStudyLevels,
  educationLevels,
  highWageLevels,
  jobOfferKinds,
  type Profile,
} from '../../shared/schema/profile.ts'

const level = fc.integer({ min: 0, max: 12 })
const levels = fc.record({ listening: level, reading: level, writing: level, speaking: level })
const years = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0.5, 0.99, 1.5, 2.99, 4.5))
const education = fc.constantFrom(...educationLevels)

const spouse = fc.record({
  accompanying: fc.boolean(),
  citizenOrPermanentResident: fc.boolean(),
  education,
  language: fc.option(levels, { nil: null }),
  canadianWorkYears: years,
})

/** Any profile the CRS can read, plausible or not. */
export const arbitraryProfile: fc.Arbitrary<Profile> = fc
  .record({
    age: fc.integer({ min: 0, max: 120 }),
    spouse: fc.option(spouse, { nil: null }),
    education,
    firstIsFrench: fc.boolean(),
    firstLevels: levels,
    secondLevels: fc.option(levels, { nil: null }),
    canadianWorkYears: years,
    foreignWorkYears: years,
    tradeCertificate: fc.boolean(),
    provincialNomination: fc.boolean(),
    sibling: fc.boolean(),
    canadianStudy: fc.constantFrom(...canadianStudyLevels),
    jobOffer: fc.constantFrom(...jobOfferKinds),
    highWageWork: fc.constantFrom(...highWageLevels),
    highWageOffer: fc.constantFrom(...highWageLevels),
  })
  .map(({ firstIsFrench, firstLevels, secondLevels, ...rest }) => ({
    ...rest,
    firstLanguage: { language: firstIsFrench ? 'fr' : 'en', clb: firstLevels },
    secondLanguage: secondLevels && { language: firstIsFrench ? 'en' : 'fr', clb: secondLevels },
  }))
