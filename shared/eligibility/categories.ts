import { lowestLevel } from '../language/levels.ts'
import { proofOf } from '../language/validity.ts'
import type { Day } from '../lib/day.ts'
import { lastMonths, longestRunMonths, workMonths } from '../profile/workMonths.ts'
import { educationLevels, type Profile } from '../schema/profile.ts'
import {
  type CategoryCriteria,
  type CategoryStream,
  type CategoryVersion,
  categoryVersionOn,
} from './categoryVersions.ts'
import { bestOccupation } from './experience.ts'
import { type Answer, answer, type Reason, remark, requirement } from './reasons.ts'

type Criteria<Kind extends CategoryCriteria['kind']> = Extract<CategoryCriteria, { kind: Kind }>

/** The answer of a category, and the version of its definition; null while it is not in force. */
export interface CategoryAnswer extends Answer {
  version: string | null
}

function languageReasons(profile: Profile, { language, minimumLevel }: Criteria<'language'>, onDay: Day): Reason[] {
  const { firstLanguage, secondLanguage, languageTests = [] } = profile
  const stated = [firstLanguage, secondLanguage].find((one) => one?.language === language)
  const proof = stated ? proofOf(stated, languageTests, onDay) : 'expired'
  const has = stated ? lowestLevel(stated.clb) : 0
  const isMet = has >= minimumLevel && proof !== 'expired'
  const asked = requirement('category.french', isMet, { needed: minimumLevel, has })
  return proof === 'unstated' ? [asked, remark('assumed.languageTest')] : [asked]
}

function workReasons(
  { work = [] }: Profile,
  { minimumMonths, continuous, windowYears, location }: Criteria<'occupation'>,
  nocs: readonly string[],
  onDay: Day,
): Reason[] {
  const windowMonths = 12 * windowYears
  const window = lastMonths(onDay, windowMonths)
  const jobs = work.filter(({ noc, country }) => nocs.includes(noc) && (location === 'any' || country === location))
  const { noc, months } = bestOccupation(jobs, (own) => (continuous ? longestRunMonths : workMonths)(own, window))
  const anywhere = continuous ? 'category.workContinuous' : 'category.workCumulative'
  const asked: Reason = {
    ...requirement(location === 'canada' ? 'category.workInCanada' : anywhere, months >= minimumMonths, {
      needed: minimumMonths,
      has: months,
      window: windowMonths,
    }),
    ...(noc !== undefined && { occupation: noc }),
  }
  return work.length === 0 ? [asked, remark('category.workUnknown')] : [asked]
}

function militaryReasons(
  { militaryRecruit, education }: Profile,
  { minimumServiceYears, forcesOffer, minimumEducation }: Criteria<'military'>,
  nocs: readonly string[],
): Reason[] {
  const isListed = militaryRecruit !== undefined && nocs.includes(militaryRecruit.noc)
  const years = isListed ? militaryRecruit.foreignServiceYears : 0
  const isEducated = educationLevels.indexOf(education) >= educationLevels.indexOf(minimumEducation)
  return [
    requirement('military.service', years >= minimumServiceYears, { needed: minimumServiceYears, has: years }),
    requirement('military.offer', !forcesOffer || militaryRecruit?.forcesOffer === true),
    requirement('military.education', isEducated),
  ]
}

function criteriaReasons(profile: Profile, { criteria, nocs }: CategoryVersion, onDay: Day): Reason[] {
  if (criteria.kind === 'language') return languageReasons(profile, criteria, onDay)
  if (criteria.kind === 'occupation') return workReasons(profile, criteria, nocs, onDay)
  return militaryReasons(profile, criteria, nocs)
}

/**
 * Whether a candidate belongs to a category on a day, under the definition then in force. A category only filters: the
 * candidate has to be in the pool under a program (`meetsProgram`).
 */
export function categoryAnswer(
  stream: CategoryStream,
  profile: Profile,
  onDay: Day,
  meetsProgram: boolean,
): CategoryAnswer {
  const version = categoryVersionOn(stream, onDay)
  if (!version) return { version: null, ...answer([requirement('category.inForce', false)]) }
  const reasons = [requirement('category.program', meetsProgram), ...criteriaReasons(profile, version, onDay)]
  return { version: version.version, ...answer(reasons) }
}
