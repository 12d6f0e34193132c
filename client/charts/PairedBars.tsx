import legend from './FanLegend.module.css'
import styles from './PairedBars.module.css'

interface PairedBarsProps {
  /** What the solid bars and the hollow ones are. */
  names: readonly [solid: string, hollow: string]
  rows: readonly { key: string; label: string; values: readonly [solid: number, hollow: number] }[]
}

/** Two counts in each row as bars on one scale. A picture only: the figures stand in a table beside it. */
export function PairedBars({ names, rows }: PairedBarsProps) {
  const largest = Math.max(1, ...rows.flatMap(({ values }) => values))
  const width = (value: number) => ({ inlineSize: `${(value / largest) * 100}%` })
  return (
    <div className={styles.chart} aria-hidden="true">
      <ul className={legend.legend}>
        <li>
          <span className={`${legend.sign} ${styles.solid}`} />
          <span className={legend.text}>{names[0]}</span>
        </li>
        <li>
          <span className={`${legend.sign} ${styles.hollow}`} />
          <span className={legend.text}>{names[1]}</span>
        </li>
      </ul>
      <ul className={styles.rows}>
        {rows.map(({ key, label, values }) => (
          <li key={key} className={styles.row}>
            <span>{label}</span>
            <span className={styles.track}>
              <span className={styles.solid} style={width(values[0])} />
              <span className={styles.hollow} style={width(values[1])} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
