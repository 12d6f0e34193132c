import type { NamedAssumption } from '../../../shared/schema/fit.ts'
import { useWords } from '../../hooks/useWords.ts'
import { localeOf } from '../../i18n/language.ts'
import styles from './Assumptions.module.css'
import { valueText } from './assumptionTexts.ts'

/** Longer values are folded away: they are tables rather than figures. */
const LONGEST_SHOWN = 120

interface AssumptionListProps {
  file: NamedAssumption['file']
  assumptions: readonly NamedAssumption[]
}

/** The assumptions of one file, in the language in which the file is written; nothing when there are none. */
export function AssumptionList({ file, assumptions }: AssumptionListProps) {
  const { t } = useWords()
  if (assumptions.length === 0) return null
  return (
    <section className={styles.file}>
      <h3>{t(`fit.assumptions.file.${file}`)}</h3>
      <ul className={styles.list}>
        {assumptions.map(({ name, value, basis }) => (
          <li key={name} className={styles.assumption}>
            <p className={styles.name} lang={localeOf.en}>
              {name}
            </p>
            <p lang={localeOf.en}>{basis}</p>
            {value.length > LONGEST_SHOWN ? (
              <details>
                <summary>{t('fit.assumptions.value')}</summary>
                <span lang={localeOf.en}>{valueText(value)}</span>
              </details>
            ) : (
              <p lang={localeOf.en}>{valueText(value)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
