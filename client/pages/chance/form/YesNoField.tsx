import { useWords } from '../../../hooks/useWords.ts'
import type { AnswerId } from '../answers/answerIds.ts'
import { yesNo } from '../answers/choices.ts'
import { ChoiceField } from './ChoiceField.tsx'

interface YesNoFieldProps {
  id: AnswerId
  label: string
  number?: string
  hint?: string
  /** "Not known" is an answer too, and the one there is before another. */
  isOptional?: boolean
}

/** A question of fact. */
export function YesNoField({ isOptional = false, ...rest }: YesNoFieldProps) {
  const { t } = useWords()
  const options = yesNo.map((value) => ({ value, text: t(`chance.form.${value}`) }))
  const unknown = { value: '', text: t('chance.form.unknown') }
  return <ChoiceField {...rest} options={isOptional ? [...options, unknown] : options} isRow />
}
