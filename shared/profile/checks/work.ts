import { type Day, formatDay, tryParseDay } from '../../lib/day.ts'
import { type Issue, issue } from '../../lib/errors.ts'
import type { Profile, WorkPeriod } from '../../schema/profile.ts'
import { isSkilled } from '../noc.ts'
import rules from '../work.json'
import { lastMonths, workMonths } from '../workMonths.ts'
import { latestFactDay, referenceDays } from './dates.ts'

const hasDates = ({ from, to }: WorkPeriod): boolean =>
  tryParseDay(from) !== undefined && (!to || tryParseDay(to) !== undefined)

/** Work that counts under every reading of the rules. */
const certainlyCounts = ({ noc, authorized, selfEmployed, whileFullTimeStudent }: WorkPeriod): boolean =>
  isSkilled(noc) && authorized !== false && !selfEmployed && !whileFullTimeStudent

/**
 * Dated jobs that add up to more completed years than the profile states. Fewer is no contradiction: the list may leave
 * out what lies further back than any rule looks.
 */
export function datedWorkIssues(known: Partial<Profile>, onDay?: Day): Issue[] {
  const { work, canadianWorkYears, foreignWorkYears } = known
  const days = referenceDays(known, onDay)
  const day = days.length > 0 ? Math.min(...days) : latestFactDay(known)
  if (!work?.every(hasDates) || day === undefined) return []
  const stated = [
    { field: 'canadianWorkYears', years: canadianWorkYears, country: 'canada', place: 'in Canada' },
    { field: 'foreignWorkYears', years: foreignWorkYears, country: 'abroad', place: 'abroad' },
  ] as const
  return stated.flatMap(({ field, years, country, place }) => {
    if (years === undefined) return []
    const jobs = work.filter((job) => job.country === country && certainlyCounts(job))
    const months = workMonths(jobs, lastMonths(day, 12 * rules.lookBackYears))
    const completed = Math.min(Math.floor(months / 12), rules.countedYears[country])
    if (completed <= Math.floor(years)) return []
    const message = `received ${years}; the dated jobs ${place} add up to ${completed} completed years on ${formatDay(day)}`
    return [issue('EE_PROFILE', `$.${field}`, message)]
  })
}
