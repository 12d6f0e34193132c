import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { Sized } from '../../../charts/Sized.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { rangeText } from '../../../i18n/format.ts'
import styles from '../ReformScreen.module.css'
import { HistogramPlot } from './HistogramPlot.tsx'
import { shownBins } from './shownBins.ts'

interface HistogramFigureProps {
  effects: ReformEffects
  law: string
  source: string
}

/** Scores before and after, with both cutoffs. */
export function HistogramFigure({ effects, law, source }: HistogramFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { draw, histogram } = effects
  const stream = t(`stream.${draw.stream}`)
  const changed = draw.up + draw.down
  const title =
    changed === 0
      ? t('reform.histogram.unchanged')
      : t('reform.histogram.finding', { share: format.percent(changed / Math.max(1, draw.persons)), stream })
  const bins = shownBins(histogram)
  const names = {
    before: t('reform.histogram.before', { date: format.shortDate(law) }),
    after: t('reform.histogram.after'),
  }
  const table = () => (
    <DataTable
      caption={title}
      columns={[
        { key: 'from', label: t('reform.histogram.from') },
        { key: 'before', label: names.before, numeric: true },
        { key: 'after', label: names.after, numeric: true },
      ]}
      rows={bins.map(({ from, before, after }) => ({
        key: String(from),
        cells: [
          rangeText(format.integer, from, from + histogram.binPoints - 1),
          format.integer(before),
          format.integer(after),
        ],
      }))}
    />
  )
  return (
    <Figure
      heading={t('reform.histogram.heading')}
      title={title}
      subtitle={t('reform.histogram.subtitle', { stream })}
      source={source}
      table={table}
    >
      <div className={styles.plot} role="img" aria-label={t('reform.histogram.chart', { title })}>
        <Sized>
          {(size) => (
            <HistogramPlot
              {...size}
              bins={bins}
              binPoints={histogram.binPoints}
              cutoffs={{ before: draw.cutoffBefore, after: draw.cutoffAfter }}
              names={names}
              words={words}
            />
          )}
        </Sized>
      </div>
    </Figure>
  )
}
