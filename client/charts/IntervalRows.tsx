import type { ReactNode } from 'react'
import type { Stream } from '../../shared/schema/common.ts'
import styles from './IntervalRows.module.css'
import { streamColour } from './markers.ts'
import { Marker } from './StreamMark.tsx'

export interface IntervalRow {
  key: string
  label: ReactNode
  /** Gives its colour and its marker. */
  stream: Stream
  /** Places on the scale, 0 = its start, 1 = its end. */
  low: number
  high: number
  /** The best estimate inside the interval; without one the marker is it. */
  best?: number
  mark: number
  /** Hollow = simulated. */
  hollow: boolean
  /** An interval nobody observed has a dashed outline. */
  dashed: boolean
  /** The figures, written out beside the row. */
  value: string
}

interface IntervalRowsProps {
  /** What the rows show, for those who do not see them. */
  label: string
  rows: readonly IntervalRow[]
  ticks: readonly { at: number; text: string; strong?: boolean }[]
}

const place = (at: number) => ({ insetInlineStart: `${at * 100}%` })

/** Intervals one below the other on a common scale, each with a marker; names and figures are text, the rest is their picture. */
export function IntervalRows({ label: title, rows, ticks }: IntervalRowsProps) {
  return (
    <div className={styles.chart}>
      <ul className={styles.rows} aria-label={title}>
        {rows.map(({ key, label, stream, low, high, best, mark, hollow, dashed, value }) => (
          <li key={key} className={styles.row} style={{ color: streamColour(stream) }}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track} aria-hidden="true">
              {ticks.map(({ at, strong }) => (
                <span key={at} className={strong ? styles.strongLine : styles.line} style={place(at)} />
              ))}
              <span
                className={dashed ? styles.dashed : styles.band}
                style={{ ...place(low), inlineSize: `${(high - low) * 100}%` }}
              />
              {best !== undefined && <span className={styles.best} style={place(best)} />}
              <svg
                className={styles.mark}
                style={place(mark)}
                viewBox="-7 -7 14 14"
                aria-hidden="true"
                focusable="false"
              >
                <Marker stream={stream} hollow={hollow} />
              </svg>
            </span>
            <span className={styles.value}>{value}</span>
          </li>
        ))}
      </ul>
      <div className={styles.axis} aria-hidden="true">
        {ticks.map(({ at, text }) => (
          <span key={at} style={place(at)}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}
