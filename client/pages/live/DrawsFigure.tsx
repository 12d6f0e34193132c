import { memo, useState } from 'react'
import type { DrawEvent } from '../../../shared/schema/event.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { drawsFinding } from '../../charts/findings.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DrawsFigure.module.css'

const SHOWN_AT_FIRST = 12

function rowOf(draw: DrawEvent, { t, format }: Words) {
  return {
    key: String(draw.number),
    cells: [
      datum(draw.number, format.integer(draw.number)),
      datum(draw.date, format.shortDate(draw.date)),
      datum(
        draw.stream,
        <span className={styles.stream}>
          <StreamMark stream={draw.stream} /> {t(`stream.${draw.stream}`)}
        </span>,
      ),
      datum(draw.size, draw.size === null ? t('draws.noLimit') : format.integer(draw.size)),
      datum(draw.eligible, format.integer(draw.eligible)),
      datum(draw.invited, format.integer(draw.invited)),
      datum(draw.cutoff, draw.cutoff === null ? t('draws.nobody') : format.integer(draw.cutoff)),
      datum(draw.tieBreak, draw.tieBreak === null ? t('draws.notNeeded') : format.instant(draw.tieBreak)),
    ],
  }
}

/** Every simulated draw, newest first. */
export const DrawsFigure = memo(function DrawsFigure({ draws }: { draws: readonly DrawEvent[] }) {
  const words = useWords()
  const { t } = words
  const [isWhole, setWhole] = useState(false)
  const title = drawsFinding(draws, words)
  const columns = [
    { key: 'number', label: t('column.number'), numeric: true },
    { key: 'date', label: t('column.date') },
    { key: 'stream', label: t('column.stream') },
    { key: 'size', label: t('column.size'), numeric: true },
    { key: 'eligible', label: t('column.eligible'), numeric: true },
    { key: 'invited', label: t('column.invited'), numeric: true },
    { key: 'cutoff', label: t('column.cutoff'), numeric: true },
    { key: 'tieBreak', label: t('column.tieBreak') },
  ]
  return (
    <Figure
      heading={t('draws.heading')}
      title={title}
      subtitle={t('draws.subtitle')}
      source={t('figure.sourceSimulated')}
    >
      {draws.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={draws.toReversed().map((draw) => rowOf(draw, words))}
          most={isWhole ? undefined : SHOWN_AT_FIRST}
        />
      )}
      {!isWhole && draws.length > SHOWN_AT_FIRST && (
        <Button className={styles.more} onClick={() => setWhole(true)}>
          {t('draws.showAll', { count: draws.length })}
        </Button>
      )}
    </Figure>
  )
})
