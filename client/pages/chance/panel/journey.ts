import { formatDay, parseDay } from '../../../../shared/lib/day.ts'
import { populationAssumptions } from '../../../../shared/pool/assumptions.ts'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Words } from '../../../i18n/words.ts'
import { isOutside, medianDate } from './chanceFindings.ts'

const { validityMonths } = populationAssumptions.attrition
/** From an invitation to a complete application. */
const { daysToApply } = populationAssumptions.invitations

/** How long a profile is valid, and an invitation. */
export const terms = { months: validityMonths, days: daysToApply }

export interface JourneyDates {
  /** When the profile in force was submitted, or is to be, or the day it counts as submitted. */
  submitted: string
  isSubmissionKnown: boolean
  validUntil: string
  /** Half of the futures have the person invited by then; undefined when fewer do within the year. */
  invitedBy: string | undefined
  applyBy: string | undefined
}

/** A person's dates on the way to permanent residence. */
export function journeyDates(answer: ChanceAnswer, { submittedAt }: Profile): JourneyDates {
  const { date, ends } = answer.submission
  const invitedBy = medianDate(answer.byDate)
  return {
    submitted: date,
    isSubmissionKnown: submittedAt !== undefined,
    validUntil: ends,
    invitedBy,
    applyBy: invitedBy && formatDay(parseDay(invitedBy) + daysToApply),
  }
}

const documents = [
  'passport',
  'language',
  'education',
  'work',
  'police',
  'medical',
  'funds',
  'partner',
  'nomination',
  'trade',
] as const
export type DocumentName = (typeof documents)[number]

/** The documents a profile lets expect. */
export function documentsFor({ spouse, provincialNomination, tradeCertificate }: Profile): DocumentName[] {
  const isNeeded: Partial<Record<DocumentName, boolean>> = {
    partner: spouse !== null,
    nomination: provincialNomination,
    trade: tradeCertificate,
  }
  return documents.filter((name) => isNeeded[name] ?? true)
}

export const endings = ['lapse', 'incomplete', 'refusal', 'misrepresentation'] as const

export interface JourneyStep {
  name: string
  text: string
  /** What it means for this person; empty when there is no date to give. */
  date: string
}

/** The steps from a profile to permanent residence, in words, with the person's dates. */
export function journeySteps(answer: ChanceAnswer, profile: Profile, { t, format }: Words): JourneyStep[] {
  const { submitted, isSubmissionKnown, validUntil, invitedBy, applyBy } = journeyDates(answer, profile)
  const until = { ...terms, date: format.date(validUntil), submitted: format.date(submitted) }
  const dates: Partial<Record<(typeof steps)[number], string>> = {
    pool: t(isSubmissionKnown ? 'chancePanel.journey.validUntil' : 'chancePanel.journey.validUntilIf', until),
    draw: invitedBy
      ? t('chancePanel.journey.drawBy', { date: format.date(invitedBy) })
      : t('chancePanel.journey.drawUnlikely'),
    application:
      invitedBy && applyBy
        ? t('chancePanel.journey.applyBy', { date: format.date(invitedBy), until: format.date(applyBy) })
        : '',
  }
  return steps.map((step) => ({
    name: t(`chancePanel.journey.${step}`),
    text: t(`chancePanel.journey.${step}Text`, terms),
    date: isOutside(answer) ? '' : (dates[step] ?? ''),
  }))
}

const steps = ['profile', 'pool', 'draw', 'ita', 'application', 'decision'] as const
