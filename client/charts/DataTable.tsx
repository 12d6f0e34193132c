import { useContext, useLayoutEffect } from 'react'
import styles from './DataTable.module.css'
import { isDatum, type TableData, TableListener } from './tableData.ts'

export type { Column } from './tableData.ts'

interface DataTableProps extends TableData {
  caption: string
  /** The caption is there for screen readers even when a title above already shows it. */
  showCaption?: boolean
  /** As high as its rows, where it is what the page is about. */
  whole?: boolean
  /** Rows shown; a file of the table holds all. */
  most?: number
}

/** A table that scrolls inside itself on a narrow screen, by keyboard too. */
export function DataTable(props: DataTableProps) {
  const { caption, showCaption = false, whole = false, columns, rows, most = rows.length } = props
  const tell = useContext(TableListener)
  const shown = columns.flatMap((column, index) => (column.only === 'file' ? [] : [{ ...column, index }]))
  useLayoutEffect(() => tell({ columns, rows }), [tell, columns, rows])
  useLayoutEffect(() => () => tell(null), [tell])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={whole ? styles.whole : styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={showCaption ? styles.caption : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {shown.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? styles.numeric : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ key, cells }) => (
            <tr key={key}>
              {shown.map(({ key: column, numeric, index }) => {
                const cell = cells[index]
                return (
                  <td key={column} className={numeric ? styles.numeric : undefined}>
                    {isDatum(cell) ? cell.shown : cell}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
