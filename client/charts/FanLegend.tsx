import { useWords } from '../hooks/useWords.ts'
import styles from './FanLegend.module.css'

export interface FanLegendProps {
  colour: string
  /** What the line in the middle and the two bands stand for, and what lies outside; futures when absent. */
  bands?: Record<'median' | 'half' | 'most' | 'outside', string>
  /** What the thin line of the last published value says. */
  lastPublished: string | null
}

/** What the bands and lines of a fan chart stand for, in words, and that they are not everything. */
export function FanLegend({ colour, bands, lastPublished }: FanLegendProps) {
  const { t } = useWords()
  const { median, half, most, outside } = bands ?? {
    median: t('ensemble.legend.median'),
    half: t('ensemble.legend.half'),
    most: t('ensemble.legend.most'),
    outside: t('ensemble.legend.outside'),
  }
  const entries = [
    { key: 'published', text: t('ensemble.legend.published') },
    { key: 'median', text: median },
    { key: 'half', text: half },
    { key: 'most', text: most },
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
      <li className={styles.text}>{outside}</li>
    </ul>
  )
}
