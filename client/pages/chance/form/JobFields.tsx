import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { type JobNumber, jobNumbers, jobParts } from '../answers/answerIds.ts'
import { countries, workKinds } from '../answers/choices.ts'
import { codeIn, isTrade, shownJobs } from '../answers/jobAnswers.ts'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './fields.module.css'
import { useForm } from './formContext.ts'
import { OccupationField } from './OccupationField.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import { YesNoField } from './YesNoField.tsx'

function JobField({ number }: { number: JobNumber }) {
  const { t } = useWords()
  const part = (name: (typeof jobParts)[number]) => `job${number}.${name}` as const
  const code = codeIn(useForm().answers[part('noc')] ?? '')
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{t('chance.job.title', { number })}</legend>
      <OccupationField id={part('noc')} label={t('chance.job.noc')} hint={t('chance.job.nocHint')} />
      <ChoiceField
        id={part('country')}
        label={t('chance.job.country')}
        options={countries.map((value) => ({ value, text: t(`chance.job.countries.${value}`) }))}
        isRow
      />
      <div className={styles.row}>
        <TextField id={part('from')} label={t('chance.job.from')} hint={t('chance.form.dateHint')} />
        <TextField id={part('to')} label={t('chance.job.to')} hint={t('chance.job.toHint')} />
      </div>
      <TextField
        id={part('hours')}
        label={t('chance.job.hours')}
        hint={t('chance.job.hoursHint')}
        size="small"
        inputMode="decimal"
      />
      <SelectField
        id={part('kind')}
        label={t('chance.job.kind')}
        options={workKinds.map((value) => ({ value, text: t(`chance.job.kinds.${value}`) }))}
      />
      {code !== undefined && isTrade(code) && (
        <YesNoField id={part('qualified')} label={t('chance.job.qualified')} isOptional />
      )}
    </fieldset>
  )
}

/** Dated jobs: as many as the reader adds. */
export function JobFields() {
  const { t } = useWords()
  const { answers, change } = useForm()
  const shown = shownJobs(answers)
  const dropLast = () => {
    for (const name of jobParts) change(`job${shown[shown.length - 1]}.${name}`, '')
    change('jobs', String(shown.length - 1))
  }
  return (
    <>
      {shown.map((number) => (
        <JobField key={number} number={number} />
      ))}
      <div className={styles.row}>
        {shown.length < jobNumbers.length && (
          <Button onClick={() => change('jobs', String(shown.length + 1))}>{t('chance.job.add')}</Button>
        )}
        {shown.length > 0 && <Button onClick={dropLast}>{t('chance.job.drop', { number: shown.length })}</Button>}
      </div>
    </>
  )
}
