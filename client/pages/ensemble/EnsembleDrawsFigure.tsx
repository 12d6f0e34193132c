import { useState } from 'react'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { futuresText } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { DrawQuantiles } from './DrawQuantiles.tsx'
import styles from './EnsembleDrawsFigure.module.css'

const SHOWN_AT_FIRST = 8

/** Every draw of every stream in figures, in the order they are held. */
export function EnsembleDrawsFigure({ result }: { result: EnsembleResult }) {
  const words = useWords()
  const { t } = words
  const [isWhole, setWhole] = useState(false)
  const { draws, runs } = result
  const title = t('ensemble.draws.title', { count: draws.length, futures: futuresText(runs, words) })
  return (
    <Figure
      heading={t('ensemble.draws.heading')}
      title={title}
      subtitle={t('ensemble.draws.subtitle')}
      source={t('figure.sourceSimulated')}
    >
      <DrawQuantiles caption={title} draws={draws} runs={runs} most={isWhole ? undefined : SHOWN_AT_FIRST} />
      {!isWhole && draws.length > SHOWN_AT_FIRST && (
        <Button className={styles.more} onClick={() => setWhole(true)}>
          {t('ensemble.draws.showAll', { count: draws.length })}
        </Button>
      )}
    </Figure>
  )
}
