import type { ReactNode } from 'react'
import type { Action, ActionKind, ActionMonths, Combination, Effect } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { MonthsField } from './MonthsField.tsx'
import styles from './panel.module.css'
import { actionName, gainWithInterval, monthsText, opensText, perMonthText } from './plan.ts'

const columnsOf = ({ t }: Words) =>
  (['action', 'months', 'chance', 'gained', 'perMonth', 'points', 'opens'] as const).map((key) => ({
    key,
    label: t(`chancePanel.plan.${key}`),
    numeric: key !== 'action' && key !== 'opens' && key !== 'months',
  }))

const cellsOf = (what: ReactNode, months: ReactNode, effect: Effect, words: Words): ReactNode[] => [
  what,
  months,
  words.format.percent(effect.probability),
  gainWithInterval(effect, words),
  perMonthText(effect, words),
  words.format.signed(effect.points),
  <span key="opens" className={styles.opens}>
    {opensText(effect, words)}
  </span>,
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
    cells: cellsOf(
      <ActionName key="action" kind={one.action} />,
      <MonthsField
        key="months"
        action={one.action}
        months={months[one.action] ?? one.months}
        onChange={(changed) => onMonths({ ...months, [one.action]: changed })}
      />,
      one,
      words,
    ),
  }))
  return <DataTable caption={caption} columns={columnsOf(words)} rows={rows} />
}

/** Two or three actions together. */
export function CombinationsTable({ combinations }: { combinations: readonly Combination[] }) {
  const words = useWords()
  const rows = combinations.map((one) => ({
    key: one.actions.join(),
    cells: cellsOf(
      <ul key="actions" className={styles.together}>
        {one.actions.map((kind) => (
          <li key={kind}>{actionName(kind, words)}</li>
        ))}
      </ul>,
      monthsText(one, words),
      one,
      words,
    ),
  }))
  return <DataTable caption={words.t('chancePanel.plan.together')} columns={columnsOf(words)} rows={rows} />
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
