import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { ChancePlot } from '../../../charts/lazy.ts'
import { useNarrow } from '../../../hooks/useNarrow.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { ChanceTable } from './ChanceTable.tsx'
import { chanceDetails, chanceFinding, chanceLines, chanceTip, isOutside, startOf } from './chanceFindings.ts'
import { HoldsUnder } from './HoldsUnder.tsx'
import { LineNames } from './LineNames.tsx'
import { PastReliability } from './PastReliability.tsx'
import styles from './panel.module.css'

interface ChancesFigureProps {
  answer: ChanceAnswer
  profile: Profile
  source: string
}

/** The chance of having been invited by each date, by stream; beside it what it holds under and how such statements have done. */
export function ChancesFigure({ answer, profile, source }: ChancesFigureProps) {
  const words = useWords()
  const { t } = words
  const narrow = useNarrow()
  const title = chanceFinding(answer, words)
  if (isOutside(answer)) {
    return (
      <section className={styles.prose}>
        <h2>{title}</h2>
        <p>{t('chancePanel.chance.outsideText')}</p>
      </section>
    )
  }
  const lines = chanceLines(answer, words)
  const nameTips = lines.length > 1
  return (
    <Figure
      heading={t('chancePanel.chance.heading')}
      title={title}
      subtitle={t('chancePanel.chance.subtitle', { runs: answer.runs })}
      source={source}
      table={() => <ChanceTable answer={answer} />}
    >
      <div className={styles.pair}>
        <div className={styles.chart}>
          <p>{chanceDetails(answer, words)}</p>
          <div className={styles.plot} role="img" aria-label={t('chancePanel.chance.chart', { title })}>
            <div className={styles.fill} aria-hidden="true">
              <ChancePlot
                from={startOf(answer)}
                lines={lines}
                tip={(line, point) => (nameTips ? `${line.name}, ${chanceTip(point, words)}` : chanceTip(point, words))}
                words={words}
                narrow={narrow}
              />
            </div>
          </div>
          {narrow && <LineNames lines={lines} />}
        </div>
        <div className={styles.beside} data-beside-picture>
          <HoldsUnder answer={answer} profile={profile} />
          <PastReliability answer={answer} />
        </div>
      </div>
    </Figure>
  )
}
