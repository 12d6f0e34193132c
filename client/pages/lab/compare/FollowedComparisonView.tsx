import { parseAsInteger, useQueryState } from 'nuqs'
import { useId } from 'react'
import type { ComparisonInfo, ComparisonResult } from '../../../../shared/schema/comparison.ts'
import type { Comparisons } from '../../../engine/backend.ts'
import { useLongWork } from '../../../hooks/useLongWork.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import { placeName } from '../side/scenarioTitle.ts'
import { WorkProgress } from '../WorkProgress.tsx'
import styles from './CompareView.module.css'
import { CompositionFigure } from './CompositionFigure.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'
import { DrawsFigure } from './DrawsFigure.tsx'
import { NarrowFigure } from './NarrowFigure.tsx'
import { NeverFigure } from './NeverFigure.tsx'

interface FollowedComparisonViewProps {
  comparisons: Comparisons
  id: string
}

/** A comparison that is there or was: how far it is, and what it says so far. */
export function FollowedComparisonView({ comparisons, id }: FollowedComparisonViewProps) {
  const { t } = useWords()
  const followed = useLongWork<ComparisonInfo, ComparisonResult>(comparisons.open, id)
  const { result, failure } = followed.view
  return (
    <>
      <WorkProgress followed={followed} />
      {failure && (
        <Notice title={t('lab.compare.failedTitle')} tone="danger">
          <ServerMessage {...failure} />
        </Notice>
      )}
      {result && (result.runsDone > 0 ? <Figures result={result} /> : <p>{t('lab.compare.waiting')}</p>)}
    </>
  )
}

/** The table of all alternatives, then charts of one of them. */
function Figures({ result }: { result: ComparisonResult }) {
  const words = useWords()
  const { t } = words
  const name = useId()
  const [wanted, choose] = useQueryState('alternative', parseAsInteger.withDefault(1))
  const { differences } = result
  const place = wanted >= 1 && wanted <= differences.length ? wanted : 1
  const shown = { result, difference: differences[place - 1], name: placeName(place, words) }
  return (
    <div className={styles.figures}>
      <DifferenceTable result={result} />
      {differences.length > 1 && (
        <fieldset>
          <legend>{t('lab.compare.chosen')}</legend>
          <div className={styles.chosen}>
            {differences.map((_one, index) => (
              <label key={placeName(index + 1, words)} className={styles.choice}>
                <input type="radio" name={name} checked={index + 1 === place} onChange={() => void choose(index + 1)} />
                {placeName(index + 1, words)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <DrawsFigure {...shown} />
      <div className={styles.pair}>
        <NarrowFigure {...shown} />
        <NeverFigure {...shown} />
      </div>
      <CompositionFigure {...shown} />
    </div>
  )
}
