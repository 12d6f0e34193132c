import { useWords } from '../hooks/useWords.ts'
import styles from './FanLegend.module.css'

interface FanLegendProps {
  colour: string
  /** What the thin line of the last published value says. */
  lastPublished: string | null
}

/** What the bands and lines of a fan chart stand for, in words, and that they are not everything. */
export function FanLegend({ colour, lastPublished }: FanLegendProps) {
  const { t } = useWords()
  const entries = [
    { key: 'published', text: t('ensemble.legend.published') },
    { key: 'median', text: t('ensemble.legend.median') },
    { key: 'half', text: t('ensemble.legend.half') },
    { key: 'most', text: t('ensemble.legend.most') },
    ...(lastPublished ? [{ key: 'last', text: lastPublished }] : []),
  ]
  return (
    <ul className={styles.legend} aria-label={t('ensemble.legend.label')} style={{ color: colour }}>
      {entries.map(({ key, text }) => (
        <li key={key}>
          <span className={`${styles.sign} ${styles[key]}`} aria-hidden="true" />
          <span className={styles.text}>{text}</span>
        </li>
      ))}
      <li className={styles.text}>{t('ensemble.legend.outside')}</li>
    </ul>
  )
}
