import '../../../i18n/chancePanel/texts.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Answer } from './Answer.tsx'
import { AskNotice } from './AskNotice.tsx'
import styles from './panel.module.css'
import { RefusalNotice } from './RefusalNotice.tsx'
import { type Couple, useChance } from './useChance.ts'
import { WaitingNotice } from './WaitingNotice.tsx'

/** Place in the pool, chance by date, plan and journey of a candidate, once the reader lets the answers be sent. */
export function ChanceOfProfile(couple: Couple) {
  const { profile } = couple
  const { t } = useWords()
  const { chance } = useBackend()
  const asked = useChance(couple, chance)
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
          <Answer
            answer={answer}
            profile={profile}
            isGrowing={isGrowing}
            months={asked.months}
            onMonths={asked.changeMonths}
          />
        </div>
      )}
    </div>
  )
}
