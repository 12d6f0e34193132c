import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { Bars } from '../../charts/Bars.tsx'
import { DataTable } from '../../charts/DataTable.tsx'
import { neverFinding } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { quantileColumns, quantileNames } from './quantileColumns.ts'
import { scoresText } from './scoresText.ts'

/** Of the profiles whose time ended, the share that was never invited, by score. */
export function NeverInvitedFigure({ result }: { result: EnsembleResult }) {
  const words = useWords()
  const { t, format } = words
  const { neverInvited } = result
  const title = neverFinding(neverInvited, words, (scores) => scoresText(scores, words))
  const table = () => (
    <DataTable
      caption={t('figure.tableOf', { title })}
      columns={[
        { key: 'scores', label: t('ensemble.column.scores') },
        { key: 'ended', label: t('ensemble.column.endedPerRun'), numeric: true },
        ...quantileColumns(t),
      ]}
      rows={neverInvited.map(({ scores, endedPerRun, share }) => ({
        key: scores,
        cells: [
          datum(scores, scoresText(scores, words)),
          datum(endedPerRun, format.count(endedPerRun)),
          ...quantileNames.map((name) => datum(share[name], format.percent(share[name]))),
        ],
      }))}
    />
  )
  return (
    <Figure
      heading={t('ensemble.never.heading')}
      title={title}
      subtitle={t('ensemble.never.subtitle')}
      source={t('figure.sourceSimulated')}
      table={table}
    >
      <Bars
        bars={neverInvited.map(({ scores, share }) => {
          const [median, low, high] = [share.p50, share.p10, share.p90].map(format.percent)
          return {
            key: scores,
            label: scoresText(scores, words),
            share: share.p50,
            value: low === high ? median : t('ensemble.never.bar', { share: median, low, high }),
          }
        })}
      />
    </Figure>
  )
}
