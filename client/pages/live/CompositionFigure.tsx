import { memo } from 'react'
import type { DrawEvent } from '../../../shared/schema/event.ts'
import { CompositionBars } from '../../charts/CompositionBars.tsx'
import { CompositionTable } from '../../charts/CompositionTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { compositionFinding } from '../../charts/findings.ts'
import { useWords } from '../../hooks/useWords.ts'

/** Who the last draw invited. */
export const CompositionFigure = memo(function CompositionFigure({ draw }: { draw: DrawEvent | undefined }) {
  const words = useWords()
  const { t } = words
  const title = compositionFinding(draw, words)
  if (!draw || draw.invited === 0) {
    return (
      <Figure
        heading={t('composition.heading')}
        title={title}
        subtitle={t('live.noDrawYet')}
        source={t('figure.sourceSimulated')}
      >
        {null}
      </Figure>
    )
  }
  const { composition, invited } = draw
  return (
    <Figure
      heading={t('composition.heading')}
      title={title}
      subtitle={t('composition.subtitle', { number: draw.number, stream: t(`streamLong.${draw.stream}`) })}
      source={t('figure.sourceSimulated')}
      table={() => (
        <CompositionTable caption={t('figure.tableOf', { title })} composition={composition} total={invited} />
      )}
    >
      <CompositionBars composition={composition} total={invited} />
    </Figure>
  )
})
