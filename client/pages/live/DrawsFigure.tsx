import { memo, useState } from 'react'
import type { DrawEvent } from '../../../shared/schema/event.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { drawsFinding } from '../../charts/findings.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { useBackend } from '../../hooks/useBackend.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DrawsFigure.module.css'

const SHOWN_AT_FIRST = 12

function rowOf(draw: DrawEvent, { t, format }: Words) {
  return {
    key: String(draw.number),
    cells: [
      format.integer(draw.number),
      format.shortDate(draw.date),
      <span key="stream" className={styles.stream}>
        <StreamMark stream={draw.stream} /> {t(`stream.${draw.stream}`)}
      </span>,
      draw.size === null ? t('draws.noLimit') : format.integer(draw.size),
      format.integer(draw.eligible),
      format.integer(draw.invited),
      draw.cutoff === null ? t('draws.nobody') : format.integer(draw.cutoff),
      draw.tieBreak === null ? t('draws.notNeeded') : format.instant(draw.tieBreak),
    ],
  }
}

interface DrawsFigureProps {
  draws: readonly DrawEvent[]
  runId: string | null
}

/** Every simulated draw, newest first. */
export const DrawsFigure = memo(function DrawsFigure({ draws, runId }: DrawsFigureProps) {
  const words = useWords()
  const { t } = words
  const { drawsCsvHref } = useBackend()
  const [isWhole, setWhole] = useState(false)
  const title = drawsFinding(draws, words)
  const newestFirst = draws.toReversed()
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
      tools={
        runId !== null &&
        draws.length > 0 && (
          <a href={drawsCsvHref(runId)} download>
            {t('draws.download')}
          </a>
        )
      }
    >
      {draws.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={(isWhole ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST)).map((draw) => rowOf(draw, words))}
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
