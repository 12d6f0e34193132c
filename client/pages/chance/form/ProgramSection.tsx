import { settlementFundsNeeded } from '../../../../shared/eligibility/rules.ts'
import { regions } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import {
  hasOffer,
  hasPartner,
  isAssessmentAsked,
  isMilitary,
  isPartnerScored,
  isRelativeAsked,
} from '../answers/applies.ts'
import { readWhole } from '../answers/fieldText.ts'
import { useToday } from '../useToday.ts'
import { FormSection } from './FormSection.tsx'
import { useForm } from './formContext.ts'
import { OccupationField } from './OccupationField.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import { YesNoField } from './YesNoField.tsx'

/** What programs, categories and the tie-break ask beyond points and jobs. Nothing here has to be answered. */
export function ProgramSection() {
  const { t } = useWords()
  const { answers } = useForm()
  return (
    <FormSection title={t('chance.section.programs')} hint={t('chance.section.programsHint')}>
      <TextField id="permit" label={t('chance.ask.permit')} hint={t('chance.hint.permit', { example: '2027-08-31' })} />
      <TextField
        id="submitted"
        label={t('chance.ask.submitted')}
        hint={t('chance.hint.submitted', { example: '2026-05-02 14:30:07' })}
      />
      <SelectField
        id="destination"
        label={t('chance.ask.destination')}
        hint={t('chance.hint.destination')}
        options={regions.map((value) => ({ value, text: t(`chance.region.${value}`) }))}
      />
      {isAssessmentAsked(answers) && (
        <TextField id="assessed" label={t('chance.ask.assessed')} hint={t('chance.hint.assessed')} />
      )}
      <FundsFields />
      {isRelativeAsked(answers) && (
        <YesNoField id="relative" label={t('chance.ask.relative')} hint={t('chance.hint.relative')} isOptional />
      )}
      {isPartnerScored(answers) && (
        <YesNoField
          id="partnerStudy"
          label={t('chance.ask.partnerStudy')}
          hint={t('chance.hint.partnerStudy')}
          isOptional
        />
      )}
      {hasOffer(answers) && (
        <OccupationField id="offerNoc" label={t('chance.ask.offerNoc')} hint={t('chance.hint.offerNoc')} />
      )}
      <MilitaryFields />
    </FormSection>
  )
}

/** The size of the family and its money, with what a family of that size needs. */
function FundsFields() {
  const { t, format } = useWords()
  const { answers } = useForm()
  const today = useToday()
  const size = readWhole(answers.familySize ?? '') || (hasPartner(answers) ? 2 : 1)
  const needed = settlementFundsNeeded(size, today)
  return (
    <>
      <TextField
        id="familySize"
        label={t('chance.ask.familySize')}
        hint={t('chance.hint.familySize')}
        size="small"
        inputMode="numeric"
      />
      <TextField
        id="funds"
        label={t('chance.ask.funds')}
        hint={t('chance.hint.funds')}
        inputMode="numeric"
        outcome={needed !== undefined && t('chance.fundsNeeded', { count: size, amount: format.integer(needed) })}
      />
    </>
  )
}

function MilitaryFields() {
  const { t } = useWords()
  const { answers } = useForm()
  return (
    <>
      <YesNoField id="military" label={t('chance.ask.military')} hint={t('chance.hint.military')} isOptional />
      {isMilitary(answers) && (
        <>
          <OccupationField id="militaryNoc" label={t('chance.ask.militaryNoc')} hint={t('chance.job.nocHint')} />
          <TextField id="militaryYears" label={t('chance.ask.militaryYears')} size="small" inputMode="numeric" />
          <YesNoField id="militaryOffer" label={t('chance.ask.militaryOffer')} />
        </>
      )}
    </>
  )
}
