import { jobOfferKinds } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FormSection } from './FormSection.tsx'
import { JobFields } from './JobFields.tsx'
import { YesNoField } from './YesNoField.tsx'

/** Question 7: the only fact of section C that the core does not tell. */
export function TransferabilitySection() {
  const { t } = useWords()
  return (
    <FormSection title={t('chance.section.transferability')} hint={t('chance.section.transferabilityHint')}>
      <YesNoField id="certificate" number="7" label={t('chance.ask.certificate')} hint={t('chance.hint.certificate')} />
    </FormSection>
  )
}

/** Questions 8 to 10. */
export function AdditionalSection() {
  const { t } = useWords()
  return (
    <FormSection title={t('chance.section.additional')} hint={t('chance.section.additionalHint')}>
      <ChoiceField
        id="jobOffer"
        number="8"
        label={t('chance.ask.jobOffer')}
        hint={t('chance.hint.jobOffer')}
        options={jobOfferKinds.map((value) => ({ value, text: t(`chance.jobOffer.${value}`) }))}
      />
      <YesNoField id="nomination" number="9" label={t('chance.ask.nomination')} hint={t('chance.hint.nomination')} />
      <YesNoField id="sibling" number="10" label={t('chance.ask.sibling')} hint={t('chance.hint.sibling')} />
    </FormSection>
  )
}

/** Jobs with their dates: no points, but programs and categories. */
export function OccupationSection() {
  const { t } = useWords()
  return (
    <FormSection title={t('chance.section.jobs')} hint={t('chance.section.jobsHint')}>
      <JobFields />
    </FormSection>
  )
}
