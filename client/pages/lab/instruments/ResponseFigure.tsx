import type { ResponseResult } from '../../../../shared/schema/instrument.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { rangeText } from '../../../i18n/format.ts'
import styles from '../compare/CompareView.module.css'
import { intervalText } from '../compare/pairedText.ts'
import { ResponsePlot } from './ResponsePlot.tsx'

interface ResponseFigureProps {
  finding: ResponseResult
  source: string
}

/** More people than planned, of whom the sentence speaks when that size was asked about. */
const TOLD_STEP = 1000

/** The cutoff of one draw by its size. */
export function ResponseFigure({ finding: { draw, points }, source }: ResponseFigureProps) {
  const words = useWords()
  const { t, format } = words
  const named = { stream: t(`stream.${draw.stream}`), date: format.date(draw.date) }
  const larger = points.filter(({ size, difference }) => size > draw.size && difference !== null)
  const told = larger.find(({ size }) => size === draw.size + TOLD_STEP) ?? larger.at(-1)
  const title = told?.difference
    ? t('lab.instruments.responseFinding', {
        ...named,
        more: format.integer(told.size - draw.size),
        points: intervalText(told.difference, 'tenths', words),
      })
    : t('lab.instruments.responseNone', named)
  const table = () => (
    <DataTable
      caption={t('figure.tableOf', { title })}
      columns={[
        { key: 'size', label: t('lab.instruments.size'), numeric: true },
        { key: 'middle', label: t('lab.instruments.middle'), numeric: true },
        { key: 'eight', label: t('lab.instruments.eight'), numeric: true },
        { key: 'difference', label: t('lab.instruments.difference'), numeric: true },
      ]}
      rows={points.map(({ size, cutoff, difference }) => ({
        key: String(size),
        cells: [
          format.integer(size),
          cutoff ? format.integer(cutoff.p50) : t('draws.nobody'),
          cutoff ? rangeText(format.integer, cutoff.p10, cutoff.p90) : t('lab.value.nothing'),
          size === draw.size
            ? t('lab.instruments.planned')
            : difference
              ? intervalText(difference, 'tenths', words)
              : t('lab.value.nothing'),
        ],
      }))}
    />
  )
  return (
    <Figure
      heading={t('lab.instruments.kind.response')}
      title={title}
      subtitle={t('lab.instruments.responseSubtitle')}
      source={source}
      table={table}
    >
      <div className={styles.plot} role="img" aria-label={t('lab.instruments.responseChart', { title })}>
        <ResponsePlot draw={draw} points={points} />
      </div>
    </Figure>
  )
}
