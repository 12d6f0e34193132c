import { educationLevels } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { isPartnerScored } from '../answers/applies.ts'
import { credentialLevels } from '../answers/choices.ts'
import { FormSection } from './FormSection.tsx'
import { useForm } from './formContext.ts'
import { LanguageField } from './LanguageField.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import { YearsField } from './YearsField.tsx'
import { YesNoField } from './YesNoField.tsx'

/** Questions 11 to 13, and what more it takes to compare the couple with its parts exchanged. */
export function PartnerSection() {
  const { t } = useWords()
  const { answers } = useForm()
  const isScored = isPartnerScored(answers)
  return (
    <>
      <FormSection
        title={t('chance.section.spouse')}
        hint={t(isScored ? 'chance.section.spouseHint' : 'chance.section.spouseOptional')}
      >
        <SelectField
          id="partnerEducation"
          number="11"
          label={t('chance.ask.partnerEducation')}
          options={educationLevels.map((value) => ({ value, text: t(`chance.education.${value}`) }))}
        />
        <YearsField slot="partnerCanadian" number="12" />
        <LanguageField slot="partner" number="13" />
      </FormSection>
      <FormSection title={t('chance.section.swap')} hint={t('chance.section.swapHint')}>
        <TextField id="partnerAge" label={t('chance.ask.partnerAge')} hint={t('chance.hint.partnerAge')} />
        <YearsField slot="partnerForeign" />
        <SelectField
          id="partnerCredential"
          label={t('chance.ask.partnerCredential')}
          options={credentialLevels.map((value) => ({ value, text: t(`chance.credential.${value}`) }))}
        />
        <YesNoField id="partnerCertificate" label={t('chance.ask.partnerCertificate')} />
      </FormSection>
    </>
  )
}
