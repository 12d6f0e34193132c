import type { InferredMembership } from '../../../shared/schema/fit.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { useWords } from '../../hooks/useWords.ts'
import { rangeText } from '../../i18n/format.ts'
import { fromText, isInside, membersFrom, scoresOf } from './members.ts'
import { StreamName } from './StreamName.tsx'

interface MembersTableProps {
  caption: string
  memberships: readonly InferredMembership[]
}

/** People of every stream from every score on. */
export function MembersTable({ caption, memberships }: MembersTableProps) {
  const words = useWords()
  const { t, format } = words
  const columns = [
    { key: 'from', label: t('fit.members.score') },
    { key: 'stream', label: t('column.stream') },
    { key: 'known', label: t('fit.members.known') },
    { key: 'persons', label: t('fit.members.persons'), numeric: true },
    { key: 'interval', label: t('fit.members.interval'), numeric: true },
    { key: 'synthetic', label: t('fit.bands.synthetic'), numeric: true },
    { key: 'inside', label: t('fit.members.inside') },
  ]
  const rows = scoresOf(memberships)
    .flatMap((from) => membersFrom(memberships, from))
    .map((one) => ({
      key: `${one.from} ${one.stream}`,
      cells: [
        fromText(one.from, words),
        <StreamName key="stream" stream={one.stream} />,
        t(one.isObserved ? 'fit.members.drawn' : 'fit.members.assumed'),
        format.count(one.persons),
        rangeText(format.count, one.low, one.high),
        format.integer(one.synthetic),
        t(isInside(one) ? 'fit.members.yes' : 'fit.members.no'),
      ],
    }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
