import '../../../i18n/chancePanel/texts.ts'
import type { ActionMonths } from '../../../../shared/schema/chance.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Answer } from './Answer.tsx'
import { AskNotice } from './AskNotice.tsx'
import styles from './panel.module.css'
import { RefusalNotice } from './RefusalNotice.tsx'
import { type Asking, useChance } from './useChance.ts'
import { WaitingNotice } from './WaitingNotice.tsx'

interface ChanceOfProfileProps extends Asking {
  onMonths(months: ActionMonths): void
}

/** Place in the pool, chance by date, plan and journey of a candidate, once the reader lets the answers be sent. */
export function ChanceOfProfile({ onMonths, ...asking }: ChanceOfProfileProps) {
  const { profile, months } = asking
  const { t } = useWords()
  const { chance } = useBackend()
  const asked = useChance(asking, chance)
  const { hasAsked, answer, isOutdated, isGrowing, refusal } = asked
  if (!hasAsked)
    return (
      <div className={styles.panel}>
        <AskNotice onAsk={asked.ask} />
      </div>
    )
  const isWaiting = !refusal && (!answer || isOutdated)
  return (
    <div className={styles.panel}>
      {isWaiting && <WaitingNotice busyWith={asked.busyWith} hasAnswer={answer !== undefined} onStop={asked.stop} />}
      {refusal && <RefusalNotice error={refusal} hasAnswer={answer !== undefined} onRetry={asked.ask} />}
      <p role="status" className="unseen">
        {answer && !isOutdated && !refusal && t('chancePanel.done')}
      </p>
      {answer && (
        <div className={styles.answer} aria-busy={isOutdated}>
          <Answer answer={answer} profile={profile} isGrowing={isGrowing} months={months} onMonths={onMonths} />
        </div>
      )}
    </div>
  )
}
