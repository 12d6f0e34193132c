import { useWords } from '../../hooks/useWords.ts'
import { useView, views } from './useView.ts'
import styles from './ViewLinks.module.css'

/** The way from one part of the page to another. */
export function ViewLinks() {
  const { t } = useWords()
  const [view, setView] = useView()
  return (
    <nav aria-label={t('lab.views')}>
      <ul className={styles.links}>
        {views.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.link}
              aria-current={view === name ? 'page' : undefined}
              onClick={() => void setView(name)}
            >
              {t(`lab.view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
