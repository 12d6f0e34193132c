import { scoreProfile } from '../crs/score.ts'
import { eligibility } from '../eligibility/streams.ts'
import { addMonths, type Day } from '../lib/day.ts'
import type { Action } from '../schema/chance.ts'
import { abilities } from '../schema/common.ts'
import { type AbilityLevels, educationLevels, type Profile } from '../schema/profile.ts'
import assumptions from './assumptions/actions.json'
import { invitationDays, shareWithInterval } from './chance.ts'
import type { CutoffTable } from './cutoffTable.ts'
import { type PathOptions, type PathStep, pathOf, profileOn } from './path.ts'

type Kind = Action['action']

const DAYS_PER_MONTH = 365.25 / 12

/** Levels raised to at least a level. */
const raised = (levels: AbilityLevels, level: number): AbilityLevels =>
  Object.fromEntries(abilities.map((ability) => [ability, Math.max(levels[ability], level)])) as AbilityLevels

/** New results replace dated tests: what was proven by them may no longer hold for the new levels. */
const withoutTests = ({ languageTests: _, ...profile }: Profile): Profile => profile

function withFirstLanguage(profile: Profile, level: number): Profile | undefined {
  const { language, clb } = profile.firstLanguage
  if (abilities.every((ability) => clb[ability] >= level)) return undefined
  return { ...withoutTests(profile), firstLanguage: { language, clb: raised(clb, level) } }
}

function withFrench(profile: Profile, level: number): Profile | undefined {
  if (profile.firstLanguage.language === 'fr') return undefined
  const clb = profile.secondLanguage?.clb ?? { listening: 0, reading: 0, writing: 0, speaking: 0 }
  if (abilities.every((ability) => clb[ability] >= level)) return undefined
  return { ...profile, secondLanguage: { language: 'fr', clb: raised(clb, level) } }
}

function withNextCredential(profile: Profile): Profile | undefined {
  const next = educationLevels[educationLevels.indexOf(profile.education) + 1]
  return next && { ...profile, education: next }
}

/** The partner as the applicant, and the applicant as the partner who comes along. */
function withOtherApplicant(profile: Profile): Profile | undefined {
  const { spouse, firstLanguage } = profile
  if (!spouse?.language || spouse.citizenOrPermanentResident) return undefined
  const { birthDate: _, work: __, languageTests: ___, ...rest } = profile
  return {
    ...rest,
    education: spouse.education,
    firstLanguage: { language: 'en', clb: spouse.language },
    secondLanguage: null,
    canadianWorkYears: spouse.canadianWorkYears,
    foreignWorkYears: 0,
    tradeCertificate: false,
    provincialNomination: false,
    canadianStudy: 'none',
    jobOffer: 'none',
    spouse: {
      accompanying: spouse.accompanying,
      citizenOrPermanentResident: false,
      education: profile.education,
      language: firstLanguage.clb,
      canadianWorkYears: profile.canadianWorkYears,
    },
  }
}

/** The profile with an action done; undefined where it changes nothing. Work is looked at without dated jobs, which would contradict it. */
const changes: { [kind in Kind]: (profile: Profile) => Profile | undefined } = {
  'language-to-9': (profile) => withFirstLanguage(profile, 9),
  'language-to-10': (profile) => withFirstLanguage(profile, 10),
  'french-to-5': (profile) => withFrench(profile, 5),
  'french-to-7': (profile) => withFrench(profile, 7),
  'next-credential': withNextCredential,
  'canadian-year': ({ work: _, ...profile }) => ({ ...profile, canadianWorkYears: profile.canadianWorkYears + 1 }),
  'foreign-year': ({ work: _, ...profile }) => ({ ...profile, foreignWorkYears: profile.foreignWorkYears + 1 }),
  nomination: (profile) => (profile.provincialNomination ? undefined : { ...profile, provincialNomination: true }),
  'other-applicant': withOtherApplicant,
  'spouse-not-coming': (profile) =>
    profile.spouse?.accompanying ? { ...profile, spouse: { ...profile.spouse, accompanying: false } } : undefined,
}

/** The path of somebody who goes on as they are until an action counts. */
function pathWith(before: readonly PathStep[], changed: Profile, from: Day, options: PathOptions): PathStep[] {
  // What grows by itself until then grows in the changed profile, too.
  const after = pathOf(changed, options).map((step) => ({ ...step }))
  const submittedAt = before[0].submittedAt
  const since = after.findLast(({ day }) => day <= from)
  const later = after.filter(({ day }) => day > from)
  const joined = [...before.filter(({ day }) => day < from), ...(since ? [{ ...since, day: from }] : []), ...later]
  return joined.map((step) => ({ ...step, submittedAt: Math.max(step.submittedAt, submittedAt) }))
}

/**
 * What a person may do, best first: by chance gained within the year for each month it takes.
 *
 * @param laterDays by which the futures are moved to begin on `options.today`
 * @param months months an action takes, where they differ from the assumed ones
 */
export function actionsFor(
  profile: Profile,
  table: CutoffTable,
  options: PathOptions,
  laterDays: number,
  months: { readonly [kind in Kind]?: number } = {},
): Action[] {
  const { today, until, rules } = options
  const path = pathOf(profile, options)
  const chanceOf = (steps: readonly PathStep[]): number => {
    const days = invitationDays(table, steps, laterDays).any
    return shareWithInterval(days.filter((day) => day <= until).length, days.length).probability
  }
  const base = chanceOf(path)
  const kinds = Object.keys(changes) as Kind[]
  const actions = kinds.flatMap((action): Action[] => {
    const changed = changes[action](profile)
    if (!changed) return []
    const takes = months[action] ?? assumptions.months[action]
    const from = addMonths(today, Math.floor(takes)) + Math.round((takes % 1) * DAYS_PER_MONTH)
    if (from > until) return []
    const [then, asIs] = [profileOn(changed, from, options), profileOn(profile, from, options)]
    const points = scoreProfile(then, rules).total - scoreProfile(asIs, rules).total
    const before = eligibility(asIs, from).streams
    const opens = eligibility(then, from).streams.filter((stream) => !before.includes(stream))
    if (points === 0 && opens.length === 0) return []
    const probability = chanceOf(pathWith(path, changed, from, options))
    const gained = Math.round(10_000 * (probability - base)) / 10_000
    const gainedPerMonth = Math.round((10_000 * gained) / Math.max(takes, 0.5)) / 10_000
    return [{ action, months: takes, points, opens, probability, gained, gainedPerMonth }]
  })
  return actions.sort((a, b) => b.gainedPerMonth - a.gainedPerMonth || b.points - a.points)
}
