import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useDataAge } from '../../../hooks/useServerFacts.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { startOf } from './chanceFindings.ts'
import styles from './panel.module.css'

/** The scenario and the assumptions about the person that a chance holds under, and how old its data is. */
export function HoldsUnder({ answer, profile }: { answer: ChanceAnswer; profile: Profile }) {
  const { t, format } = useWords()
  const age = useDataAge()
  const { submittedAt } = profile
  return (
    <section className={styles.prose}>
      <h3>{t('chancePanel.holds.title')}</h3>
      <p>{t('chancePanel.holds.scenario', { asOf: format.date(answer.asOf), date: format.date(startOf(answer)) })}</p>
      {age?.isOld && <p className={styles.old}>{t('chancePanel.holds.old', { count: age.days })}</p>}
      <p>
        {submittedAt
          ? t('chancePanel.holds.submitted', { date: format.date(answer.submission.date) })
          : t('chancePanel.holds.submittedThen')}{' '}
        {t('chancePanel.holds.lives')} {t('chancePanel.holds.rules', { date: format.date(answer.rulesetId) })}
      </p>
    </section>
  )
}
