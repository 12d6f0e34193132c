import type { WorkPeriod } from '../schema/profile.ts'
import { isSkilled } from './noc.ts'
import rules from './work.json'

/**
 * Whether the CRS counts a job among the years of its country: skilled work; in Canada also authorized, for an employer, and
 * not while a full-time student (Ministerial Instructions, s. 15). Work abroad counts in these cases, if it was paid.
 */
export const countsForCrs = ({ noc, country, authorized, selfEmployed, whileFullTimeStudent }: WorkPeriod): boolean =>
  isSkilled(noc) && (country === 'abroad' || (authorized !== false && !selfEmployed && !whileFullTimeStudent))

/** What part of a full-time job several jobs at a time are together, at most 1: hours beyond are not counted. */
export function fullTimeShare(jobs: readonly WorkPeriod[]): number {
  const { fullTimeHoursPerWeek } = rules
  const hours = jobs.reduce((sum, { hoursPerWeek = fullTimeHoursPerWeek }) => sum + hoursPerWeek, 0)
  return Math.min(hours, fullTimeHoursPerWeek) / fullTimeHoursPerWeek
}
