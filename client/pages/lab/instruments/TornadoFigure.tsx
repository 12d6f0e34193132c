import type { TornadoResult } from '../../../../shared/schema/instrument.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { IntervalRows } from '../../../charts/IntervalRows.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { onOneScale } from '../compare/differenceRows.ts'
import { movedEntries, tornadoFinding } from './instrumentFindings.ts'
import { changeOf } from './outcomeText.ts'

interface TornadoFigureProps {
  finding: TornadoResult
  source: string
}

/** How far the outcome moves with each assumption, the widest first. */
export function TornadoFigure({ finding, source }: TornadoFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { figure, stream } = finding.outcome
  const times = (factor: number) => t('lab.instruments.times', { factor: format.decimal(factor) })
  return (
    <Figure
      heading={t('lab.instruments.kind.tornado')}
      title={tornadoFinding(finding, words)}
      subtitle={t('lab.instruments.tornadoSubtitle', {
        outcome: t(`lab.instruments.outcome.${figure}`),
        stream: t(`stream.${stream}`),
      })}
      source={source}
    >
      <IntervalRows
        label={t('lab.instruments.tornadoChart')}
        {...onOneScale(
          movedEntries(finding).map(({ knob, low, high, sides: [down, up] }) => ({
            ...{ key: knob, label: t(`lab.instruments.knob.${knob}`), stream, mean: up.mean },
            ...{ low: Math.min(down.mean, up.mean), high: Math.max(down.mean, up.mean) },
            value: t('lab.instruments.tornadoValue', {
              low: changeOf(down.mean, figure, words),
              lowFactor: times(low.factor),
              high: changeOf(up.mean, figure, words),
              highFactor: times(high.factor),
            }),
          })),
          format.signed,
        )}
      />
    </Figure>
  )
}
