import type { Day } from '../../../../shared/lib/day.ts'
import { InputError, type Issue } from '../../../../shared/lib/errors.ts'
import { readProfile } from '../../../../shared/profile/readProfile.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { AnswerId, JobNumber, LanguageSlot } from './answerIds.ts'
import { jobParts } from './answerIds.ts'
import type { Problem } from './problem.ts'
import { reasonOf } from './reasons.ts'

/** Which fields of the form the lists of a profile came from. */
export interface Origins {
  tests: readonly LanguageSlot[]
  jobs: readonly JobNumber[]
  /** Without an age nothing can contradict it. */
  isAgeKnown: boolean
  /** The profile is that of the partner, as principal applicant. */
  isPartner?: boolean
}

function issuesOf(draft: Profile, isAgeKnown: boolean, today: Day): readonly Issue[] {
  const { age, ...ageless } = draft
  try {
    readProfile(isAgeKnown ? draft : ageless, today)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.issues.filter(({ code }) => code !== 'EE_SHAPE')
    throw error
  }
}

type Fields = Readonly<Record<string, AnswerId>>

const fields: Fields = {
  '$.canadianWorkYears': 'canadian.years',
  '$.foreignWorkYears': 'foreign.years',
  '$.secondLanguage.language': 'second.test',
  '$.submittedAt': 'submitted',
  '$.permitUntil': 'permit',
  '$.educationAssessmentDate': 'assessed',
  '$.familySize': 'familySize',
  '$.relativeInCanada': 'relative',
  '$.jobOfferNoc': 'offerNoc',
}

const partnerFields: Fields = {
  '$.canadianWorkYears': 'partnerCanadian.years',
  '$.foreignWorkYears': 'partnerForeign.years',
}

/** The field of the form that a place in a profile came from. */
function fieldOf(path: string, { tests, jobs, isPartner }: Origins): AnswerId {
  if (isPartner) return partnerFields[path] ?? 'partnerAge'
  const member = /^\$\.(languageTests|work)\[(\d+)\](?:\.(\w+))?/.exec(path)
  const index = Number(member?.[2])
  if (member?.[1] === 'languageTests' && tests[index]) return `${tests[index]}.date`
  if (member?.[1] === 'work' && jobs[index]) {
    return `job${jobs[index]}.${jobParts.find((part) => part === member[3]) ?? 'noc'}`
  }
  return fields[path] ?? 'age'
}

/** What `readProfile` finds impossible in a draft, beside the fields of the form. */
export const contradictions = (draft: Profile, origins: Origins, today: Day): Problem[] =>
  issuesOf(draft, origins.isAgeKnown, today).map((issue) => ({
    id: fieldOf(issue.path, origins),
    ...reasonOf(issue, draft),
  }))
