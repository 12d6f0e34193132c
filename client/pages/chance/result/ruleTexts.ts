import type { ExplanationLine } from '../../../../shared/crs/explain.ts'
import { canadianStudyLevels, educationLevels, jobOfferKinds } from '../../../../shared/schema/profile.ts'
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
