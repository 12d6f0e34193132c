import type { ComparisonInfo } from '../../../../shared/schema/comparison.ts'
import type { InstrumentResult } from '../../../../shared/schema/instrument.ts'
import type { Instruments } from '../../../engine/backend.ts'
import { useLongWork } from '../../../hooks/useLongWork.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import { WorkProgress } from '../WorkProgress.tsx'
import { ResponseFigure } from './ResponseFigure.tsx'
import { SplitFigure } from './SplitFigure.tsx'
import { SweepFigure } from './SweepFigure.tsx'
import { TornadoFigure } from './TornadoFigure.tsx'

interface FollowedInstrumentProps {
  instruments: Instruments
  id: string
}

/** An instrument that is there or was: how far it is, and what it shows so far. */
export function FollowedInstrument({ instruments, id }: FollowedInstrumentProps) {
  const words = useWords()
  const { t } = words
  const followed = useLongWork<ComparisonInfo, InstrumentResult>(instruments.open, id)
  const { result, failure } = followed.view
  return (
    <>
      <WorkProgress followed={followed} />
      {failure && (
        <Notice title={t('lab.compare.failedTitle')} tone="danger">
          <ServerMessage {...failure} />
        </Notice>
      )}
      {result && <Finding result={result} source={sourceOf(result, words)} />}
    </>
  )
}

const sourceOf = ({ scenario, seed, runsDone, engineVersion }: InstrumentResult, { t }: Words): string =>
  t('lab.instruments.done', {
    ...{ name: scenario, seed },
    runs: t('lab.instruments.runs', { count: runsDone }),
    version: engineVersion,
  })

function Finding({ result: { finding }, source }: { result: InstrumentResult; source: string }) {
  switch (finding.instrument) {
    case 'response':
      return <ResponseFigure finding={finding} source={source} />
    case 'tornado':
      return <TornadoFigure finding={finding} source={source} />
    case 'sweep':
      return <SweepFigure finding={finding} source={source} />
    case 'split':
      return <SplitFigure finding={finding} source={source} />
  }
}
