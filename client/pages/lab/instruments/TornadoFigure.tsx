import type { TornadoResult } from '../../../../shared/schema/instrument.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { IntervalRows } from '../../../charts/IntervalRows.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { onOneScale } from '../compare/differenceRows.ts'
import { changeOf, changeText } from './outcomeText.ts'

interface TornadoFigureProps {
  finding: TornadoResult
  source: string
}

/** How far the outcome moves with each assumption, the widest first. */
export function TornadoFigure({ finding: { outcome, entries }, source }: TornadoFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { figure, stream } = outcome
  const times = (factor: number) => t('lab.instruments.times', { factor: format.decimal(factor) })
  const moved = entries.flatMap(({ knob, low, high }) => {
    const [down, up] = [low.difference?.difference.mean, high.difference?.difference.mean]
    return down === undefined || up === undefined ? [] : [{ knob, down, up, low, high }]
  })
  const [widest] = moved
  const title =
    widest && (widest.down !== 0 || widest.up !== 0)
      ? t('lab.instruments.tornadoFinding', {
          knob: t(`lab.instruments.knob.${widest.knob}`),
          low: changeOf(Math.min(widest.down, widest.up), figure, words),
          high: changeText(Math.max(widest.down, widest.up), figure, words),
        })
      : t('lab.instruments.tornadoNone')
  return (
    <Figure
      heading={t('lab.instruments.kind.tornado')}
      title={title}
      subtitle={t('lab.instruments.tornadoSubtitle', {
        outcome: t(`lab.instruments.outcome.${figure}`),
        stream: t(`stream.${stream}`),
      })}
      source={source}
    >
      <IntervalRows
        label={t('lab.instruments.tornadoChart')}
        {...onOneScale(
          moved.map(({ knob, down, up, low, high }) => ({
            ...{ key: knob, label: t(`lab.instruments.knob.${knob}`), stream, mean: up },
            ...{ low: Math.min(down, up), high: Math.max(down, up) },
            value: t('lab.instruments.tornadoValue', {
              low: changeOf(down, figure, words),
              lowFactor: times(low.factor),
              high: changeOf(up, figure, words),
              highFactor: times(high.factor),
            }),
          })),
          format.signed,
        )}
      />
    </Figure>
  )
}
