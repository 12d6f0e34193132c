import { explain } from '../../../../shared/crs/explain.ts'
import { resolveRuleset } from '../../../../shared/crs/ruleset.ts'
import { abilities } from '../../../../shared/schema/common.ts'
import type { AbilityLevels, LanguageLevels, Profile } from '../../../../shared/schema/profile.ts'
import type { Provisions, Ruleset } from '../../../../shared/schema/ruleset.ts'

/** A candidate and rules of one's own, free to be spoilt. */
interface Spoilt {
  profile: Profile
  rules: Provisions
}

type Grid = Provisions['transferability']['educationLanguage']

const LAST_WITH_JOB_OFFERS = '2020-10-20'
const NO_CAP = Number.MAX_SAFE_INTEGER
const BEST_RATED = 10

const mapLevels = (levels: AbilityLevels, change: (level: number) => number): AbilityLevels => ({
  listening: change(levels.listening),
  reading: change(levels.reading),
  writing: change(levels.writing),
  speaking: change(levels.speaking),
})

const withoutBestLevels = (levels: AbilityLevels): AbilityLevels =>
  mapLevels(levels, (level) => (level > BEST_RATED ? 0 : level))

const withoutBest = (one: LanguageLevels): LanguageLevels => ({ ...one, clb: withoutBestLevels(one.clb) })

/** A table indexed with 1.5 finds nothing. */
const wholeOrNone = (years: number): number => (Number.isInteger(years) ? years : 0)

function roundCells({ grid }: Grid): void {
  for (const row of grid) for (const [index, points] of row.entries()) if (points === 13) row[index] = 12
}

function exchangeColumns({ age }: Provisions['core'], years: string): void {
  const right = age.withSpouse[years]
  age.withSpouse[years] = age.withoutSpouse[years]
  age.withoutSpouse[years] = right
}

/**
 * Mistakes found in public calculators (RULES 1.8), as what each does to a copy of profile and rules. One that takes the
 * best ability for the lowest is in {@link bestAbilityTotal}: it touches section C alone.
 */
