import { testScales } from '../../../../shared/language/tests.ts'
import { tryParseDay, tryParseInstant } from '../../../../shared/lib/day.ts'
import type { Issue } from '../../../../shared/lib/errors.ts'
import plausibility from '../../../../shared/profile/plausibility.json'
import { abilities } from '../../../../shared/schema/common.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Reason } from './problem.ts'

type Known = Partial<Profile>

/** The list, the place in it and the field that a path such as `$.languageTests[0].results.reading` names. */
function memberOf(path: string): { list: string; index: number; field: string } | undefined {
  const match = /^\$\.(languageTests|work)\[(\d+)\]\.(?:results\.)?(\w+)$/.exec(path)
  return match ? { list: match[1], index: Number(match[2]), field: match[3] } : undefined
}

/** What stands at a path of a profile, as text. */
function textAt(profile: Known, path: string): string {
  const member = memberOf(path)
  const holder: object | undefined =
    member === undefined ? profile : (member.list === 'work' ? profile.work : profile.languageTests)?.at(member.index)
  const field = member?.field ?? path.slice(2)
  const value: unknown = Object.entries(holder ?? {}).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : ''
}

/** A date the calendar does not have, work that ends before it begins, or something that was before the birth. */
function dateReason(path: string, profile: Known): Reason {
  const text = textAt(profile, path)
  const isReal = path === '$.submittedAt' ? tryParseInstant(text) !== undefined : tryParseDay(text) !== undefined
  if (!isReal) return { key: 'date' }
  const member = memberOf(path)
  const from = member?.field === 'to' ? (profile.work?.[member.index].from ?? '') : ''
  if (text < from) return { key: 'endsBeforeStart', values: { date: from } }
  return { key: 'beforeBirth', values: { date: profile.birthDate ?? '' } }
}

/** More years than the age can hold, or than the dated jobs leave room for. */
function yearsReason({ age = 0, canadianWorkYears = 0, foreignWorkYears = 0 }: Known, isCanadian: boolean): Reason {
  const years = Math.floor(isCanadian ? canadianWorkYears : foreignWorkYears)
  const most = Math.max(0, age - plausibility.earliestWorkAge)
  const together = Math.floor(canadianWorkYears + foreignWorkYears)
  if (years > most) return { key: 'workExceedsAge', values: { years, age, most } }
  if (together > age) return { key: 'workTogether', values: { years: together, age } }
  return { key: 'jobsExceedYears', values: { years } }
}

function testReason(path: string, { languageTests = [] }: Known, code: Issue['code']): Reason {
  const member = memberOf(path)
  const test = member && languageTests[member.index]
  if (!member || !test) return { key: 'other' }
  const { scalePeriod, abilities: scales } = testScales[test.test]
  const ability = abilities.find((one) => one === member.field)
  if (!ability && code === 'EE_LANGUAGE_SCORE') {
    return { key: 'testPeriod', values: { from: scalePeriod.from ?? '', to: scalePeriod.to ?? '' } }
  }
  if (!ability) return { key: 'testWithoutLevels' }
  const { top, step } = scales[ability]
  return code === 'EE_LANGUAGE_SCORE' ? { key: 'result', values: { top, step } } : { key: 'levelDiffers' }
}

function offerReason({ jobOffer, jobOfferNoc = '' }: Known): Reason {
  if (jobOffer === 'none') return { key: 'offerNone' }
  if (jobOffer === 'major-group-00') return { key: 'offerNotSenior' }
  return { key: jobOfferNoc.startsWith('00') ? 'offerSenior' : 'offerUnskilled' }
}

/** Why `readProfile` refused a fact of a profile of the right shape, as one of the reasons the form has words for. */
export function reasonOf({ code, path }: Issue, profile: Known): Reason {
  if (code === 'EE_DATE') return dateReason(path, profile)
  if (code === 'EE_NOC_UNKNOWN') return { key: 'occupation' }
  if (code === 'EE_LANGUAGE_SECOND_SAME') return { key: 'sameLanguage' }
  if (path.startsWith('$.languageTests')) return testReason(path, profile, code)
  if (path === '$.canadianWorkYears' || path === '$.foreignWorkYears')
    return yearsReason(profile, path === '$.canadianWorkYears')
  // The age follows from the birth date, whatever a file says: only one to come gives none.
  if (path === '$.age') return { key: 'birthFuture', values: { date: profile.birthDate ?? '' } }
  if (path === '$.jobOfferNoc') return offerReason(profile)
  if (path === '$.qualifyingJobOffer') return { key: 'offerQualifies' }
  if (path === '$.familySize') return { key: 'familyHasPartner' }
  if (path === '$.relativeInCanada') return { key: 'relativeIsSibling' }
  return { key: 'other' }
}
