import '../../../i18n/chancePanel/texts.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Backend } from '../../../engine/backend.ts'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Answer } from './Answer.tsx'
import { AskNotice, NeedsServer } from './AskNotice.tsx'
import styles from './panel.module.css'
import { RefusalNotice } from './RefusalNotice.tsx'
import { useChance } from './useChance.ts'
import { WaitingNotice } from './WaitingNotice.tsx'

/** Place in the pool, chance by date, plan and journey of a candidate, once the reader lets the answers be sent. */
export function ChanceOfProfile({ profile }: { profile: Profile }) {
  const { chance } = useBackend()
  return <div className={styles.panel}>{chance ? <Asked profile={profile} chance={chance} /> : <NeedsServer />}</div>
}

function Asked({ profile, chance }: { profile: Profile; chance: NonNullable<Backend['chance']> }) {
  const { t } = useWords()
  const asked = useChance(profile, chance)
  const { hasAsked, answer, isOutdated, isGrowing, refusal } = asked
  if (!hasAsked) return <AskNotice onAsk={asked.ask} />
  const isWaiting = !refusal && (!answer || isOutdated)
  return (
    <>
      {isWaiting && <WaitingNotice busyWith={asked.busyWith} hasAnswer={answer !== undefined} onStop={asked.stop} />}
      {refusal && <RefusalNotice error={refusal} onRetry={asked.ask} />}
      <p role="status" className="unseen">
        {answer && !isOutdated && t('chancePanel.done')}
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
    </>
  )
}
