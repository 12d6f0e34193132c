import { type ActionKind, actionKinds } from '../../../../shared/schema/chance.ts'
import { type Ability, abilities } from '../../../../shared/schema/common.ts'

/** Whose language test, or which of two. */
export const languageSlots = ['first', 'second', 'partner'] as const
export type LanguageSlot = (typeof languageSlots)[number]
export type LanguageId = `${LanguageSlot}.${'test' | 'date' | Ability}`

/** Which work: years and months are two answers. */
export const yearsSlots = ['canadian', 'foreign', 'partnerCanadian', 'partnerForeign'] as const
export type YearsSlot = (typeof yearsSlots)[number]
export type YearsId = `${YearsSlot}.${'years' | 'months'}`

export const jobNumbers = [1, 2, 3, 4, 5] as const
export type JobNumber = (typeof jobNumbers)[number]
export const jobParts = ['noc', 'country', 'from', 'to', 'hours', 'kind', 'qualified'] as const
export type JobPart = (typeof jobParts)[number]
export type JobId = `job${JobNumber}.${JobPart}`

/** What programs and categories ask besides points and work; none has to be answered. */
export const programIds = [
  'destination',
  'assessed',
  'familySize',
  'funds',
  'relative',
  'partnerStudy',
  'offerNoc',
  'military',
  'militaryNoc',
  'militaryYears',
  'militaryOffer',
] as const
export type ProgramId = (typeof programIds)[number]

export type PlainId =
  | ProgramId
  | 'marital'
  | 'partnerStatus'
  | 'partnerComing'
  | 'age'
  | 'education'
  | 'credential'
  | 'credentialLevel'
  | 'certificate'
  | 'jobOffer'
  | 'nomination'
  | 'sibling'
  | 'partnerEducation'
  | 'partnerAge'
  | 'partnerCredential'
  | 'partnerCertificate'
  | 'jobs'
  | 'permit'
  | 'submitted'

/** Months that an action of the plan takes. */
export type PlanId = `plan.${ActionKind}`

/** Every field of the form, and of the plan below it. */
export type AnswerId = PlainId | LanguageId | YearsId | JobId | PlanId

/** What was typed or chosen, as text; a field without an entry is empty. */
export type Answers = Readonly<Partial<Record<AnswerId, string>>>

const languageIds = (slot: LanguageSlot) =>
  (['test', 'date', ...abilities] as const).map((part) => `${slot}.${part}` as const)
const yearsIds = (slot: YearsSlot) => (['years', 'months'] as const).map((part) => `${slot}.${part}` as const)
const jobIds = jobNumbers.flatMap((job) => jobParts.map((part) => `job${job}.${part}` as const))

/** Every field in the order in which the form asks. */
const answerIds: readonly AnswerId[] = [
  'marital',
  'partnerStatus',
  'partnerComing',
  'age',
  'education',
  'credential',
  'credentialLevel',
  ...languageIds('first'),
  ...languageIds('second'),
  ...yearsIds('canadian'),
  ...yearsIds('foreign'),
  'certificate',
  'jobOffer',
  'nomination',
  'sibling',
  'partnerEducation',
  ...yearsIds('partnerCanadian'),
  ...languageIds('partner'),
  'partnerAge',
  ...yearsIds('partnerForeign'),
  'partnerCredential',
  'partnerCertificate',
  'jobs',
  ...jobIds,
  'permit',
  'submitted',
  ...programIds,
  ...actionKinds.map((action) => `plan.${action}` as const),
]

/** The place of a field in the form. */
export const placeInForm = (id: AnswerId): number => answerIds.indexOf(id)

export const isAnswerId = (text: string): text is AnswerId => answerIds.some((id) => id === text)
