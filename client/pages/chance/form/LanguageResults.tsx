import { testScales } from '../../../../shared/language/tests.ts'
import { type Ability, abilities } from '../../../../shared/schema/common.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { LanguageSlot } from '../answers/answerIds.ts'
import type { LanguageProof } from '../answers/choices.ts'
import { isTest, languageOfProof, levelOfText } from '../answers/languageAnswers.ts'
import styles from './fields.module.css'
import { useForm } from './formContext.ts'
import { TextField } from './TextField.tsx'

interface LanguageResultsProps {
  slot: LanguageSlot
  proof: LanguageProof
}

/** The four results of a test, each with the level it gives, or the four levels. */
export function LanguageResults({ slot, proof }: LanguageResultsProps) {
  const { t, language } = useWords()
  const { answers } = useForm()
  // In French the levels of both languages are called NCLC.
  const scale = language === 'fr' || languageOfProof(proof) === 'fr' ? 'NCLC' : 'CLB'
  const scaleOfTest = isTest(proof) ? testScales[proof] : undefined
  const testName = scaleOfTest?.family === 'TEF_CANADA' ? 'TEF Canada' : scaleOfTest?.title

  const outcomeOf = (ability: Ability) => {
    if (!isTest(proof)) return undefined
    const level = levelOfText(proof, ability, answers[`${slot}.${ability}`] ?? '')
    if (level === undefined) return undefined
    return level === 0 ? t('chance.test.belowFour', { scale }) : t('chance.test.level', { scale, level })
  }
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>
        {testName ? t('chance.test.results', { test: testName }) : t('chance.test.levels', { scale })}
      </legend>
      <div className={styles.four}>
        {abilities.map((ability) => (
          <TextField
            key={ability}
            id={`${slot}.${ability}`}
            label={t(`chance.ability.${ability}`)}
            size="small"
            inputMode="decimal"
            outcome={outcomeOf(ability)}
          />
        ))}
      </div>
    </fieldset>
  )
}
