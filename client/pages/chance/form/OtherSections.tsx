import { jobOfferKinds } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FormSection } from './FormSection.tsx'
import { JobFields } from './JobFields.tsx'
import { TextField } from './TextField.tsx'
import { useYesNo } from './useYesNo.ts'

/** Question 7: the only fact of section C that the core does not tell. */
export function TransferabilitySection() {
  const { t } = useWords()
  const yesNo = useYesNo()
  return (
    <FormSection title={t('chance.section.transferability')} hint={t('chance.section.transferabilityHint')}>
      <ChoiceField
        id="certificate"
        number="7"
        label={t('chance.ask.certificate')}
        hint={t('chance.hint.certificate')}
        options={yesNo}
      />
    </FormSection>
  )
}

/** Questions 8 to 10. */
export function AdditionalSection() {
  const { t } = useWords()
  const yesNo = useYesNo()
  return (
    <FormSection title={t('chance.section.additional')} hint={t('chance.section.additionalHint')}>
      <ChoiceField
        id="jobOffer"
        number="8"
        label={t('chance.ask.jobOffer')}
        hint={t('chance.hint.jobOffer')}
        options={jobOfferKinds.map((value) => ({ value, text: t(`chance.jobOffer.${value}`) }))}
      />
      <ChoiceField
        id="nomination"
        number="9"
        label={t('chance.ask.nomination')}
        hint={t('chance.hint.nomination')}
        options={yesNo}
      />
      <ChoiceField
        id="sibling"
        number="10"
        label={t('chance.ask.sibling')}
        hint={t('chance.hint.sibling')}
        options={yesNo}
      />
    </FormSection>
  )
}

/** Jobs with their dates, and the submission: no points, but programs, categories and ties. */
export function OccupationSection() {
  const { t } = useWords()
  return (
    <FormSection title={t('chance.section.jobs')} hint={t('chance.section.jobsHint')}>
      <JobFields />
      <TextField id="permit" label={t('chance.ask.permit')} hint={t('chance.hint.permit', { example: '2027-08-31' })} />
      <TextField
        id="submitted"
        label={t('chance.ask.submitted')}
        hint={t('chance.hint.submitted', { example: '2026-05-02 14:30:07' })}
      />
    </FormSection>
  )
}
