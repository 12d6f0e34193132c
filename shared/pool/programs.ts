import { lowestOfPacked, trait } from '../crs/columns.ts'
import { type ProgramRow, partnerBit, program, programMask } from '../eligibility/programs.kernel.ts'
import { isTradeOccupation, programRules } from '../eligibility/rules.ts'
import { unitGroups } from '../profile/noc.ts'
import { fact, type PersonColumns } from './columns.ts'

const teerOf = Uint8Array.from(unitGroups, ({ teer }) => teer)
const isTrade = Uint8Array.from(unitGroups, ({ code }) => (isTradeOccupation(code) ? 1 : 0))

const partnerLevel = programRules.fsw.grid.adaptabilityConditions.minimumSpouseLevel

/** Filled anew for every person, so that nothing is allocated. */
const person: ProgramRow = {
  firstLanguage: 0,
  secondLanguageLowest: 0,
  ageYears: 0,
  education: 0,
  canadianWorkMonths: 0,
  foreignWorkYears: 0,
  occupationTeer: 0,
  isTradeOccupation: 0,
  tradeCertificate: 0,
  qualifyingJobOffer: 0,
  canadianStudy: 0,
  partner: 0,
  relativeInCanada: 0,
}

function partnerOf(people: PersonColumns, row: number): number {
  if ((people.traits[row] & trait.scoredWithSpouse) === 0) return 0
  const works = people.spouseCanadianWorkYears[row] > 0 ? partnerBit.work : 0
  return works | (lowestOfPacked(people.spouseLanguage[row]) >= partnerLevel ? partnerBit.language : 0)
}

/** Works out which programs the person of a row meets; 0 = none. A job offer in the pool is one that qualifies. */
export function evaluatePrograms(people: PersonColumns, row: number): void {
  const traits = people.traits[row]
  const occupation = people.occupation[row]
  person.firstLanguage = people.firstLanguage[row]
  person.secondLanguageLowest = lowestOfPacked(people.secondLanguage[row])
  person.ageYears = people.ageYears[row]
  person.education = people.education[row]
  person.canadianWorkMonths = 12 * people.canadianWorkYears[row]
  person.foreignWorkYears = people.foreignWorkYears[row]
  person.occupationTeer = teerOf[occupation]
  person.isTradeOccupation = isTrade[occupation]
  person.tradeCertificate = traits & trait.tradeCertificate ? 1 : 0
  person.qualifyingJobOffer = (traits >> trait.jobOfferShift) & 3 ? 1 : 0
  person.canadianStudy = (traits >> trait.canadianStudyShift) & 3
  person.partner = partnerOf(people, row)
  person.relativeInCanada = traits & trait.sibling ? 1 : 0
  const closed = people.facts[row] & fact.cecWindowClosed ? program.cec : 0
  people.programs[row] = programMask(person) & ~closed
}
