import type { ActionMonths, ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { CalendarFigure } from './CalendarFigure.tsx'
import { ChancesFigure } from './ChancesFigure.tsx'
import { Journey } from './Journey.tsx'
import { PastDrawsFigure } from './PastDrawsFigure.tsx'
import { PlaceFigure } from './PlaceFigure.tsx'
import { PlanFigure } from './PlanFigure.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import styles from './panel.module.css'

interface AnswerProps {
  answer: ChanceAnswer
  profile: Profile
  /** More futures are on their way. */
  isGrowing: boolean
  /** Months of actions that the reader changed. */
  months: ActionMonths
  onMonths(months: ActionMonths): void
}

/** Everything the server knows about one person, from the place today to the way ahead. */
export function Answer({ answer, profile, isGrowing, months, onMonths }: AnswerProps) {
  const { t, format } = useWords()
  const source = t('chancePanel.source', {
    version: answer.engineVersion,
    scenario: answer.scenario,
    seed: answer.seed,
    date: format.date(answer.asOf),
  })
  return (
    <>
      <div className={styles.tools}>
        <Button onClick={() => window.print()}>{t('chancePanel.print.button')}</Button>
        {isGrowing && <p>{t('chancePanel.waiting.more')}</p>}
      </div>
      <div className={styles.pair}>
        <PlaceFigure answer={answer} source={source} />
        <PastDrawsFigure answer={answer} />
      </div>
      <ChancesFigure answer={answer} profile={profile} source={source} />
      <CalendarFigure answer={answer} source={source} />
      <PlanFigure answer={answer} source={source} months={months} onMonths={onMonths} />
      <Journey answer={answer} profile={profile} />
      <PrintSheet answer={answer} profile={profile} source={source} />
    </>
  )
}
