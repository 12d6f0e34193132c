import { useWords } from '../../../hooks/useWords.ts'
import { yesNo } from '../answers/choices.ts'

/** The options of a question of fact. */
export function useYesNo(): { value: string; text: string }[] {
  const { t } = useWords()
  return yesNo.map((value) => ({ value, text: t(`chance.form.${value}`) }))
}
