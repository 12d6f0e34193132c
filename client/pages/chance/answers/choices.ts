import type { LanguageTest } from '../../../../shared/schema/profile.ts'

/** The choices of every closed question, in the order of the official tool. */
export const maritalStatuses = [
  'never-married',
  'married',
  'common-law',
  'divorced',
  'separated',
  'annulled',
  'widowed',
] as const

export const yesNo = ['yes', 'no'] as const

/** Levels of a Canadian credential; the first gives no points. */
export const credentialLevels = ['secondary-or-less', 'one-or-two-years', 'three-years-or-more'] as const

/** Tests, then levels without a test, then neither. */
export const languageProofs = [
  'CELPIP_G',
  'IELTS_GT',
  'PTE_CORE',
  'TEF_CANADA_OLD',
  'TEF_CANADA_2023',
  'TEF_CANADA_2019_2023',
  'TCF_CANADA',
  'levels-en',
  'levels-fr',
  'none',
] as const satisfies readonly (LanguageTest | 'levels-en' | 'levels-fr' | 'none')[]
export type LanguageProof = (typeof languageProofs)[number]

export const countries = ['canada', 'abroad'] as const

/** How the work was done: decides whether it counts. */
export const workKinds = ['employed', 'self-employed', 'student', 'unauthorized'] as const
