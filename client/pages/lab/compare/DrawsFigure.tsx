import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { streams } from '../../../../shared/schema/common.ts'
import type { ComparedDraw, Paired } from '../../../../shared/schema/comparison.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { Select } from '../../../ui/Select.tsx'
import styles from './CompareView.module.css'
import { DifferencePlot } from './DifferencePlot.tsx'
import { figureText, intervalText } from './pairedText.ts'
import { comparedStreams } from './rows.ts'
import { mostDifferent, type Shown, sourceText } from './shown.ts'

/** By how much the cutoff of every draw of a stream differs. */
export function DrawsFigure({ result, difference, name }: Shown) {
  const words = useWords()
  const { t, format } = words
  const offered = comparedStreams([difference])
  const [wanted, choose] = useQueryState('stream', parseAsStringLiteral(streams))
  const stream = offered.find((one) => one === wanted) ?? offered[0]
  if (!stream) return null
  const held = difference.draws.flatMap((draw) =>
    draw.stream === stream && draw.cutoff !== null ? [{ ...draw, cutoff: draw.cutoff }] : [],
  )
  const most = mostDifferent<ComparedDraw>(held, (draw) => draw.cutoff)
  const shortName = t(`stream.${stream}`)
  const title =
    held.length === 0
      ? t('lab.compare.draws.none', { stream: shortName })
      : typeof most === 'object'
        ? t('lab.compare.draws.most', {
            stream: shortName,
            date: format.date(most.member.date),
            points: format.signedTenths(most.paired.difference.mean),
          })
        : t(`lab.compare.draws.${most}`, { stream: shortName })
  const table = () => (
    <DataTable
      caption={t('figure.tableOf', { title })}
      columns={[
        { key: 'date', label: t('column.date') },
        { key: 'baseline', label: t('lab.compare.draws.baseline'), numeric: true },
        { key: 'difference', label: t('lab.compare.draws.difference'), numeric: true },
        { key: 'eight', label: t('lab.compare.draws.eight'), numeric: true },
        { key: 'invited', label: t('lab.compare.draws.invited'), numeric: true },
      ]}
      rows={difference.draws
        .filter((draw) => draw.stream === stream)
        .map(({ date, cutoff, invited }, index) => ({
          key: `${date} ${index}`,
          cells: [
            format.shortDate(date),
            cutoff ? figureText(cutoff.baseline, 'tenths', words) : t('lab.value.nothing'),
            cutoff ? intervalText(cutoff, 'tenths', words) : t('lab.compare.table.none'),
            cutoff ? spread(cutoff, format.signed) : t('lab.value.nothing'),
            invited ? intervalText(invited, 'people', words) : t('lab.value.nothing'),
          ],
        }))}
    />
  )
  return (
    <Figure
      heading={t('lab.compare.draws.heading')}
      title={title}
      subtitle={t('lab.compare.draws.subtitle', { name, stream: shortName })}
      source={sourceText(result, words)}
      table={table}
      tools={
        <Select
          label={t('lab.compare.draws.choose')}
          value={stream}
          options={offered.map((one) => ({ value: one, text: t(`streamLong.${one}`) }))}
          onChange={(next) => void choose(next)}
        />
      }
    >
      {held.length > 0 && (
        <div className={styles.plot} role="img" aria-label={t('lab.compare.draws.chart', { title })}>
          <DifferencePlot stream={stream} draws={held} />
        </div>
      )}
    </Figure>
  )
}

const spread = ({ difference: { p10, p90 } }: Paired, write: (value: number) => string): string =>
  p10 === p90 ? write(p10) : `${write(p10)} … ${write(p90)}`
