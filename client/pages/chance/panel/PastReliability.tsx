import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'react-router'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import styles from './panel.module.css'

/** Brings the record along, which is large: loaded when there is an answer to judge. */
const HowReliable = lazy(() => import('./HowReliable.tsx').then((module) => ({ default: module.HowReliable })))

/** How reliable such statements have been, and the way to the whole record. */
export function PastReliability({ answer }: { answer: ChanceAnswer }) {
  const { t } = useWords()
  const { search } = useLocation()
  return (
    <section className={styles.prose}>
      <h3>{t('chancePanel.reliability.title')}</h3>
      <ErrorBoundary fallback={<p>{t('chancePanel.reliability.failed')}</p>}>
        <Suspense fallback={<p>{t('chancePanel.reliability.loading')}</p>}>
          <HowReliable answer={answer} />
        </Suspense>
      </ErrorBoundary>
      <p>
        <Link to={{ pathname: '/record', search }}>{t('chancePanel.reliability.link')}</Link>
      </p>
    </section>
  )
}
