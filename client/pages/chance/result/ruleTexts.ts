import type { ExplanationLine } from '../../../../shared/crs/explain.ts'
import { latestKnownRulesetId, resolveRuleset } from '../../../../shared/crs/ruleset.ts'
import { lowestLevel } from '../../../../shared/language/levels.ts'
import { canadianStudyLevels, educationLevels, jobOfferKinds, type Profile } from '../../../../shared/schema/profile.ts'
import type { en } from '../../../i18n/chance/resultEn.ts'
import type { Words } from '../../../i18n/words.ts'

/** The rules that have a name in the texts: those that `explain` gives. */
export type RuleName = {
  [Section in keyof typeof en.rule]: `${Section & string}.${keyof (typeof en.rule)[Section] & string}`
}[keyof typeof en.rule]

/** The fact a rule looked at, in words. */
export function factText(rule: string, fact: ExplanationLine['fact'], { t }: Words): string {
  if (fact === null) return t('chance.result.nothing')
  if (typeof fact === 'boolean') return t(fact ? 'chance.form.yes' : 'chance.form.no')
  if (typeof fact === 'number') {
    return rule === 'core.age' ? t('chance.result.age', { count: fact }) : t('chance.result.years', { count: fact })
  }
  const education = educationLevels.find((one) => one === fact)
  if (education) return t(`composition.value.education.${education}`)
  if (rule === 'additional.jobOffer') {
    return t(`chance.jobOffer.${jobOfferKinds.find((one) => one === fact) ?? 'none'}`)
  }
  if (rule === 'additional.canadianStudy') {
    const study = canadianStudyLevels.find((one) => one === fact) ?? 'none'
    return study === 'none' ? t('chance.result.nothing') : t(`chance.result.study.${study}`)
  }
  return t('chance.result.levels', { levels: fact.replaceAll(' ', '\u00a0') })
}

/** The other fact of a rule that joins two, in words: the lowest level, or the years in Canada. */
export function pairedFactText(rule: string, profile: Profile, { t }: Words): string | undefined {
  if (!rule.startsWith('transferability.')) return undefined
  if (rule.endsWith('CanadianWork')) {
    return t('chance.result.yearsInCanada', { count: Math.floor(profile.canadianWorkYears) })
  }
  if (rule.endsWith('Certificate') && !profile.tradeCertificate) return undefined
  return t('chance.result.lowest', { level: lowestLevel(profile.firstLanguage.clb) })
}

/** What a limit took from a line. The second line of a pair is cut to what the first leaves of the limit of both. */
export function capText({ rule, points, cap }: ExplanationLine, { t }: Words): string {
  const { caps } = resolveRuleset(latestKnownRulesetId).provisions.transferability
  const pairs = { educationCanadianWork: caps.educationPair, foreignCanadianWork: caps.foreignPair }
  const pair = Object.entries(pairs).find(([name]) => rule === `transferability.${name}`)
  const before = cap?.before ?? points
  if (pair) return t('chance.result.pairCap', { before, points, limit: pair[1] })
  return t('chance.result.cap', { before, limit: cap?.limit ?? points })
}
