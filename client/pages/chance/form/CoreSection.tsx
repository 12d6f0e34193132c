import { atThreshold } from '../../../../shared/crs/parts.ts'
import { latestKnownRulesetId, resolveRuleset } from '../../../../shared/crs/ruleset.ts'
import { completedYears, type Day, parseDay } from '../../../../shared/lib/day.ts'
import { educationLevels } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { hasFirstLanguage, hasPartner, isPartnerForeign } from '../answers/applies.ts'
import { credentialLevels, maritalStatuses } from '../answers/choices.ts'
import { readDate, readWhole } from '../answers/fieldText.ts'
import { useToday } from '../useToday.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FormSection } from './FormSection.tsx'
import { useForm } from './formContext.ts'
import { LanguageField } from './LanguageField.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import { YearsField } from './YearsField.tsx'
import { YesNoField } from './YesNoField.tsx'

/** The age a birth date gives; undefined when the answer is none. */
function ageFromBirth(text = '', today: Day): number | undefined {
  const date = readDate(text)
  return date === undefined || parseDay(date) > today ? undefined : completedYears(parseDay(date), today)
}

/** The age of a birth date, and that some ages give no points. */
function ageOutcome(text: string | undefined, today: Day, { t }: Words): string | undefined {
  const birthAge = ageFromBirth(text, today)
  const age = birthAge ?? readWhole(text ?? '')
  if (age === undefined) return undefined
  const { core } = resolveRuleset(latestKnownRulesetId).provisions
  const hasPoints = atThreshold(core.age.withoutSpouse, age) > 0
  return [birthAge !== undefined && t('chance.ageToday', { count: birthAge }), !hasPoints && t('chance.ageNoPoints')]
    .filter(Boolean)
    .join(' ')
}

/** Questions 1 to 6: the core, and what decides its column. */
export function CoreSection() {
  const words = useWords()
  const { t } = words
  const { answers } = useForm()
  const today = useToday()
  return (
    <FormSection title={t('chance.section.core')} hint={t('chance.section.coreHint')}>
      <SelectField
        id="marital"
        number="1"
        label={t('chance.ask.marital')}
        options={maritalStatuses.map((value) => ({ value, text: t(`chance.marital.${value}`) }))}
      />
      {hasPartner(answers) && <YesNoField id="partnerStatus" number="2 i" label={t('chance.ask.partnerStatus')} />}
      {isPartnerForeign(answers) && (
        <YesNoField
          id="partnerComing"
          number="2 ii"
          label={t('chance.ask.partnerComing')}
          hint={t('chance.hint.partnerComing')}
        />
      )}
      <TextField
        id="age"
        number="3"
        label={t('chance.ask.age')}
        hint={t('chance.hint.age')}
        outcome={ageOutcome(answers.age, today, words)}
      />
      <SelectField
        id="education"
        number="4"
        label={t('chance.ask.education')}
        hint={t('chance.hint.education')}
        options={educationLevels.map((value) => ({ value, text: t(`chance.education.${value}`) }))}
      />
      <YesNoField id="credential" number="4 b" label={t('chance.ask.credential')} hint={t('chance.hint.credential')} />
      {answers.credential === 'yes' && (
        <ChoiceField
          id="credentialLevel"
          number="4 c"
          label={t('chance.ask.credentialLevel')}
          options={credentialLevels.map((value) => ({ value, text: t(`chance.credential.${value}`) }))}
        />
      )}
      <LanguageField slot="first" number="5 i" hint={t('chance.test.firstHint')} />
      {hasFirstLanguage(answers) && <LanguageField slot="second" number="5 ii" hint={t('chance.test.secondHint')} />}
      <YearsField slot="canadian" number="6 i" hint={t('chance.years.canadianHint')} />
      <YearsField slot="foreign" number="6 ii" hint={t('chance.years.foreignHint')} />
    </FormSection>
  )
}
