import type { Action, ActionKind, ActionMonths, Combination, Effect } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { type Cell, type Column, datum, endsOf, intervalColumns, listed } from '../../../charts/tableData.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { MonthsField } from './MonthsField.tsx'
import styles from './panel.module.css'
import { actionName, gainWithInterval, monthsText, opensText, perMonthText } from './plan.ts'

function columnsOf({ t }: Words): Column[] {
  const column = (key: 'action' | 'months' | 'chance' | 'gained' | 'perMonth' | 'points' | 'opens') => ({
    key,
    label: t(`chancePanel.plan.${key}`),
    numeric: key !== 'action' && key !== 'opens' && key !== 'months',
  })
  return [
    column('action'),
    column('months'),
    column('chance'),
    ...intervalColumns('chance', t('chancePanel.plan.chance'), t),
    column('gained'),
    ...intervalColumns('gained', t('chancePanel.plan.gained'), t),
    column('perMonth'),
    column('points'),
    column('opens'),
  ]
}

/** The cells behind the first two; in a file shares as they are, also where the page says that nothing can be measured. */
const cellsOf = (effect: Effect, words: Words): Cell[] => [
  datum(effect.probability, words.format.percent(effect.probability)),
  ...endsOf(effect.low, effect.high),
  datum(effect.gained, gainWithInterval(effect, words)),
  ...endsOf(effect.gainedLow, effect.gainedHigh),
  // What counts at once has no months to share its gain among.
  datum(effect.months === 0 ? null : effect.gainedPerMonth, perMonthText(effect, words)),
  datum(effect.points, words.format.signed(effect.points)),
  datum(listed(effect.opens), <span className={styles.opens}>{opensText(effect, words)}</span>),
]

interface ActionsTableProps {
  caption: string
  actions: readonly Action[]
  months: ActionMonths
  onMonths(months: ActionMonths): void
}

/** Single actions with the months they take, which can be changed. */
export function ActionsTable({ caption, actions, months, onMonths }: ActionsTableProps) {
  const words = useWords()
  const rows = actions.map((one) => ({
    key: one.action,
    cells: [
      datum(one.action, <ActionName kind={one.action} />),
      datum(
        one.months,
        <MonthsField
          action={one.action}
          months={months[one.action] ?? one.months}
          onChange={(changed) => onMonths({ ...months, [one.action]: changed })}
        />,
      ),
      ...cellsOf(one, words),
    ],
  }))
  return <DataTable caption={caption} columns={columnsOf(words)} rows={rows} />
}

/** Two or three actions together. */
export function CombinationsTable({
  caption,
  combinations,
}: {
  caption: string
  combinations: readonly Combination[]
}) {
  const words = useWords()
  const rows = combinations.map((one) => ({
    key: one.actions.join(),
    cells: [
      datum(
        listed(one.actions),
        <ul className={styles.together}>
          {one.actions.map((kind) => (
            <li key={kind}>{actionName(kind, words)}</li>
          ))}
        </ul>,
      ),
      datum(one.months, monthsText(one, words)),
      ...cellsOf(one, words),
    ],
  }))
  return <DataTable caption={caption} columns={columnsOf(words)} rows={rows} />
}

function ActionName({ kind }: { kind: ActionKind }) {
  const words = useWords()
  return (
    <span className={styles.named}>
      {actionName(kind, words)}
      <span className={styles.note}>{words.t(`chancePanel.plan.note.${kind}`)}</span>
    </span>
  )
}
