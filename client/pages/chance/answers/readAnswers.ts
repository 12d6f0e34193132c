import { addMonths, type Day, formatDay } from '../../../../shared/lib/day.ts'
import plausibility from '../../../../shared/profile/plausibility.json'
import {
  canadianStudyLevels,
  educationLevels,
  jobOfferKinds,
  type LanguageLevels,
  type Profile,
} from '../../../../shared/schema/profile.ts'
import { AnswerReader } from './AnswerReader.ts'
import { type Answers, placeInForm } from './answerIds.ts'
import { hasFirstLanguage } from './applies.ts'
import { credentialLevels, maritalStatuses } from './choices.ts'
import { contradictions, type Origins } from './contradictions.ts'
import { readInstant } from './fieldText.ts'
import { readJobs } from './jobAnswers.ts'
import { type LanguageAnswer, readLanguage } from './languageAnswers.ts'
import { readPartner, readSwapped } from './partnerAnswers.ts'
import type { Problem } from './problem.ts'
import { readProgramFacts } from './programAnswers.ts'

/** A later date is a slip: nobody knows the profile of that day. */
const MOST_MONTHS_AHEAD = 12
const noEnglish: LanguageLevels = { language: 'en', clb: { listening: 0, reading: 0, writing: 0, speaking: 0 } }

/** What the answers say. */
export interface Reading {
  /** The candidate as far as answered; what is open or refused gives no points. */
  draft: Profile
  /** The candidate, once nothing is wrong or open. */
  profile: Profile | undefined
  /** The couple with the partner as principal applicant, where the answers tell enough. */
  swapped: Profile | undefined
  /** Whether the partner's own points are known. */
  isPartnerKnown: boolean
  /** In the order of the form. */
  problems: readonly Problem[]
}

const levelsOf = ({ language, clb }: LanguageAnswer): LanguageLevels => ({ language, clb })

const asPartner: Origins = { tests: [], jobs: [], isAgeKnown: true, isPartner: true }

function readStudy(reader: AnswerReader): Profile['canadianStudy'] {
  if (!reader.isYes('credential')) return 'none'
  const level = reader.choice('credentialLevel', credentialLevels)
  return canadianStudyLevels.find((one) => one === level) ?? 'none'
}

function readSubmission(reader: AnswerReader): string | undefined {
  if (reader.isEmpty('submitted')) return undefined
  const instant = readInstant(reader.text('submitted'))
  if (instant === undefined) return reader.refuse('submitted', 'date')
  const { expressEntryBegan } = plausibility
  if (instant < expressEntryBegan) return reader.refuse('submitted', 'beforeExpressEntry', { date: expressEntryBegan })
  const latest = formatDay(addMonths(reader.today, MOST_MONTHS_AHEAD))
  return instant.slice(0, latest.length) > latest
    ? reader.refuse('submitted', 'submittedFar', { date: latest })
    : instant
}

/**
 * A profile from the answers of the form, and every answer that cannot be used.
 *
 * @param today the day on which age, tests and jobs are looked at
 */
export function readAnswers(answers: Answers, today: Day): Reading {
  const reader = new AnswerReader(answers, today)
  reader.choice('marital', maritalStatuses)
  const partner = readPartner(reader)
  const age = reader.age('age')
  const first = readLanguage(reader, 'first')
  const second = hasFirstLanguage(answers) ? readLanguage(reader, 'second') : null
  const tests = [first, second].flatMap((one) => one?.test ?? [])
  const jobs = readJobs(reader)
  const permitUntil = reader.optionalDate('permit')
  const submittedAt = readSubmission(reader)
  const draft: Profile = {
    ...(age ?? { age: 0 }),
    spouse: partner.spouse,
    education: reader.choice('education', educationLevels) ?? 'less-than-secondary',
    firstLanguage: first ? levelsOf(first) : noEnglish,
    secondLanguage: second && levelsOf(second),
    canadianWorkYears: reader.years('canadian'),
    foreignWorkYears: reader.years('foreign'),
    tradeCertificate: reader.isYes('certificate'),
    provincialNomination: reader.isYes('nomination'),
    sibling: reader.isYes('sibling'),
    canadianStudy: readStudy(reader),
    jobOffer: reader.choice('jobOffer', jobOfferKinds) ?? 'none',
    ...readProgramFacts(reader),
    ...(permitUntil !== undefined && { permitUntil }),
    ...(submittedAt !== undefined && { submittedAt }),
    ...(tests.length > 0 && { languageTests: tests }),
    ...(jobs.length > 0 && { work: jobs.map(({ job }) => job) }),
  }
  const swapped = readSwapped(reader, draft, partner)
  const origins = {
    tests: [...(first?.test ? (['first'] as const) : []), ...(second?.test ? (['second'] as const) : [])],
    jobs: jobs.map(({ number }) => number),
  }
  const refused = new Set(reader.problems.map(({ id }) => id))
  const contradicted = [
    ...contradictions(draft, { ...origins, isAgeKnown: age !== undefined }, today),
    ...(swapped ? contradictions(swapped, asPartner, today) : []),
  ]
  const problems = [...reader.problems, ...contradicted.filter(({ id }) => !refused.has(id))].sort(
    (one, other) => placeInForm(one.id) - placeInForm(other.id),
  )
  const isComplete = problems.length === 0
  return {
    draft,
    profile: isComplete ? draft : undefined,
    swapped: isComplete ? swapped : undefined,
    isPartnerKnown: partner.isKnown,
    problems,
  }
}
