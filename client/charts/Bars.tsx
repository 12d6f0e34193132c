import type { ReactNode } from 'react'
import styles from './Bars.module.css'

export interface Bar {
  key: string
  label: ReactNode
  /** Share of the longest bar the row may have, 0 to 1. */
  share: number
  /** The figure, written out beside the bar. */
  value: string
  colour?: string
}

/** Horizontal bars as a list of names and figures: the figures are text, the bars only their picture. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul className={styles.bars}>
      {bars.map(({ key, label, share, value, colour }) => (
        <li key={key} className={styles.bar}>
          <span className={styles.label}>{label}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.fill} style={{ inlineSize: `${share * 100}%`, backgroundColor: colour }} />
          </span>
          <span className={styles.value}>{value}</span>
        </li>
      ))}
    </ul>
  )
}
