import { createPortal } from 'react-dom'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { ChanceTable } from './ChanceTable.tsx'
import { changeLine } from './calendar.ts'
import { chanceDetails, chanceFinding } from './chanceFindings.ts'
import { HoldsUnder } from './HoldsUnder.tsx'
import { journeySteps } from './journey.ts'
import styles from './PrintSheet.module.css'
import { placeFinding } from './place.ts'
import { actionName, isUseful, monthsText, planOf } from './plan.ts'

/** As many as fit on one page with the rest. */
const MOST_CHANGES = 5
const MOST_ACTIONS = 5

interface PrintSheetProps {
  answer: ChanceAnswer
  profile: Profile
  source: string
}

/** The summary that is printed instead of the page; it stands beside the page in the document, so that nothing else is. */
export function PrintSheet({ answer, profile, source }: PrintSheetProps) {
  const words = useWords()
  const { t, format } = words
  const { score, streams, changes, actions } = answer
  const names = streams.map((stream) => t(`stream.${stream}`)).join(', ') || t('chancePanel.streamsNone')
  const useful = planOf(actions).open.filter(isUseful)
  return createPortal(
    <article className={styles.sheet}>
      <h1>{t('chancePanel.print.title')}</h1>
      <p>
        {t('chancePanel.print.score', { score, streams: names })} {placeFinding(answer, words)}.
      </p>
      <h2>{chanceFinding(answer, words)}</h2>
      <p>{chanceDetails(answer, words)}</p>
      <ChanceTable answer={answer} />
      <HoldsUnder answer={answer} profile={profile} />
      {useful.length > 0 && <h2>{t('chancePanel.print.plan')}</h2>}
      <ul>
        {useful.slice(0, MOST_ACTIONS).map((action) => (
          <li key={action.action}>
            {t('chancePanel.print.planLine', {
              action: actionName(action.action, words),
              points: format.signed(action.points),
              months: monthsText(action, words),
              chance: format.percent(action.probability),
            })}
          </li>
        ))}
      </ul>
      <h2>{t('chancePanel.print.calendar')}</h2>
      <ul>
        {changes.slice(0, MOST_CHANGES).map((change) => (
          <li key={change.date}>{changeLine(change, words)}</li>
        ))}
        {journeySteps(answer, profile, words).map(({ name, date }) => date && <li key={name}>{date}</li>)}
      </ul>
      <p>
        {t('app.independent')} {t('figure.source', { source })}
      </p>
    </article>,
    document.body,
  )
}
