import { addMonths, formatDay, parseDay } from '../../../shared/lib/day.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { fanAddition, fanFinding, futuresText } from '../../charts/ensembleFindings.ts'
import { Figure } from '../../charts/Figure.tsx'
import { cutoffsBefore, type FanSeries, fanOfStream } from '../../charts/fanSeries.ts'
import { useHistoryMonths } from '../../hooks/useHistoryMonths.ts'
import { useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { HistorySelect } from '../live/HistorySelect.tsx'
import { DrawQuantiles } from './DrawQuantiles.tsx'
import { useEnsembleSource } from './ensembleSource.ts'
import { StreamChooser } from './StreamChooser.tsx'
import { StreamFan } from './StreamFan.tsx'

interface FanFigureProps {
  result: EnsembleResult
  /** Streams with draws. */
  streams: readonly Stream[]
  stream: Stream
  onChoose(stream: Stream): void
}

/** Cutoffs of one stream: published, then the fan of the futures; the other streams as small fans to choose from. */
export function FanFigure({ result, streams, stream, onChoose }: FanFigureProps) {
  const words = useWords()
  const { t } = words
  const [historyMonths, setHistoryMonths] = useHistoryMonths()
  const history = useDraws().data?.draws ?? []
  const source = useEnsembleSource(result.runs)
  const start = result.pool[0].date
  const to = parseDay(result.pool[result.pool.length - 1].date)
  const wanted = addMonths(parseDay(start), -historyMonths)
  const published = cutoffsBefore(history, stream, formatDay(wanted), start)
  const series: FanSeries = { published, simulated: fanOfStream(result.draws, stream) }
  const from = Math.max(wanted, history[0] ? parseDay(history[0].date) : wanted)
  const title = fanFinding(result, stream, words)
  const name = t(`stream.${stream}`)
  return (
    <Figure
      heading={t('ensemble.cutoffs.heading')}
      title={title}
      subtitle={`${t('ensemble.cutoffs.subtitle', { stream: name, futures: futuresText(result.runs, words) })} ${fanAddition(result, stream, words)}`}
      source={source}
      tools={<HistorySelect months={historyMonths} onChange={setHistoryMonths} />}
      table={() => (
        <DrawQuantiles
          caption={t('figure.tableOf', { title })}
          draws={result.draws.filter((draw) => draw.stream === stream)}
          runs={result.runs}
        />
      )}
    >
      <StreamChooser result={result} streams={streams} stream={stream} onChoose={onChoose} />
      <StreamFan
        stream={stream}
        series={series}
        from={from}
        to={to}
        marks={[{ day: parseDay(start), text: t('trend.simulationStarts'), strong: true, row: 0 }]}
        title={title}
      />
    </Figure>
  )
}
