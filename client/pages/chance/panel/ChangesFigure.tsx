import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { datum } from '../../../charts/tableData.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { startOf } from './chanceFindings.ts'
import { changesFinding } from './changes.ts'

/** The days on which something changes by itself: birthdays, years of work, tests and the profile that end. */
export function ChangesFigure({ answer, source }: { answer: ChanceAnswer; source: string }) {
  const words = useWords()
  const { t, format } = words
  const { changes } = answer
  const title = changesFinding(changes, words)
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'what', label: t('chancePanel.changes.what') },
    { key: 'points', label: t('chancePanel.changes.points'), numeric: true },
    { key: 'score', label: t('chancePanel.changes.score'), numeric: true },
  ]
  const rows = changes.map(({ date, kind, points, score }) => ({
    key: date,
    cells: [
      datum(date, format.shortDate(date)),
      datum(kind, t(`chancePanel.changes.kind.${kind}`)),
      datum(points, format.signed(points)),
      datum(score, score === null ? t('chancePanel.changes.out') : format.integer(score)),
    ],
  }))
  return (
    <Figure
      heading={t('chancePanel.changes.heading')}
      title={title}
      subtitle={t('chancePanel.changes.subtitle', { date: format.date(startOf(answer)) })}
      source={source}
    >
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} />}
    </Figure>
  )
}
