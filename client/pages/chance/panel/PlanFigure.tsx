import type { ActionMonths, ChanceAnswer, Combination } from '../../../../shared/schema/chance.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { PlanComparison } from './PlanComparison.tsx'
import { ActionsTable, CombinationsTable } from './PlanTables.tsx'
import styles from './panel.module.css'
import { actionName, planFinding, planOf, togetherFinding } from './plan.ts'

interface PlanFigureProps {
  answer: ChanceAnswer
  source: string
  months: ActionMonths
  onMonths(months: ActionMonths): void
}

/** What the person may do, most chance gained for each month first; then what goes together, and what it does over time. */
export function PlanFigure({ answer, source, months, onMonths }: PlanFigureProps) {
  const words = useWords()
  const { t, format } = words
  const title = planFinding(answer, words)
  const { open, countedOn } = planOf(answer.actions)
  const { combinations } = answer
  return (
    <>
      <Figure
        heading={t('chancePanel.plan.heading')}
        title={title}
        subtitle={t('chancePanel.plan.subtitle')}
        source={source}
        tools={
          Object.keys(months).length > 0 && (
            <Button look="plain" onClick={() => onMonths({})}>
              {t('chancePanel.plan.reset')}
            </Button>
          )
        }
      >
        <div className={styles.plan}>
          {open.length > 0 && <ActionsTable caption={title} actions={open} months={months} onMonths={onMonths} />}
          {countedOn.map(({ action, probability, gained }) => (
            <p key={action}>
              {t('chancePanel.plan.countedOn', {
                action: actionName(action, words),
                without: format.percent(Math.max(0, probability - gained)),
                chance: format.percent(probability),
              })}
            </p>
          ))}
          {open.length > 1 && combinations.length === 0 && <p>{t('chancePanel.plan.togetherNone')}</p>}
        </div>
      </Figure>
      {combinations.length > 0 && <TogetherFigure combinations={combinations} source={source} />}
      <PlanComparison answer={answer} source={source} />
    </>
  )
}

/** Two or three of the best actions together. */
function TogetherFigure({ combinations, source }: { combinations: readonly Combination[]; source: string }) {
  const words = useWords()
  const { t } = words
  const title = togetherFinding(combinations, words)
  return (
    <Figure
      heading={t('chancePanel.plan.together')}
      title={title}
      subtitle={t('chancePanel.plan.togetherText')}
      source={source}
    >
      <div className={styles.plan}>
        <CombinationsTable caption={title} combinations={combinations} />
      </div>
    </Figure>
  )
}
