import type { SplitResult } from '../../../../shared/schema/instrument.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { IntervalRows } from '../../../charts/IntervalRows.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { onOneScale } from '../compare/differenceRows.ts'
import { splitFinding } from './instrumentFindings.ts'
import { changeOf, outcomeText } from './outcomeText.ts'

interface SplitFigureProps {
  finding: SplitResult
  source: string
}

type Mean = SplitResult['total']

/** The difference from the baseline as a sum of what each kind of change adds. */
export function SplitFigure({ finding, source }: SplitFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { outcome, baseline, alternative, total, effects } = finding
  const { figure, stream } = outcome
  const row = (key: string, label: string, { mean, low, high }: Mean) => ({
    ...{ key, label, stream, mean, low: low ?? mean, high: high ?? mean },
    value:
      low === null || high === null || low === high
        ? changeOf(mean, figure, words)
        : t('lab.compare.table.value', {
            difference: changeOf(mean, figure, words),
            low: changeOf(low, figure, words),
            high: changeOf(high, figure, words),
          }),
  })
  return (
    <Figure
      heading={t('lab.instruments.kind.split')}
      title={splitFinding(finding, words)}
      subtitle={t('lab.instruments.splitSubtitle', {
        outcome: t(`lab.instruments.outcome.${figure}`),
        stream: t(`stream.${stream}`),
        baseline: outcomeText(baseline, figure, words),
        alternative: outcomeText(alternative, figure, words),
      })}
      source={source}
    >
      <IntervalRows
        label={t('lab.instruments.splitChart')}
        {...onOneScale(
          [
            ...effects.map((effect) => row(effect.factor, t(`lab.instruments.factor.${effect.factor}`), effect)),
            row('total', t('lab.instruments.total'), total),
          ],
          format.signed,
        )}
      />
    </Figure>
  )
}
