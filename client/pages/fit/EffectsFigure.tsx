import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { FitRecord } from '../../../shared/schema/fit.ts'
import { Figure } from '../../charts/Figure.tsx'
import { IntervalRows } from '../../charts/IntervalRows.tsx'
import { streamNames } from '../../charts/markers.ts'
import { linearScale } from '../../charts/scales.ts'
import { valueAxis } from '../../charts/valueAxis.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './EffectsFigure.module.css'
import { EffectsTable } from './EffectsTable.tsx'
import { effectSentences, effectsFinding, effectsMeaning, effectsOn, streamsMoved } from './effects.ts'

interface EffectsFigureProps {
  sensitivities: FitRecord['sensitivities']
  engineVersion: string
}

/** The most steps between the ticks of the scale that fit on a phone. */
const STEPS = 5

/** By how much cutoffs move when an assumption is wrong; `?stream=` of the address. */
export function EffectsFigure({ sensitivities, engineVersion }: EffectsFigureProps) {
  const words = useWords()
  const { t, format } = words
  const [asked, choose] = useQueryState('stream', parseAsStringLiteral(streamNames))
  const streams = streamsMoved(sensitivities.entries)
  const stream = asked && streams.includes(asked) ? asked : streams[0]
  if (!stream) return null
  const effects = effectsOn(sensitivities.entries, stream)
  const axis = valueAxis(
    Math.min(0, ...effects.map(({ low }) => low)),
    Math.max(0, ...effects.map(({ high }) => high)),
    STEPS,
  )
  const scale = linearScale(axis)
  const about = { stream: t(`stream.${stream}`) }
  const title = effectsFinding(effects, stream, words)
  const tools = (
    <Select
      label={t('fit.effects.choose')}
      value={stream}
      options={streams.map((value) => ({ value, text: t(`streamLong.${value}`) }))}
      onChange={(value) => void choose(value)}
    />
  )
  return (
    <Figure
      heading={t('fit.effects.heading')}
      title={title}
      subtitle={t('fit.effects.subtitle', { ...about, count: effects[0]?.draws ?? 0 })}
      source={t('fit.effects.source', { version: engineVersion })}
      tools={tools}
      table={() => <EffectsTable caption={t('figure.tableOf', { title })} effects={effects} />}
    >
      <div className={styles.pair}>
        <IntervalRows
          label={title}
          ticks={axis.ticks.map((value) => ({ at: scale(value), text: format.signed(value), strong: value === 0 }))}
          rows={effects.map((effect) => ({
            key: effect.assumption,
            label: t(`fit.effects.name.${effect.assumption}`),
            stream,
            low: scale(effect.low),
            high: scale(effect.high),
            mark: scale(effect.points),
            hollow: false,
            dashed: false,
            value: t('fit.effects.range', {
              points: format.signedTenths(effect.points),
              low: format.signedTenths(effect.low),
              high: format.signedTenths(effect.high),
            }),
          }))}
        />
        <div className={styles.prose} data-beside-picture>
          <ul>
            {effectSentences(effects, stream, words).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <h3>{t('fit.effects.meaningTitle')}</h3>
          {effectsMeaning(sensitivities, words).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </div>
    </Figure>
  )
}
