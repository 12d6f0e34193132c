import type { Action, ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { datum } from '../../../charts/tableData.ts'
import { useWords } from '../../../hooks/useWords.ts'
import styles from './panel.module.css'
import { monthsText, perMonthText, planFinding, planOf } from './plan.ts'
import { gainText } from './rounding.ts'

/** Stands for no stream in the table. */
const NOTHING = '–'

/** What the person may do, most chance gained for each month first. */
export function PlanFigure({ answer, source }: { answer: ChanceAnswer; source: string }) {
  const words = useWords()
  const { t, format } = words
  const title = planFinding(answer, words)
  const { useful, useless, harmful } = planOf(answer.actions)
  const columns = (['action', 'months', 'points', 'opens', 'chance', 'gained', 'perMonth'] as const).map((key) => ({
    key,
    label: t(`chancePanel.plan.${key}`),
    numeric: key !== 'action' && key !== 'opens',
  }))
  const opensText = ({ opens }: Action) =>
    opens.length === 0 ? NOTHING : opens.map((stream) => t(`stream.${stream}`)).join(', ')
  const namesOf = (actions: readonly Action[]) =>
    actions.map(({ action }) => t(`chancePanel.plan.name.${action}`)).join('; ')
  const rows = useful.map((action) => ({
    key: action.action,
    cells: [
      datum(action.action, <ActionName kind={action.action} />),
      datum(action.months, action.months === 0 ? monthsText(action, words) : format.count(action.months)),
      datum(action.points, format.signed(action.points)),
      datum(action.opens.join(' '), opensText(action)),
      datum(action.probability, format.percent(action.probability)),
      datum(action.gained, gainText(action.gained, words)),
      datum(action.gainedPerMonth, perMonthText(action, words)),
    ],
  }))
  return (
    <Figure
      heading={t('chancePanel.plan.heading')}
      title={title}
      subtitle={t('chancePanel.plan.subtitle')}
      source={source}
    >
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} />}
      {useless.length > 0 && <p>{t('chancePanel.plan.useless', { actions: namesOf(useless) })}</p>}
      {harmful.length > 0 && <p>{t('chancePanel.plan.harmful', { actions: namesOf(harmful) })}</p>}
    </Figure>
  )
}

function ActionName({ kind }: { kind: Action['action'] }) {
  const { t } = useWords()
  return (
    <span className={styles.named}>
      {t(`chancePanel.plan.name.${kind}`)}
      <span className={styles.note}>{t(`chancePanel.plan.note.${kind}`)}</span>
    </span>
  )
}