const spoilers = {
  bachelorsTooHigh: ({ rules }: Spoilt) => {
    rules.transferability.educationTier.tier['three-year-or-bachelors'] = 2
  },
  mastersTooLow: ({ rules: { transferability } }: Spoilt) => {
    transferability.educationTier.tier['masters-or-professional'] = 1
    transferability.educationTier.tier.doctoral = 1
  },
  shortProgramsForgotten: ({ rules: { transferability } }: Spoilt) => {
    transferability.educationTier.tier['one-year'] = 0
    transferability.educationTier.tier['two-year'] = 0
  },
  pairCapForgotten: ({ rules: { transferability } }: Spoilt) => {
    transferability.caps.educationPair = NO_CAP
    transferability.caps.foreignPair = NO_CAP
  },
  twelveForThirteen: ({ rules: { transferability } }: Spoilt) => {
    roundCells(transferability.educationLanguage)
    roundCells(transferability.educationCanadianWork)
    roundCells(transferability.foreignLanguage)
    roundCells(transferability.foreignCanadianWork)
  },
  certificateForgotten: (spoilt: Spoilt) => {
    spoilt.profile.tradeCertificate = false
  },
  certificateThresholds: ({ rules: { transferability } }: Spoilt) => {
    transferability.tradeCertificate.points = { '0': 0, '7': 25, '9': 50 }
  },
  additionalCapForgotten: ({ rules }: Spoilt) => {
    rules.additional.cap.points = NO_CAP
  },
  secondLanguageCap: ({ rules: { core } }: Spoilt) => {
    const { cap } = core.secondLanguage
    core.secondLanguage.cap = { withSpouse: cap.withoutSpouse, withoutSpouse: cap.withSpouse }
  },
  agesMixed: ({ rules: { core } }: Spoilt) => {
    exchangeColumns(core, '18')
    exchangeColumns(core, '19')
  },
  levelFourForgotten: ({ rules: { core } }: Spoilt) => {
    for (const table of [core.firstLanguage.withSpouse, core.firstLanguage.withoutSpouse]) {
      table['5'] = table['4']
      table['4'] = 0
    }
  },
  frenchOnlyFirst: ({ profile, rules: { additional } }: Spoilt) => {
    if (profile.firstLanguage.language === 'en') additional.french.points = { frenchAlone: 0, withEnglish: 0 }
  },
  frenchBoth: ({ rules: { additional } }: Spoilt) => {
    const { frenchAlone, withEnglish } = additional.french.points
    additional.french.points.withEnglish = (frenchAlone ?? 0) + (withEnglish ?? 0)
  },
  partEnglishCounted: ({ profile, rules: { additional } }: Spoilt) => {
    const english = [profile.firstLanguage, profile.secondLanguage].find((one) => one?.language === 'en')
    const best = english ? Math.max(...abilities.map((ability) => english.clb[ability])) : 0
    const { french } = additional
    if (best >= french.minimumEnglish) french.points.frenchAlone = french.points.withEnglish
  },
  aloneScoredWith: ({ profile }: Spoilt) => {
    if (profile.spouse) Object.assign(profile.spouse, { accompanying: true, citizenOrPermanentResident: false })
  },
  begunYearsCounted: ({ profile }: Spoilt) => {
    profile.canadianWorkYears = Math.ceil(profile.canadianWorkYears)
    profile.foreignWorkYears = Math.ceil(profile.foreignWorkYears)
    if (profile.spouse) profile.spouse.canadianWorkYears = Math.ceil(profile.spouse.canadianWorkYears)
  },
  fractionsUnknown: ({ profile }: Spoilt) => {
    profile.canadianWorkYears = wholeOrNone(profile.canadianWorkYears)
    profile.foreignWorkYears = wholeOrNone(profile.foreignWorkYears)
    if (profile.spouse) profile.spouse.canadianWorkYears = wholeOrNone(profile.spouse.canadianWorkYears)
  },
  jobOfferKept: ({ rules: { additional } }: Spoilt) => {
    additional.jobOffer.points = resolveRuleset(LAST_WITH_JOB_OFFERS).provisions.additional.jobOffer.points
  },
  bestLevelsUnknown: (spoilt: Spoilt) => {
    spoilt.profile.firstLanguage = withoutBest(spoilt.profile.firstLanguage)
    spoilt.profile.secondLanguage &&= withoutBest(spoilt.profile.secondLanguage)
    const { spouse } = spoilt.profile
    if (spouse?.language) spouse.language = withoutBestLevels(spouse.language)
  },
} satisfies Record<string, (spoilt: Spoilt) => void>

export type MistakeName = keyof typeof spoilers | 'bestAbility'

/** A mistake that changes this candidate's points, and by how much. */
export interface Mistake {
  mistake: MistakeName
  difference: number
}

function spoiltTotal(profile: Profile, ruleset: Ruleset, spoil: (spoilt: Spoilt) => void): number {
  const spoilt = structuredClone({ profile, rules: ruleset.provisions })
  spoil(spoilt)
  return explain(spoilt.profile, { ...ruleset, provisions: spoilt.rules }).total
}

/** Section C as if the best of four abilities decided. */
function bestAbilityTotal(profile: Profile, ruleset: Ruleset): number {
  const { clb } = profile.firstLanguage
  const best = Math.max(...abilities.map((ability) => clb[ability]))
  const changed = { ...profile, firstLanguage: { ...profile.firstLanguage, clb: mapLevels(clb, () => best) } }
  const sectionC = (one: Profile): number =>
    explain(one, ruleset).sections.find(({ section }) => section === 'transferability')?.total ?? 0
  return explain(profile, ruleset).total + sectionC(changed) - sectionC(profile)
}

/** The mistakes that would show in this candidate's points, the largest first. */
export function mistakesFor(profile: Profile, ruleset: Ruleset): Mistake[] {
  const right = explain(profile, ruleset).total
  const names = Object.keys(spoilers) as (keyof typeof spoilers)[]
  const found: Mistake[] = names.map((mistake) => ({
    mistake,
    difference: spoiltTotal(profile, ruleset, spoilers[mistake]) - right,
  }))
  found.push({ mistake: 'bestAbility', difference: bestAbilityTotal(profile, ruleset) - right })
  return found
    .filter(({ difference }) => difference !== 0)
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
}
