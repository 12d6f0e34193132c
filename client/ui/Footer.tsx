import { useDataAge } from '../hooks/useServerFacts.ts'
import { useWords } from '../hooks/useWords.ts'
import styles from './Footer.module.css'

export function Footer() {
  const { t, format } = useWords()
  const age = useDataAge()
  return (
    <footer className={styles.footer}>
      <p>{t('app.reproducible')}</p>
      {age && (
        <p>
          {t('app.engine', { version: age.engineVersion })} · {t('app.dataUntil', { date: format.date(age.until) })}
        </p>
      )}
    </footer>
  )
}
