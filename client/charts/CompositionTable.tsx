import type { Composition } from '../../shared/schema/draw.ts'
import { useWords } from '../hooks/useWords.ts'
import { compositionGroups, partsOf } from './compositionParts.ts'
import { DataTable } from './DataTable.tsx'
import { datum } from './tableData.ts'

interface CompositionTableProps {
  caption: string
  composition: Composition
  /** People in all; 0 gives shares of 0. */
  total: number
  /** Counts are divided by this before they are shown; 1 for a single draw. */
  runs?: number
}

/** The same as the bars, in figures. */
export function CompositionTable({ caption, composition, total, runs = 1 }: CompositionTableProps) {
  const { t, format } = useWords()
  const columns = [
    { key: 'group', label: t('column.group') },
    { key: 'value', label: t('column.value') },
    { key: 'invited', label: t('column.invited'), numeric: true },
    { key: 'share', label: t('column.share'), numeric: true },
  ]
  const rows = compositionGroups.flatMap((group) =>
    partsOf(composition, group, t).map(({ key, name, people }) => ({
      key: `${group} ${key}`,
      cells: [
        datum(group, t(`composition.group.${group}`)),
        datum(key, name),
        datum(people / runs, format.integer(people / runs)),
        datum(total === 0 ? 0 : people / total, format.percent(total === 0 ? 0 : people / total)),
      ],
    })),
  )
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
