import { useEffect, useState } from 'react'
import { latestKnownRulesetId } from '../../../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../../../shared/crs/score.ts'
import { withValidLanguages } from '../../../../shared/language/validity.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { useToday } from '../useToday.ts'
import { formId } from './formContext.ts'
import styles from './Subtotals.module.css'

/** Typing goes on for about this long between two keys; the total is said when it stops. */
const QUIET_MS = 1200

const sections = ['core', 'spouse', 'transferability', 'additional'] as const

interface SubtotalsProps {
  draft: Profile
  /** How many answers are missing or refused. */
  left: number
}

/** The points so far, section by section, how much is left to answer, and the way to the result. */
export function Subtotals({ draft, left }: SubtotalsProps) {
  const isComplete = left === 0
  const { t, format } = useWords()
  const score = scoreProfile(withValidLanguages(draft, useToday()), compiledRuleset(latestKnownRulesetId))
  const sentence = t(isComplete ? 'chance.subtotal.total' : 'chance.subtotal.soFar', { count: score.total })
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say(sentence), QUIET_MS)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <aside className={styles.bar} aria-label={t('chance.subtotal.title')}>
      <p className={styles.total}>
        <span className={styles.name}>{t(isComplete ? 'chance.subtotal.complete' : 'chance.subtotal.open')}</span>
        <strong className={styles.figure}>{format.integer(score.total)}</strong>
      </p>
      <dl className={styles.sections}>
        {sections.map((section) => (
          <div key={section}>
            <dt>
              {t(`chance.subtotal.letter.${section}`)}{' '}
              <span className={styles.long}>{t(`chance.subtotal.${section}`)}</span>
            </dt>
            <dd>{format.integer(score[section].total)}</dd>
          </div>
        ))}
      </dl>
      {isComplete ? (
        <Button type="submit" form={formId} className={styles.submit}>
          {t('chance.subtotal.show')}
        </Button>
      ) : (
        <p className={styles.left}>{t('chance.subtotal.left', { count: left })}</p>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
    </aside>
  )
}
