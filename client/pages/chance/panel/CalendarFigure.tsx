import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { datum, listed } from '../../../charts/tableData.ts'
import { saveFile } from '../../../downloads/saveFile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { calendarFinding, streamsText, whatHappens } from './calendar.ts'
import { calendarFile } from './calendarFile.ts'
import { startOf } from './chanceFindings.ts'
import styles from './panel.module.css'

/** The days that matter by themselves: birthdays, years of work, and the end of tests, assessment, profile and permit. */
export function CalendarFigure({ answer, source }: { answer: ChanceAnswer; source: string }) {
  const words = useWords()
  const { t, format } = words
  const { changes } = answer
  const title = calendarFinding(changes, words)
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'what', label: t('chancePanel.calendar.what') },
    { key: 'opens', label: t('chancePanel.calendar.opensColumn'), only: 'file' as const },
    { key: 'closes', label: t('chancePanel.calendar.closesColumn'), only: 'file' as const },
    { key: 'points', label: t('chancePanel.calendar.points'), numeric: true },
    { key: 'score', label: t('chancePanel.calendar.score'), numeric: true },
  ]
  const rows = changes.map((change) => ({
    key: change.date,
    cells: [
      datum(change.date, format.shortDate(change.date)),
      datum(
        listed(change.kinds),
        <span className={styles.named}>
          {whatHappens(change, words)}
          <span className={styles.note}>{streamsText(change, words)}</span>
        </span>,
      ),
      datum(listed(change.opens), null),
      datum(listed(change.closes), null),
      datum(change.points, format.signed(change.points)),
      datum(change.score, change.score === null ? t('chancePanel.calendar.out') : format.integer(change.score)),
    ],
  }))
  const save = () => saveFile('express-entry.ics', calendarFile(changes, startOf(answer), words), 'text/calendar')
  return (
    <Figure
      heading={t('chancePanel.calendar.heading')}
      title={title}
      subtitle={t('chancePanel.calendar.subtitle', { date: format.date(startOf(answer)) })}
      source={source}
      tools={rows.length > 0 && <Button onClick={save}>{t('chancePanel.calendar.save')}</Button>}
    >
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} />}
    </Figure>
  )
}
