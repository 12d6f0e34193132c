import type { InferredMembership } from '../../../shared/schema/fit.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { datum, endsOf, intervalColumns } from '../../charts/tableData.ts'
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
    { key: 'interval', label: t('fit.members.interval'), numeric: true, only: 'page' as const },
    ...intervalColumns('persons', t('fit.members.interval'), t),
    { key: 'synthetic', label: t('fit.bands.synthetic'), numeric: true },
    { key: 'inside', label: t('fit.members.inside') },
  ]
  const rows = scoresOf(memberships)
    .flatMap((from) => membersFrom(memberships, from))
    .map((one) => ({
      key: `${one.from} ${one.stream}`,
      cells: [
        datum(one.from, fromText(one.from, words)),
        datum(one.stream, <StreamName stream={one.stream} />),
        datum(one.isObserved ? 'drawn' : 'assumed', t(one.isObserved ? 'fit.members.drawn' : 'fit.members.assumed')),
        datum(one.persons, format.count(one.persons)),
        rangeText(format.count, one.low, one.high),
        ...endsOf(one.low, one.high),
        datum(one.synthetic, format.integer(one.synthetic)),
        datum(String(isInside(one)), t(isInside(one) ? 'fit.members.yes' : 'fit.members.no')),
      ],
    }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
