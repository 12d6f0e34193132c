import { useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import { latestKnownRulesetId } from '../../../shared/crs/ruleset.ts'
import { baseProvisions, unknownOf } from '../../../shared/reform/base.ts'
import { differencesFrom } from '../../../shared/reform/differences.ts'
import { warningsOf } from '../../../shared/reform/warnings.ts'
import { useDataAge } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Notice } from '../../ui/Notice.tsx'
import { KeepReform } from './KeepReform.tsx'
import styles from './ReformScreen.module.css'
import { RunForward } from './RunForward.tsx'
import { ChangesFigure } from './result/ChangesFigure.tsx'
import { CrossingFigure } from './result/CrossingFigure.tsx'
import { Differences } from './result/Differences.tsx'
import { DrawChoiceFields } from './result/DrawChoiceFields.tsx'
import { HistogramFigure } from './result/HistogramFigure.tsx'
import { StreamsFigure } from './result/StreamsFigure.tsx'
import { Takeaway } from './result/Takeaway.tsx'
import { Warnings } from './result/Warnings.tsx'
import { StartFrom } from './StartFrom.tsx'
import { cellNames } from './tables/cellNames.ts'
import { RuleTables } from './tables/RuleTables.tsx'
import { useReformEffects } from './useReformEffects.ts'
import { useReformLab } from './useReformLab.ts'

/** The law reforms are compared with. */
const law = latestKnownRulesetId
const lawProvisions = baseProvisions(law)

/** Tables to edit on one side, what they do to the same people on the other. */
export function ReformScreen() {
  const words = useWords()
  const { t, format } = words
  const { search } = useLocation()
  const lab = useReformLab()
  const { reform, provisions, choice } = lab
  const state = useReformEffects(reform, choice)
  const facts = useDataAge()
  const { effects, pool } = state
  // Rows of the law and of the reform may hold for other ages or levels: each is named as where it stands.
  const nameInReform = useMemo(() => cellNames([lawProvisions, provisions], words), [provisions, words])
  const nameInLaw = useMemo(() => cellNames([provisions, lawProvisions], words), [provisions, words])
  const warnings = useMemo(() => warningsOf(reform, provisions), [reform, provisions])
  const differences = useMemo(() => differencesFrom(lawProvisions, provisions, reform.base), [provisions, reform.base])
  const source =
    pool &&
    t('reform.source', { date: format.date(pool.asOf), count: pool.persons, version: facts?.engineVersion ?? '' })
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('reform.question')}</h1>
        <p className={styles.lead}>{t('reform.lead')}</p>
        {lab.isLinkBroken && (
          <Notice title={t('reform.keep.brokenTitle')} tone="danger">
            <p>{t('reform.keep.brokenText')}</p>
          </Notice>
        )}
      </div>
      <div className={styles.editor} data-scroller>
        <StartFrom lab={lab} />
        <RuleTables
          key={`tables ${lab.loads}`}
          provisions={provisions}
          base={baseProvisions(reform.base)}
          law={lawProvisions}
          unknown={unknownOf(reform.base)}
          dispatch={lab.dispatch}
        />
      </div>
      <Takeaway state={state} isReform={differences.length > 0} />
      <div className={styles.result} aria-busy={state.isWorking}>
        <Warnings warnings={warnings} nameOf={nameInReform} />
        {effects && pool && source && (
          <>
            <DrawChoiceFields
              choice={choice}
              pool={pool}
              cutoffNow={effects.draw.cutoffBefore}
              onChoose={(next) => lab.dispatch({ type: 'choose', choice: next })}
            />
            <p className={styles.hint}>
              {t('reform.synthetic.text')} <Link to={{ pathname: '/fit', search }}>{t('reform.synthetic.link')}</Link>.
            </p>
            <CrossingFigure effects={effects} source={source} />
            <StreamsFigure effects={effects} pool={pool} source={source} />
            <HistogramFigure effects={effects} law={law} source={source} />
            <ChangesFigure effects={effects} source={source} />
          </>
        )}
        <Differences differences={differences} law={law} nameOf={nameInLaw} />
        <KeepReform lab={lab} />
        <RunForward lab={lab} warnings={warnings} />
      </div>
    </div>
  )
}
