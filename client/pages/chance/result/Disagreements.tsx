import { latestKnownRulesetId, resolveRuleset } from '../../../../shared/crs/ruleset.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { mistakesFor } from './mistakes.ts'
import type { ResultPart } from './ResultContents.tsx'
import styles from './result.module.css'

const part: ResultPart = 'result-mistakes'

/** Known mistakes of calculators that would show in this candidate's points. */
export function Disagreements({ profile }: { profile: Profile }) {
  const { t, format } = useWords()
  const mistakes = mistakesFor(profile, resolveRuleset(latestKnownRulesetId))
  return (
    <section id={part} className={styles.part} tabIndex={-1}>
      <h2>{t('chance.mistake.title')}</h2>
      <p>{mistakes.length > 0 ? t('chance.mistake.lead') : t('chance.mistake.none')}</p>
      <ul className={styles.mistakes}>
        {mistakes.map(({ mistake, difference }) => (
          <li key={mistake}>
            <span className={styles.difference}>{format.signed(difference)}</span>
            <span>{t(`chance.mistake.${mistake}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
