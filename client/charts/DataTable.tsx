import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

export interface Column {
  key: string
  label: string
  /** Figures are aligned at their last digit. */
  numeric?: boolean
}

interface DataTableProps {
  caption: string
  /** The caption is there for screen readers even when a title above already shows it. */
  showCaption?: boolean
  /** As high as its rows, where it is what the page is about. */
  whole?: boolean
  columns: readonly Column[]
  /** A row's first member is its key, the rest its cells in the order of the columns. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A table that scrolls inside itself on a narrow screen, by keyboard too. */
export function DataTable({ caption, showCaption = false, whole = false, columns, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={whole ? styles.whole : styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={showCaption ? styles.caption : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? styles.numeric : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, index) => (
                <td key={column.key} className={column.numeric ? styles.numeric : undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
