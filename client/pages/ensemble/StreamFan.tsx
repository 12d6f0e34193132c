import type { Day } from '../../../shared/lib/day.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { FanLegend, type FanLegendProps } from '../../charts/FanLegend.tsx'
import { type FanSeries, lastKnown } from '../../charts/fanSeries.ts'
import { FanPlot } from '../../charts/lazy.ts'
import { streamColour } from '../../charts/markers.ts'
import type { TimeMark } from '../../charts/timeMark.ts'
import { useNarrow } from '../../hooks/useNarrow.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './StreamFan.module.css'

interface StreamFanProps {
  stream: Stream
  series: FanSeries
  from: Day
  to: Day
  marks: readonly TimeMark[]
  /** The finding, for those who do not see the picture. */
  title: string
  /** What the bands stand for, when not futures. */
  bands?: FanLegendProps['bands']
}

/** The fan of one stream with its legend in words. */
export function StreamFan({ stream, series, from, to, marks, title, bands }: StreamFanProps) {
  const words = useWords()
  const { t, format } = words
  const narrow = useNarrow()
  const colour = streamColour(stream)
  const known = lastKnown(series)
  return (
    <>
      <div
        className={styles.plot}
        role="img"
        aria-label={t('ensemble.cutoffs.chart', { stream: t(`stream.${stream}`), title })}
      >
        <div className={styles.fill} aria-hidden="true">
          <FanPlot {...{ series, from, to, marks, colour, stream, words, narrow }} />
        </div>
      </div>
      <FanLegend
        colour={colour}
        bands={bands}
        lastPublished={known ? t('ensemble.cutoffs.lastPublished', { cutoff: format.integer(known.value) }) : null}
      />
    </>
  )
}
