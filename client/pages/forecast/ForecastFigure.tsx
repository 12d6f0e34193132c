import type { Stream } from '../../../shared/schema/common.ts'
import { futuresText } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { timeMarks } from '../../charts/timeMarks.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useWords } from '../../hooks/useWords.ts'
import { DrawQuantiles } from '../ensemble/DrawQuantiles.tsx'
import { useEnsembleSource } from '../ensemble/ensembleSource.ts'
import { StreamChooser } from '../ensemble/StreamChooser.tsx'
import { StreamFan } from '../ensemble/StreamFan.tsx'
import styles from './ForecastFigure.module.css'
import { countsSentence, streamFinding } from './forecastFindings.ts'
import { chartOf, type Forecast } from './forecastView.ts'

interface ForecastFigureProps {
  forecast: Forecast
  /** Streams with draws. */
  streams: readonly Stream[]
  stream: Stream
  score: number
  onChoose(stream: Stream): void
}

/** Published cutoffs of a stream, then its forecast; the other streams as small fans to choose from. */
export function ForecastFigure({ forecast, streams, stream, score, onChoose }: ForecastFigureProps) {
  const words = useWords()
  const { t, format } = words
  const narrow = useNarrow()
  const { result, since, nominees } = forecast
  const source = useEnsembleSource(result.runs)
  const { from, to, series } = chartOf(forecast, stream)
  const title = streamFinding(forecast, stream, words)
  const isNominees = stream === 'pnp' && nominees !== null
  const subtitle = isNominees
    ? t('forecast.pnp.subtitle', { count: nominees.draws, half: nominees.half })
    : t('forecast.subtitle', {
        stream: t(`stream.${stream}`),
        date: format.date(since),
        futures: futuresText(result.runs, words),
      })
  const bands = {
    median: t('forecast.pnp.median'),
    half: t('forecast.pnp.half'),
    most: t('forecast.pnp.most'),
    outside: t('forecast.pnp.outside'),
  }
  return (
    <Figure
      heading={t('forecast.heading')}
      title={title}
      subtitle={subtitle}
      source={source}
      table={() => (
        <DrawQuantiles
          caption={t('figure.tableOf', { title })}
          draws={result.draws.filter((draw) => draw.stream === stream)}
          runs={result.runs}
        />
      )}
    >
      <p className={styles.counts}>{countsSentence(forecast, stream, score, words)}</p>
      <StreamChooser result={result} streams={streams} stream={stream} onChoose={onChoose} />
      <StreamFan
        {...{ stream, series, from, to, title }}
        marks={timeMarks({ from, to, start: { date: since, text: t('forecast.starts') } }, words, narrow)}
        bands={isNominees ? bands : undefined}
      />
    </Figure>
  )
}
