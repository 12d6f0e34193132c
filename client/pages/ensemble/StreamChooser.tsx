import { useId } from 'react'
import { parseDay } from '../../../shared/lib/day.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { FanSpark } from '../../charts/FanSpark.tsx'
import { fanOfStream } from '../../charts/fanSeries.ts'
import { streamColour } from '../../charts/markers.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { useWords } from '../../hooks/useWords.ts'
import { rangeText } from '../../i18n/format.ts'
import styles from './StreamChooser.module.css'

interface StreamChooserProps {
  result: EnsembleResult
  streams: readonly Stream[]
  stream: Stream
  onChoose(stream: Stream): void
}

/** Every stream as a small fan with what 8 of 10 futures span at its end; choosing one shows it large. */
export function StreamChooser({ result, streams, stream, onChoose }: StreamChooserProps) {
  const { t, format } = useWords()
  const name = useId()
  const from = parseDay(result.pool[0].date)
  const to = parseDay(result.pool[result.pool.length - 1].date)
  return (
    <fieldset>
      <legend className="unseen">{t('ensemble.cutoffs.choose')}</legend>
      <div className={styles.cards}>
        {streams.map((one) => {
          const points = fanOfStream(result.draws, one)
          const last = points.at(-1)
          return (
            <label key={one} className={styles.card}>
              <input type="radio" name={name} checked={one === stream} onChange={() => onChoose(one)} />
              <span className={styles.name}>
                <StreamMark stream={one} /> {t(`stream.${one}`)}
              </span>
              <FanSpark points={points} from={from} to={to} colour={streamColour(one)} />
              <span className={styles.spread}>
                {last
                  ? t('ensemble.cutoffs.spread', { range: rangeText(format.integer, last.p10, last.p90) })
                  : t('draws.nobody')}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
