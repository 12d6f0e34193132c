import { type Profile, regions } from '../../../../shared/schema/profile.ts'
import type { AnswerReader } from './AnswerReader.ts'
import type { AnswerId } from './answerIds.ts'
import { hasOffer, isAssessmentAsked, isMilitary, isPartnerScored, isRelativeAsked } from './applies.ts'
import { readDollars } from './fieldText.ts'
import { codeIn } from './jobAnswers.ts'

const LARGEST_FAMILY = 30
const LONGEST_SERVICE_YEARS = 60

/** The part of a profile that only programs and categories look at; the form lets every bit of it open. */
type ProgramFacts = Pick<
  Profile,
  | 'destination'
  | 'educationAssessmentDate'
  | 'familySize'
  | 'fundsCad'
  | 'relativeInCanada'
  | 'spouseCanadianStudy'
  | 'jobOfferNoc'
  | 'militaryRecruit'
>

function readOccupation(reader: AnswerReader, id: AnswerId): string | undefined {
  return codeIn(reader.text(id)) ?? reader.refuse(id, reader.isEmpty(id) ? 'missing' : 'occupation')
}

function readDollarsOf(reader: AnswerReader, id: AnswerId): number | undefined {
  return readDollars(reader.text(id)) ?? reader.refuse(id, 'dollars')
}

function readMilitary(reader: AnswerReader): Profile['militaryRecruit'] {
  reader.optionalYes('military')
  if (!isMilitary(reader.answers)) return undefined
  const noc = readOccupation(reader, 'militaryNoc')
  const foreignServiceYears = reader.whole('militaryYears', 0, LONGEST_SERVICE_YEARS)
  const forcesOffer = reader.isYes('militaryOffer')
  return noc === undefined || foreignServiceYears === undefined ? undefined : { foreignServiceYears, noc, forcesOffer }
}

const withoutOpen = (facts: ProgramFacts): ProgramFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

/** What was answered of the questions that programs and categories ask; a question that does not apply is not read. */
export function readProgramFacts(reader: AnswerReader): ProgramFacts {
  const { answers } = reader
  const isGiven = (id: AnswerId) => !reader.isEmpty(id)
  return withoutOpen({
    destination: reader.optionalChoice('destination', regions),
    educationAssessmentDate: isAssessmentAsked(answers)
      ? reader.pastDate('assessed', reader.optionalDate('assessed'))
      : undefined,
    familySize: isGiven('familySize') ? reader.whole('familySize', 1, LARGEST_FAMILY) : undefined,
    fundsCad: isGiven('funds') ? readDollarsOf(reader, 'funds') : undefined,
    relativeInCanada: isRelativeAsked(answers) ? reader.optionalYes('relative') : undefined,
    spouseCanadianStudy: isPartnerScored(answers) ? reader.optionalYes('partnerStudy') : undefined,
    jobOfferNoc: hasOffer(answers) && isGiven('offerNoc') ? readOccupation(reader, 'offerNoc') : undefined,
    militaryRecruit: readMilitary(reader),
  })
}
