import Type from 'typebox'
import { DateText, InstantText, NocCode } from './common.ts'

export const educationLevels = [
  'less-than-secondary',
  'secondary',
  'one-year',
  'two-year',
  'three-year-or-bachelors',
  'two-or-more',
  'masters-or-professional',
  'doctoral',
] as const
export type EducationLevel = (typeof educationLevels)[number]

export const canadianStudyLevels = ['none', 'one-or-two-years', 'three-years-or-more'] as const
export type CanadianStudy = (typeof canadianStudyLevels)[number]

export const jobOfferKinds = ['none', 'other-skilled', 'major-group-00'] as const
export type JobOffer = (typeof jobOfferKinds)[number]

/** Levels of IRCC's list of high-wage occupations (1.3, 1.5 and 2 times the median wage), in force since 2026-11-03 (RULES section 0). */
export const highWageLevels = ['none', 'x1-3', 'x1-5', 'x2'] as const
export type HighWageLevel = (typeof highWageLevels)[number]

export const languageTests = [
  'IELTS_GT',
  'CELPIP_G',
  'PTE_CORE',
  'TEF_CANADA_OLD',
  'TEF_CANADA_2019_2023',
  'TEF_CANADA_2023',
  'TCF_CANADA',
] as const
export type LanguageTest = (typeof languageTests)[number]

const closed = { additionalProperties: false } as const

/** A Canadian Language Benchmark or NCLC level; 10 and more score alike, 0 = below 4 or no result. */
const Level = Type.Integer({ minimum: 0, maximum: 12, expected: 'a whole CLB or NCLC level from 0 to 12' })
export const AbilityLevels = Type.Object({ listening: Level, reading: Level, writing: Level, speaking: Level }, closed)
export type AbilityLevels = Type.Static<typeof AbilityLevels>

export const OfficialLanguage = Type.Enum(['en', 'fr'])

export const LanguageLevels = Type.Object({ language: OfficialLanguage, clb: AbilityLevels }, closed)
export type LanguageLevels = Type.Static<typeof LanguageLevels>

/** Years of work; fractions are allowed, completed years count. */
const Years = Type.Number({ minimum: 0, maximum: 60 })
const Education = Type.Enum([...educationLevels])

export const Spouse = Type.Object(
  {
    accompanying: Type.Boolean(),
    citizenOrPermanentResident: Type.Boolean(),
    education: Education,
    language: Type.Union([Type.Null(), AbilityLevels]),
    canadianWorkYears: Years,
  },
  closed,
)
export type Spouse = Type.Static<typeof Spouse>

/** One dated language test with its raw results. */
export const LanguageTestResult = Type.Object(
  {
    test: Type.Enum([...languageTests]),
    date: DateText,
    results: Type.Object(
      { listening: Type.Number(), reading: Type.Number(), writing: Type.Number(), speaking: Type.Number() },
      closed,
    ),
  },
  closed,
)
export type LanguageTestResult = Type.Static<typeof LanguageTestResult>

/** One dated job. `to` null or absent = still working there. */
export const WorkPeriod = Type.Object(
  {
    noc: NocCode,
    country: Type.Enum(['canada', 'abroad']),
    from: DateText,
    to: Type.Optional(Type.Union([Type.Null(), DateText])),
    hoursPerWeek: Type.Optional(Type.Number({ minimum: 1, maximum: 168 })),
    authorized: Type.Optional(Type.Boolean()),
    selfEmployed: Type.Optional(Type.Boolean()),
    whileFullTimeStudent: Type.Optional(Type.Boolean()),
    qualifiedToPractise: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type WorkPeriod = Type.Static<typeof WorkPeriod>

export const regions = [
  'alberta',
  'british-columbia',
  'manitoba',
  'new-brunswick',
  'newfoundland-and-labrador',
  'northwest-territories',
  'nova-scotia',
  'nunavut',
  'ontario',
  'prince-edward-island',
  'quebec',
  'saskatchewan',
  'yukon',
] as const

/**
 * A candidate. The first block is what the CRS needs (the shape of the corpus); the second refines it with dates,
 * occupations and raw results. Where both say the same thing they must agree.
 */
export const Profile = Type.Object(
  {
    age: Type.Integer({ minimum: 0, maximum: 120, expected: 'completed years of age, a whole number from 0 to 120' }),
    spouse: Type.Union([Type.Null(), Spouse]),
    education: Education,
    firstLanguage: LanguageLevels,
    secondLanguage: Type.Union([Type.Null(), LanguageLevels]),
    canadianWorkYears: Years,
    foreignWorkYears: Years,
    tradeCertificate: Type.Boolean(),
    provincialNomination: Type.Boolean(),
    sibling: Type.Boolean(),
    canadianStudy: Type.Enum([...canadianStudyLevels]),
    jobOffer: Type.Enum([...jobOfferKinds]),

    highWageWork: Type.Optional(Type.Enum([...highWageLevels])),
    highWageOffer: Type.Optional(Type.Enum([...highWageLevels])),
    birthDate: Type.Optional(DateText),
    submittedAt: Type.Optional(InstantText),
    languageTests: Type.Optional(Type.Array(LanguageTestResult, { maxItems: 8 })),
    educationAssessmentDate: Type.Optional(DateText),
    /** Last day of the permit to work in Canada. */
    permitUntil: Type.Optional(DateText),
    work: Type.Optional(Type.Array(WorkPeriod, { maxItems: 50 })),
    jobOfferNoc: Type.Optional(NocCode),
    qualifyingJobOffer: Type.Optional(Type.Boolean()),
    fundsCad: Type.Optional(Type.Number({ minimum: 0 })),
    familySize: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    destination: Type.Optional(Type.Enum([...regions])),
    spouseCanadianStudy: Type.Optional(Type.Boolean()),
    relativeInCanada: Type.Optional(Type.Boolean()),
    militaryRecruit: Type.Optional(
      Type.Object(
        {
          foreignServiceYears: Type.Number({ minimum: 0, maximum: 60 }),
          noc: NocCode,
          forcesOffer: Type.Boolean(),
        },
        closed,
      ),
    ),
    /**
     * Of a file of the page My chance: what its form held, by field, so that the form shows it again as it was. Nothing is
     * computed from it.
     */
    formAnswers: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  closed,
)
export type Profile = Type.Static<typeof Profile>
