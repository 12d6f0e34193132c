import { memo } from 'react'
import type { DrawEvent } from '../../../shared/schema/event.ts'
import { Bars } from '../../charts/Bars.tsx'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { invitationsByStream, invitationsFinding, type StreamInvitations } from '../../charts/findings.ts'
import { streamColour } from '../../charts/markers.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'

function tableOf(rows: readonly StreamInvitations[], caption: string, { t, format }: Words) {
  const total = rows.reduce((sum, row) => sum + row.invited, 0)
  const columns = [
    { key: 'stream', label: t('column.stream') },
    { key: 'draws', label: t('column.draws'), numeric: true },
    { key: 'invited', label: t('column.invited'), numeric: true },
    { key: 'share', label: t('column.share'), numeric: true },
  ]
  const cells = rows.map(({ stream, draws, invited }) => ({
    key: stream,
    cells: [
      datum(stream, t(`streamLong.${stream}`)),
      datum(draws, format.integer(draws)),
      datum(invited, format.integer(invited)),
      datum(total === 0 ? 0 : invited / total, format.percent(total === 0 ? 0 : invited / total)),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={cells} />
}

interface InvitationsFigureProps {
  draws: readonly DrawEvent[]
  startDate: string
}

/** Invitations of the run so far, by stream. */
export const InvitationsFigure = memo(function InvitationsFigure({ draws, startDate }: InvitationsFigureProps) {
  const words = useWords()
  const { t, format } = words
  const rows = invitationsByStream(draws)
  const title = invitationsFinding(rows, words)
  const most = Math.max(1, rows[0]?.invited ?? 0)
  return (
    <Figure
      heading={t('invitations.heading')}
      title={title}
      subtitle={t('invitations.subtitle', { date: format.date(startDate) })}
      source={t('figure.sourceSimulated')}
      table={() => tableOf(rows, t('figure.tableOf', { title }), words)}
    >
      <Bars
        bars={rows.map(({ stream, draws: count, invited }) => ({
          key: stream,
          label: (
            <>
              <StreamMark stream={stream} /> {t(`stream.${stream}`)}
            </>
          ),
          share: invited / most,
          value: `${format.integer(invited)} · ${t('invitations.draws', { count })}`,
          colour: streamColour(stream),
        }))}
      />
    </Figure>
  )
})
