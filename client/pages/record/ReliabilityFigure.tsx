import { filledBins } from '../../../shared/record/reliability.ts'
import type { InvitedWithin } from '../../../shared/schema/backtest.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { ReliabilityPlot } from '../../charts/lazy.ts'
import { streamColour } from '../../charts/markers.ts'
import { datum } from '../../charts/tableData.ts'
import type { RecordChoice } from '../../hooks/useRecordChoice.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './ReliabilityFigure.module.css'
import { brierText, reliabilityFinding } from './recordFindings.ts'
import { daysText, orUnknown } from './recordWords.ts'

interface ReliabilityFigureProps {
  choice: RecordChoice
  /** Of the chosen stream and window; undefined when none were made. */
  statements: InvitedWithin | undefined
  source: string
}

/** Whether chances of an invitation came true as often as they were stated. */
export function ReliabilityFigure({ choice, statements, source }: ReliabilityFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { stream, within, windows, chooseWithin } = choice
  const title = reliabilityFinding(statements, stream, words)
  const bins = filledBins(statements?.reliability ?? [])
  const tools = windows.length > 1 && (
    <Select
      label={t('record.reliability.window')}
      value={within}
      options={windows.map((value) => ({ value, text: daysText(value, words) }))}
      onChange={chooseWithin}
    />
  )
  return (
    <Figure
      heading={t('record.reliability.heading')}
      title={title}
      subtitle={
        statements
          ? t('record.reliability.subtitle', {
              low: format.integer(statements.scores.from),
              high: format.integer(statements.scores.to),
              days: daysText(statements.days, words),
              origins: format.integer(statements.origins),
            })
          : ''
      }
      source={source}
      tools={tools}
      table={
        statements && (() => <ReliabilityTable caption={t('figure.tableOf', { title })} statements={statements} />)
      }
    >
      {statements && bins.length > 0 && (
        <>
          <div className={styles.plot} role="img" aria-label={t('record.reliability.chart', { title })}>
            <div className={styles.fill} aria-hidden="true">
              <ReliabilityPlot bins={bins} colour={streamColour(stream)} words={words} />
            </div>
          </div>
          <p className={styles.brier}>{brierText(statements, words)}</p>
        </>
      )}
    </Figure>
  )
}

function ReliabilityTable({ caption, statements }: { caption: string; statements: InvitedWithin }) {
  const { t, format } = useWords()
  const columns = (['from', 'to', 'n', 'stated', 'observed'] as const).map((key) => ({
    key,
    label: t(`record.reliability.${key}`),
    numeric: true,
  }))
  const rows = statements.reliability.map(({ from, to, n, predicted, observed }) => ({
    key: String(from),
    cells: [
      datum(from, format.percent(from)),
      datum(to, format.percent(to)),
      datum(n, format.integer(n)),
      datum(predicted, orUnknown(predicted, format.percent)),
      datum(observed, orUnknown(observed, format.percent)),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
