import { useMemo } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { isPartnerForeign } from '../answers/applies.ts'
import type { ChanceForm } from '../useChanceForm.ts'
import { CoreSection } from './CoreSection.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FormContext, formId } from './formContext.ts'
import { AdditionalSection, OccupationSection, TransferabilitySection } from './OtherSections.tsx'
import { PartnerSection } from './PartnerSection.tsx'
import styles from './ProfileForm.module.css'
import { ProgramSection } from './ProgramSection.tsx'

/** Every question in the order of the official tool. */
export function ProfileForm({ form }: { form: ChanceForm }) {
  const { t } = useWords()
  const { answers, problems, attempt, change, submit } = form
  const byField = useMemo(() => new Map(problems.map((problem) => [problem.id, problem])), [problems])
  return (
    <FormContext value={{ answers, problems: byField, change }}>
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary problems={problems} attempt={attempt} />
        <CoreSection />
        <TransferabilitySection />
        <AdditionalSection />
        {isPartnerForeign(answers) && <PartnerSection />}
        <OccupationSection />
        <ProgramSection />
        <Button type="submit" look="main">
          {t('chance.form.submit')}
        </Button>
      </form>
    </FormContext>
  )
}
