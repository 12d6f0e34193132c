import type { ReformWarning } from '../../../../shared/reform/warnings.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from '../ReformScreen.module.css'
import { goToCell } from '../tables/cellId.ts'
import type { CellName } from '../tables/cellNames.ts'

interface WarningsProps {
  warnings: readonly ReformWarning[]
  nameOf: CellName
}

/** What is odd about the reform, each with a way to the value. */
export function Warnings({ warnings, nameOf }: WarningsProps) {
  const { t, format } = useWords()
  if (warnings.length === 0) return null
  const text = (warning: ReformWarning): string => {
    const { code, path, ...values } = warning
    const written = Object.entries(values).map(([name, value]) => [name, format.integer(value)])
    return t(`reform.warning.${code}`, { cell: nameOf(path), ...Object.fromEntries(written) })
  }
  return (
    <section className={styles.warnings} aria-label={t('reform.warning.title', { count: warnings.length })}>
      <h2>{t('reform.warning.title', { count: warnings.length })}</h2>
      <p className={styles.hint}>{t('reform.warning.hint')}</p>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.path}`}>
            {text(warning)}{' '}
            {warning.path !== '$' && (
              <Button
                look="plain"
                className={styles.small}
                aria-label={t('reform.warning.toCellNamed', { cell: nameOf(warning.path) })}
                onClick={() => goToCell(warning.path)}
              >
                {t('reform.warning.toCell')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
