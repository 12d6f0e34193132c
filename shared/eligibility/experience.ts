import { type Day, parseDay } from '../lib/day.ts'
import { isSkilled, nocByCode } from '../profile/noc.ts'
import workRules from '../profile/work.json'
import { type DayWindow, lastMonths, longestRunMonths, workMonths } from '../profile/workMonths.ts'
import type { Profile, WorkPeriod } from '../schema/profile.ts'
import type { ReasonKey } from './reasons.ts'
import { isTradeOccupation, programRules } from './rules.ts'

const MONTHS_PER_YEAR = 12
const LIFETIME_MONTHS = 100 * MONTHS_PER_YEAR

/** Months of one kind of work, with what had to be assumed to count them. */
interface Counted {
  months: number
  assumptions: ReasonKey[]
}

const inCountry = ({ work = [] }: Profile, country: WorkPeriod['country']): WorkPeriod[] =>
  work.filter((job) => job.country === country)

/** The jobs of each occupation. */
export function byOccupation(jobs: readonly WorkPeriod[]): Map<string, WorkPeriod[]> {
  const occupations = new Map<string, WorkPeriod[]>()
  for (const job of jobs) occupations.set(job.noc, [...(occupations.get(job.noc) ?? []), job])
  return occupations
}

/** The occupation with the most of a measure, and how much; none of no jobs. */
export function bestOccupation(
  jobs: readonly WorkPeriod[],
  measure: (own: readonly WorkPeriod[]) => number,
): { noc: string | undefined; months: number } {
  let best: { noc: string | undefined; months: number } = { noc: undefined, months: 0 }
  for (const [noc, own] of byOccupation(jobs)) {
    const months = measure(own)
    if (months > best.months) best = { noc, months }
  }
  return best
}

/** IRPR 87.1(3): not as a full-time student, not without authorization, not self-employed, physicians apart. */
function countsForCec({ noc, authorized, selfEmployed, whileFullTimeStudent }: WorkPeriod, onDay: Day): boolean {
  const { selfEmployedPhysicians } = programRules.cec
  const isExcepted = onDay >= parseDay(selfEmployedPhysicians.from) && selfEmployedPhysicians.nocs.includes(noc)
  return isSkilled(noc) && authorized !== false && !whileFullTimeStudent && (!selfEmployed || isExcepted)
}

/** Skilled work in Canada within the window of the Canadian Experience Class; `teer` of the occupation with most of it. */
export function cecWork(profile: Profile, onDay: Day): Counted & { teer: number | undefined } {
  const { windowMonths } = programRules.cec.work
  const dated = inCountry(profile, 'canada')
  if (dated.length === 0) {
    const months = Math.min(profile.canadianWorkYears * MONTHS_PER_YEAR, windowMonths)
    return { months, teer: undefined, assumptions: months > 0 ? ['assumed.canadianWorkRecent', 'assumed.teer'] : [] }
  }
  const window = lastMonths(onDay, windowMonths)
  const counted = dated.filter((job) => countsForCec(job, onDay))
  const { noc } = bestOccupation(counted, (own) => workMonths(own, window))
  return {
    months: workMonths(counted, window),
    teer: noc === undefined ? undefined : nocByCode.get(noc)?.teer,
    assumptions: counted.some((job) => job.authorized === undefined) ? ['assumed.canadianWorkAuthorized'] : [],
  }
}

/** Years of a country for which the profile dates no job. */
function undatedYears(profile: Profile): number[] {
  const canadian = inCountry(profile, 'canada').length === 0 ? profile.canadianWorkYears : 0
  const foreign = inCountry(profile, 'abroad').length === 0 ? profile.foreignWorkYears : 0
  return [canadian, foreign].map((years) => Math.min(years, workRules.lookBackYears))
}

/** Skilled work anywhere: the longest run in one occupation, and the total in completed or part years. */
export function fswWork(profile: Profile, onDay: Day): Counted & { totalYears: number } {
  const window = lastMonths(onDay, programRules.fsw.work.windowMonths)
  const dated = (profile.work ?? []).filter(({ noc }) => isSkilled(noc))
  const undated = undatedYears(profile)
  const longestDated = bestOccupation(dated, (own) => longestRunMonths(own, window)).months
  const undatedTotal = undated.reduce((sum, years) => sum + years, 0)
  return {
    months: Math.max(longestDated, ...undated.map((years) => years * MONTHS_PER_YEAR)),
    totalYears: workMonths(dated, window) / MONTHS_PER_YEAR + undatedTotal,
    assumptions: undatedTotal > 0 ? ['assumed.oneOccupation'] : [],
  }
}

/** Qualified work in one trade. Without any dated job, a certificate of qualification says what the trade is. */
export function fstWork(profile: Profile, onDay: Day): Counted {
  const { windowMonths } = programRules.fst.work
  const { work = [], tradeCertificate, canadianWorkYears, foreignWorkYears } = profile
  if (work.length === 0) {
    const months = Math.min((canadianWorkYears + foreignWorkYears) * MONTHS_PER_YEAR, windowMonths)
    return tradeCertificate && months > 0
      ? { months, assumptions: ['assumed.trade', 'assumed.qualified'] }
      : { months: 0, assumptions: [] }
  }
  const counted = work.filter(
    ({ noc, qualifiedToPractise, whileFullTimeStudent, country, authorized }) =>
      isTradeOccupation(noc) &&
      qualifiedToPractise !== false &&
      !whileFullTimeStudent &&
      (country === 'abroad' || authorized !== false),
  )
  return {
    months: bestOccupation(counted, (own) => workMonths(own, lastMonths(onDay, windowMonths))).months,
    assumptions: counted.some((job) => job.qualifiedToPractise === undefined) ? ['assumed.qualified'] : [],
  }
}

/** At least `years` of skilled, authorized work in Canada at any time: the adaptability points of the grid. */
export function hasWorkedInCanada(profile: Profile, onDay: Day, years: number): boolean {
  const dated = inCountry(profile, 'canada')
  if (dated.length === 0) return profile.canadianWorkYears >= years
  const counted = dated.filter(({ noc, authorized }) => isSkilled(noc) && authorized !== false)
  return workMonths(counted, lastMonths(onDay, LIFETIME_MONTHS)) >= years * MONTHS_PER_YEAR
}

/** Whether a dated, authorized job in Canada is held on the day. */
export function worksInCanadaOn(profile: Profile, onDay: Day): boolean {
  const today: DayWindow = { from: onDay, to: onDay + 1 }
  const authorized = inCountry(profile, 'canada').filter((job) => job.authorized !== false)
  return workMonths(authorized, today) > 0
}
