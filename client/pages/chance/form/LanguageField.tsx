import { testScales } from '../../../../shared/language/tests.ts'
import { addMonths, type Day, parseDay } from '../../../../shared/lib/day.ts'
import type { LanguageTest } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { LanguageSlot } from '../answers/answerIds.ts'
import { languageProofs } from '../answers/choices.ts'
import { readDate } from '../answers/fieldText.ts'
import { isTest, languageOfProof } from '../answers/languageAnswers.ts'
import { useToday } from '../useToday.ts'
import styles from './fields.module.css'
import { useForm } from './formContext.ts'
import { LanguageResults } from './LanguageResults.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'

interface LanguageFieldProps {
  slot: LanguageSlot
  number: string
  hint?: string
}

/** Whether Express Entry has stopped taking a test of that day. */
function isTooOld(test: LanguageTest, text: string, today: Day): boolean {
  const date = readDate(text)
  return date !== undefined && addMonths(parseDay(date), testScales[test].validMonths) <= today
}

/** A test with its date and results, or levels, or neither. */
export function LanguageField({ slot, number, hint }: LanguageFieldProps) {
  const { t } = useWords()
  const { answers } = useForm()
  const today = useToday()
  const first = languageOfProof(answers['first.test'])
  const proof = languageProofs.find((one) => one === answers[`${slot}.test`])
  const offered = languageProofs.filter((one) => slot !== 'second' || one === proof || languageOfProof(one) !== first)
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{t(`chance.test.${slot}`)}</legend>
      <SelectField
        id={`${slot}.test`}
        number={number}
        label={t(`chance.test.${slot}`)}
        hint={hint}
        options={offered.map((value) => ({ value, text: t(`chance.proof.${value}`) }))}
      />
      {isTest(proof) && slot !== 'partner' && (
        <TextField
          id={`${slot}.date`}
          label={t('chance.test.date')}
          hint={t('chance.test.dateHint')}
          outcome={isTooOld(proof, answers[`${slot}.date`] ?? '', today) && t('chance.test.tooOld')}
        />
      )}
      {proof !== undefined && proof !== 'none' && <LanguageResults slot={slot} proof={proof} />}
    </fieldset>
  )
}
