import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleResult, Quantiles } from '../../../shared/schema/ensemble.ts'
import { Bars } from '../../charts/Bars.tsx'
import { DataTable } from '../../charts/DataTable.tsx'
import { invitedFanFinding } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { streamColour, streamNames } from '../../charts/markers.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { quantileColumns, quantileNames } from './quantileColumns.ts'

interface StreamInvited {
  stream: Stream
  invited: Quantiles
}

/** Invitations of the whole scenario by stream, most first. */
export function InvitedFigure({ result }: { result: EnsembleResult }) {
  const words = useWords()
  const { t, format } = words
  const { total, byStream } = result.invited
  const rows: StreamInvited[] = streamNames
    .flatMap((stream) => {
      const invited = byStream[stream]
      return invited ? [{ stream, invited }] : []
    })
    .sort((a, b) => b.invited.p50 - a.invited.p50)
  const most = Math.max(1, rows[0]?.invited.p50 ?? 0)
  const title = invitedFanFinding(result, words)
  const barText = ({ p10, p50, p90 }: Quantiles) => {
    const [low, median, high] = [p10, p50, p90].map(format.count)
    return low === high ? median : t('ensemble.invited.bar', { median, low, high })
  }
  const cellsOf = (invited: Quantiles) => quantileNames.map((name) => datum(invited[name], format.count(invited[name])))
  const table = () => (
    <DataTable
      caption={t('figure.tableOf', { title })}
      columns={[{ key: 'stream', label: t('column.stream') }, ...quantileColumns(t)]}
      rows={[
        ...rows.map(({ stream, invited }) => ({
          key: stream,
          cells: [datum(stream, t(`streamLong.${stream}`)), ...cellsOf(invited)],
        })),
        { key: 'total', cells: [datum('all', t('ensemble.column.total')), ...cellsOf(total)] },
      ]}
    />
  )
  return (
    <Figure
      heading={t('ensemble.invited.heading')}
      title={title}
      subtitle={t('ensemble.invited.subtitle')}
      source={t('figure.sourceSimulated')}
      table={table}
    >
      <Bars
        bars={rows.map(({ stream, invited }) => ({
          key: stream,
          label: (
            <>
              <StreamMark stream={stream} /> {t(`stream.${stream}`)}
            </>
          ),
          share: invited.p50 / most,
          value: barText(invited),
          colour: streamColour(stream),
        }))}
      />
    </Figure>
  )
}
