import type { Paired } from '../../../../shared/schema/comparison.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { type Shown, sourceText } from './shown.ts'

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** The gain of the middle stream, in words: half the width needs four times as many runs. */
function titleOf(ratios: readonly number[], { t, format }: Words): string {
  if (ratios.length === 0) return t('lab.compare.narrow.none')
  const ratio = median(ratios)
  const text = format.percent(ratio)
  if (ratio >= 1) return t('lab.compare.narrow.wider', { ratio: text })
  return t('lab.compare.narrow.finding', { ratio: text, times: format.count(1 / ratio ** 2) })
}

/** How much narrower the intervals are for the chance that the scenarios share. */
export function NarrowFigure({ result, difference }: Shown) {
  const words = useWords()
  const { t } = words
  const known = difference.streams.flatMap(({ stream, meanCutoff }) =>
    meanCutoff?.unpairedHalfWidth && meanCutoff.difference.low !== null ? [{ stream, paired: meanCutoff }] : [],
  )
  const title = titleOf(
    known.flatMap(({ paired }) => paired.widthRatio ?? []),
    words,
  )
  return (
    <Figure
      heading={t('lab.compare.narrow.heading')}
      title={title}
      subtitle={t('lab.compare.narrow.subtitle')}
      source={sourceText(result, words)}
    >
      <Bars
        bars={known.map(({ stream, paired }) => ({
          key: stream,
          label: t(`stream.${stream}`),
          share: Math.min(1, paired.widthRatio ?? 1),
          value: widthText(paired, words),
        }))}
      />
    </Figure>
  )
}

/** Half the width of both intervals, and one relative to the other. */
function widthText({ difference: { mean, low }, unpairedHalfWidth, widthRatio }: Paired, { t, format }: Words): string {
  return t('lab.compare.narrow.value', {
    percent: format.percent(widthRatio ?? 1),
    paired: format.tenths(mean - (low ?? mean)),
    unpaired: format.tenths(unpairedHalfWidth ?? 0),
  })
}
