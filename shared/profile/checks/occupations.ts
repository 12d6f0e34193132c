import { type Issue, issue, received } from '../../lib/errors.ts'
import type { Profile } from '../../schema/profile.ts'
import { isSkilled, nocByCode } from '../noc.ts'

const SENIOR_MANAGEMENT = '00'

/** Codes that are not among the 516 unit groups. */
export function nocIssues({ work = [], jobOfferNoc, militaryRecruit }: Partial<Profile>): Issue[] {
  const codes: [path: string, code: string | undefined][] = [
    ...work.map(({ noc }, index): [string, string] => [`$.work[${index}].noc`, noc]),
    ['$.jobOfferNoc', jobOfferNoc],
    ['$.militaryRecruit.noc', militaryRecruit?.noc],
  ]
  return codes.flatMap(([path, code]) => {
    if (code === undefined || nocByCode.has(code)) return []
    const message = `received ${received(code)}; expected one of the ${nocByCode.size} unit groups of NOC 2021`
    return [issue('EE_NOC_UNKNOWN', path, message)]
  })
}

/** The kind of job offer, its occupation and whether it qualifies have to tell the same story. */
export function jobOfferIssues({ jobOffer, jobOfferNoc, qualifyingJobOffer }: Partial<Profile>): Issue[] {
  const issues: Issue[] = []
  const add = (path: string, message: string) => issues.push(issue('EE_PROFILE', path, message))
  if (jobOffer === undefined) return issues
  if (jobOffer !== 'none' && qualifyingJobOffer === false) {
    add('$.qualifyingJobOffer', `received false, but jobOffer is "${jobOffer}": an offer of that kind qualifies`)
  }
  if (jobOfferNoc === undefined || !nocByCode.has(jobOfferNoc)) return issues
  const isSenior = jobOfferNoc.startsWith(SENIOR_MANAGEMENT)
  const named = `received ${received(jobOfferNoc)}, but jobOffer is "${jobOffer}"`
  if (jobOffer === 'none' && !qualifyingJobOffer) add('$.jobOfferNoc', `${named}: there is no offer to have a code`)
  if (jobOffer === 'major-group-00' && !isSenior) add('$.jobOfferNoc', `${named}: expected a code that begins with 00`)
  if (jobOffer === 'other-skilled' && isSenior) {
    add('$.jobOfferNoc', `${named}: an offer in a code that begins with 00 is "major-group-00"`)
  }
  if (jobOffer === 'other-skilled' && !isSkilled(jobOfferNoc)) {
    add(
      '$.jobOfferNoc',
      `${named}: expected a code of TEER 0 to 3, this one is TEER ${nocByCode.get(jobOfferNoc)?.teer}`,
    )
  }
  return issues
}
