import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { streamNames } from '../../charts/markers.ts'
import styles from '../ensemble/EnsembleFigures.module.css'
import { streamsByDraws } from '../ensemble/streamsByDraws.ts'
import { ForecastContents } from './ForecastContents.tsx'
import { ForecastFigure } from './ForecastFigure.tsx'
import type { Forecast } from './forecastView.ts'
import { NextDraws } from './NextDraws.tsx'
import { useScore } from './useScore.ts'

/** Cutoffs of a stream, the next draws of all, and what the figures rest on. */
export function ForecastFigures({ forecast }: { forecast: Forecast }) {
  const [chosen, choose] = useQueryState('stream', parseAsStringLiteral(streamNames))
  const [score] = useScore()
  const streams = streamsByDraws(forecast.result)
  const stream = chosen && streams.includes(chosen) ? chosen : streams[0]
  return (
    <div className={styles.figures}>
      {stream && <ForecastFigure {...{ forecast, streams, stream, score }} onChoose={(next) => void choose(next)} />}
      <NextDraws forecast={forecast} score={score} />
      <ForecastContents forecast={forecast} />
    </div>
  )
}
