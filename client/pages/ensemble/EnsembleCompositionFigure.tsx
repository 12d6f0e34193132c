import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { CompositionBars } from '../../charts/CompositionBars.tsx'
import { CompositionTable } from '../../charts/CompositionTable.tsx'
import { ensembleCompositionFinding } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { useWords } from '../../hooks/useWords.ts'

/** Who is invited in the draws of one stream, all futures together. */
export function EnsembleCompositionFigure({ result, stream }: { result: EnsembleResult; stream: Stream }) {
  const words = useWords()
  const { t } = words
  const counts = result.composition.find((one) => one.stream === stream)?.counts
  const total = counts ? counts.residence.canada + counts.residence.abroad : 0
  const title = ensembleCompositionFinding(result, stream, words)
  const hasAnybody = counts !== undefined && total > 0
  const table = () =>
    counts && (
      <CompositionTable
        caption={t('figure.tableOf', { title })}
        composition={counts}
        total={total}
        runs={result.runs}
      />
    )
  return (
    <Figure
      heading={t('ensemble.composition.heading')}
      title={title}
      subtitle={t('ensemble.composition.subtitle', { stream: t(`stream.${stream}`) })}
      source={t('figure.sourceSimulated')}
      table={hasAnybody ? table : undefined}
    >
      {hasAnybody && <CompositionBars composition={counts} total={total} />}
    </Figure>
  )
}
