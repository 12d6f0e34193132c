import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { streamNames } from '../../charts/markers.ts'
import { EnsembleCompositionFigure } from './EnsembleCompositionFigure.tsx'
import { EnsembleDrawsFigure } from './EnsembleDrawsFigure.tsx'
import styles from './EnsembleFigures.module.css'
import { EnsembleLimits } from './EnsembleLimits.tsx'
import { FanFigure } from './FanFigure.tsx'
import { InvitedFigure } from './InvitedFigure.tsx'
import { NeverInvitedFigure } from './NeverInvitedFigure.tsx'
import { PoolFanFigure } from './PoolFanFigure.tsx'
import { streamsByDraws } from './streamsByDraws.ts'
import { WaitingFigure } from './WaitingFigure.tsx'

/** What the futures say, from the cutoffs to those who are never invited. */
export function EnsembleFigures({ result }: { result: EnsembleResult }) {
  const [chosen, choose] = useQueryState('stream', parseAsStringLiteral(streamNames))
  const drawn = streamsByDraws(result)
  const stream = chosen && drawn.includes(chosen) ? chosen : drawn[0]
  return (
    <div className={styles.figures}>
      {stream && <FanFigure result={result} streams={drawn} stream={stream} onChoose={(next) => void choose(next)} />}
      <EnsembleDrawsFigure result={result} />
      <div className={styles.pair}>
        <PoolFanFigure result={result} />
        <InvitedFigure result={result} />
      </div>
      <WaitingFigure result={result} />
      <NeverInvitedFigure result={result} />
      {stream && <EnsembleCompositionFigure result={result} stream={stream} />}
      <EnsembleLimits result={result} />
    </div>
  )
}
