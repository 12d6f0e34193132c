import { useEffect, useId, useState } from 'react'
import { streams } from '../../../../shared/schema/common.ts'
import { type Knob, knobNames, outcomeFigures } from '../../../../shared/schema/instrument.ts'
import type { PlannedDraw } from '../../../../shared/schema/scenario.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Select } from '../../../ui/Select.tsx'
import styles from '../compare/CompareView.module.css'
import field from '../edit/Field.module.css'
import { numberTyping } from '../fields/typed.ts'
import { streamsOf } from './plannedDraws.ts'
import { askedDraw, askedStream, knobOf } from './requestOf.ts'
import { factorsIn, useQuestion } from './useQuestion.ts'

/** A side of the grid. */
export type Axis = 'x' | 'y'

/** The name of a knob in words. */
export const knobText = (knob: Knob, { t }: Words): string =>
  typeof knob === 'string'
    ? t(`lab.instruments.knob.${knob}`)
    : t('lab.instruments.sizesOf', { stream: t(`stream.${knob.sizesOf}`) })

interface QuestionFormProps {
  draws: readonly PlannedDraw[]
  /** Told whether the factors of a side of the grid cannot be read. */
  onMistake(axis: Axis, isMistaken: boolean): void
}

/** What is asked: a draw, or an outcome and what is turned. */
export function QuestionForm({ draws, onMistake }: QuestionFormProps) {
  const words = useWords()
  const { t, format } = words
  const [question, ask] = useQuestion()
  if (question.instrument === 'response') {
    const sized = draws.filter(({ size }) => size !== undefined)
    const draw = askedDraw(draws, question.draw)
    return (
      <div className={styles.controls}>
        <Select
          label={t('lab.instruments.draw')}
          value={draw ? `${draw.date}/${draw.stream}` : ''}
          options={sized.map(({ date, stream, size = 0 }) => ({
            value: `${date}/${stream}`,
            text: t('lab.instruments.drawText', {
              date: format.shortDate(date),
              stream: t(`stream.${stream}`),
              size: format.integer(size),
            }),
          }))}
          onChange={(next) => void ask({ draw: next })}
        />
      </div>
    )
  }
  return (
    <>
      <div className={styles.controls}>
        <Select
          label={t('lab.instruments.figure')}
          value={question.figure}
          options={outcomeFigures.map((one) => ({ value: one, text: t(`lab.instruments.outcome.${one}`) }))}
          onChange={(figure) => void ask({ figure })}
        />
        <Select
          label={t('lab.instruments.stream')}
          value={askedStream(draws, question.stream) ?? 'cec'}
          options={streamsOf(draws).map((one) => ({ value: one, text: t(`stream.${one}`) }))}
          onChange={(stream) => void ask({ stream })}
        />
      </div>
      {question.instrument === 'sweep' && (
        <>
          <KnobFields axis="x" label={t('lab.instruments.first')} draws={draws} onMistake={onMistake} />
          <KnobFields axis="y" label={t('lab.instruments.second')} draws={draws} onMistake={onMistake} />
        </>
      )}
    </>
  )
}

interface KnobFieldsProps extends QuestionFormProps {
  axis: Axis
  label: string
}

/** One side of the grid: what is turned, and how far. */
function KnobFields({ axis, label, draws, onMistake }: KnobFieldsProps) {
  const words = useWords()
  const { t, language } = words
  const id = useId()
  const [question, ask] = useQuestion()
  const typing = numberTyping(language)
  const factors = axis === 'x' ? question.xs : question.ys
  const [text, setText] = useState(factors.map(typing.write).join(language === 'fr' ? '; ' : ', '))
  const drawn = streamsOf(draws)
  const names = [...knobNames, ...streams.filter((one) => drawn.includes(one)).map((one) => `sizes-${one}`)]
  const read = (typed: string) => {
    const parts = typed.split(language === 'fr' ? /;/ : /[,;]/).map((part) => typing.read(part))
    return factorsIn(parts.join('_'))
  }
  const isMistaken = read(text) === null
  useEffect(() => onMistake(axis, isMistaken), [onMistake, axis, isMistaken])
  return (
    <div className={styles.controls}>
      <Select
        label={label}
        value={axis === 'x' ? question.x : question.y}
        options={names.map((name) => ({ value: name, text: knobText(knobOf(name), words) }))}
        onChange={(name) => void ask({ [axis]: name })}
      />
      <div className={field.field} data-mistaken={isMistaken}>
        <label htmlFor={id}>{t('lab.instruments.factors')}</label>
        <p id={`${id}-hint`} className={isMistaken ? field.mistake : field.notes}>
          {t('lab.instruments.factorsHint')}
        </p>
        <input
          id={id}
          className={field.input}
          autoComplete="off"
          aria-invalid={isMistaken}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            const next = read(event.target.value)
            if (next) void ask({ [`${axis}s`]: next })
          }}
        />
      </div>
    </div>
  )
}
