import { type ReactNode, Suspense, useId, useState } from 'react'
import { useWords } from '../hooks/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import styles from './Figure.module.css'

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
  /** The same data as a table; made only when somebody opens it. */
  table?: () => ReactNode
  children: ReactNode
}

/** The frame of every chart: finding, unit, picture, source, and its data as a table on request. */
export function Figure({ heading, title, subtitle, source, tools, table, children }: FigureProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const titleId = useId()
  const tableId = useId()
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption>
        <div className={styles.top}>
          <p className={styles.heading}>{heading}</p>
          {tools}
        </div>
        <h2 id={titleId}>{title}</h2>
        <p className={styles.subtitle}>{subtitle}</p>
      </figcaption>
      <ErrorBoundary fallback={<p className={styles.subtitle}>{t('problem.chartFailed')}</p>}>
        <Suspense fallback={<p className={styles.loading}>{t('app.loading')}</p>}>{children}</Suspense>
      </ErrorBoundary>
      <div className={styles.foot}>
        <p className={styles.subtitle}>{t('figure.source', { source })}</p>
        {table && (
          <Button look="plain" aria-expanded={isOpen} aria-controls={tableId} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'figure.hideTable' : 'figure.showTable')}
          </Button>
        )}
      </div>
      <div id={tableId}>{isOpen && table?.()}</div>
    </figure>
  )
}
