import { type ReactNode, Suspense, useCallback, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FigureDownload } from '../downloads/FigureDownload.tsx'
import { useWords } from '../hooks/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import styles from './Figure.module.css'
import { type TableData, TableListener } from './tableData.ts'

interface FigureProps {
  /** What the chart is about, in a word. */
  heading: string
  /** The finding: a sentence made from the data. */
  title: string
  /** Unit and kind of data. */
  subtitle: string
  source: string
  /** Controls that belong to this chart. */
  tools?: ReactNode
  /** The same data as a table; made only when somebody opens it or takes it along. */
  table?: () => ReactNode
  /** Whether there is a picture to take along; usual where the table is apart from it. */
  hasPicture?: boolean
  children: ReactNode
}

/**
 * The frame of every chart: finding, unit, picture, source; its data as a table on request, and both as files. It holds one
 * table, the one its file is made of.
 */
export function Figure(props: FigureProps) {
  const { heading, title, subtitle, source, tools, table, hasPicture = table !== undefined, children } = props
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isReading, setReading] = useState(false)
  const [hasTable, setHasTable] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const data = useRef<TableData | null>(null)
  const titleId = useId()
  const tableId = useId()
  const onTable = useCallback((found: TableData | null) => {
    data.current = found
    setHasTable(found !== null)
  }, [])

  /** The table's data: where it is closed it is there, unseen, for a moment. */
  const readTable = (): TableData | null => {
    flushSync(() => setReading(true))
    const found = data.current
    setReading(false)
    return found
  }
  return (
    <TableListener value={onTable}>
      <figure className={styles.figure} aria-labelledby={titleId}>
        <figcaption>
          <div className={styles.top}>
            <p className={styles.heading}>{heading}</p>
            {tools}
          </div>
          <h2 id={titleId}>{title}</h2>
          <p className={styles.subtitle}>{subtitle}</p>
        </figcaption>
        <div ref={picture} className={styles.picture}>
          <ErrorBoundary fallback={<p className={styles.subtitle}>{t('problem.chartFailed')}</p>}>
            <Suspense fallback={<p className={styles.loading}>{t('app.loading')}</p>}>{children}</Suspense>
          </ErrorBoundary>
        </div>
        <div className={styles.foot}>
          <p className={styles.subtitle}>{t('figure.source', { source })}</p>
          <div className={styles.take}>
            {table && (
              <Button look="plain" aria-expanded={isOpen} aria-controls={tableId} onClick={() => setOpen(!isOpen)}>
                {t(isOpen ? 'figure.hideTable' : 'figure.showTable')}
              </Button>
            )}
            {(hasPicture || hasTable) && (
              <FigureDownload
                {...{ heading, title, titleId, subtitle, source }}
                picture={hasPicture ? () => picture.current : undefined}
                table={table || hasTable ? readTable : undefined}
              />
            )}
          </div>
        </div>
        <div id={tableId} hidden={!isOpen}>
          {(isOpen || isReading) && table?.()}
        </div>
      </figure>
    </TableListener>
  )
}
