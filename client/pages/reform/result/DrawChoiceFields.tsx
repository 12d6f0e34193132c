import { useEffect, useId, useState } from 'react'
import { HIGHEST_SCORE } from '../../../../shared/crs/ruleMeaning.ts'
import type { PoolFacts } from '../../../engine/browser/reformMessages.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Select } from '../../../ui/Select.tsx'
import { type DrawChoice, newestDraw } from '../drawChoice.ts'
import { MOST_SEATS } from '../link.ts'
import styles from '../ReformScreen.module.css'

interface DrawChoiceProps {
  choice: DrawChoice
  pool: PoolFacts
  /** The cutoff of the draw as it is, to begin with when the cutoff is to stay. */
  cutoffNow: number | null
  onChoose(choice: DrawChoice): void
}

/** Which draw is looked at, and what stays the same: how many it invites, or its cutoff. */
export function DrawChoiceFields({ choice, pool, cutoffNow, onChoose }: DrawChoiceProps) {
  const { t, format } = useWords()
  const { stream } = choice
  const isByCutoff = choice.cutoff !== undefined
  const newest = newestDraw(pool, stream)
  const name = t(`stream.${stream}`)
  const value = choice.cutoff ?? choice.seats ?? newest?.size ?? 0
  return (
    <fieldset className={styles.choice}>
      <legend>{t('reform.ask.title')}</legend>
      <Select
        label={t('reform.ask.stream')}
        value={stream}
        options={pool.draws.map((draw) => ({ value: draw.stream, text: t(`stream.${draw.stream}`) }))}
        onChange={(next) => onChoose({ stream: next })}
      />
      <Select
        label={t('reform.ask.by')}
        value={isByCutoff ? 'cutoff' : 'seats'}
        options={[
          { value: 'seats', text: t('reform.ask.seats') },
          { value: 'cutoff', text: t('reform.ask.cutoff') },
        ]}
        onChange={(by) => onChoose(by === 'cutoff' ? { stream, cutoff: cutoffNow ?? 0 } : { stream })}
      />
      <NumberField
        key={`${stream} ${isByCutoff}`}
        label={t(isByCutoff ? 'reform.ask.cutoff' : 'reform.ask.seats')}
        value={value}
        low={isByCutoff ? 0 : 1}
        high={isByCutoff ? HIGHEST_SCORE : MOST_SEATS}
        onChange={(next) => onChoose(isByCutoff ? { stream, cutoff: next } : { stream, seats: next })}
      />
      {newest && !isByCutoff && (
        <p className={styles.hint}>
          {t('reform.ask.seatsHint', {
            stream: name,
            date: format.date(newest.date),
            size: format.integer(newest.size),
          })}
        </p>
      )}
    </fieldset>
  )
}

interface NumberFieldProps {
  label: string
  value: number
  low: number
  high: number
  onChange(value: number): void
}

function NumberField({ label, value, low, high, onChange }: NumberFieldProps) {
  const { t } = useWords()
  const id = useId()
  const [text, setText] = useState(String(value))
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN
  const isMistaken = !(number >= low && number <= high)
  // A link or an undo may bring another number.
  useEffect(() => setText(String(value)), [value])

  const write = (next: string) => {
    setText(next)
    const typed = /^\d{1,7}$/.test(next.trim()) ? Number(next) : Number.NaN
    if (typed >= low && typed <= high) onChange(typed)
  }
  return (
    <div className={styles.number}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isMistaken}
        aria-describedby={isMistaken ? `${id}-mistake` : undefined}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {isMistaken && (
        <p id={`${id}-mistake`} className={styles.mistake}>
          {t('reform.ask.wrong', { low, high })}
        </p>
      )}
    </div>
  )
}
