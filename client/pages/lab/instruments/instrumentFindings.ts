import type { SplitResult, SweepResult, TornadoResult } from '../../../../shared/schema/instrument.ts'
import type { Words } from '../../../i18n/words.ts'
import { isClear, isClearMean } from '../compare/pairedText.ts'
import { changeOf, changeText } from './outcomeText.ts'

/** An assumption of which both sides were measured: how far the outcome moves, on average. */
export const movedEntries = ({ entries }: TornadoResult) =>
  entries.flatMap(({ knob, low, high }) =>
    low.difference && high.difference
      ? [{ knob, low, high, sides: [low.difference.difference, high.difference.difference] as const }]
      : [],
  )

/** The assumption with the widest effect, in a sentence, of those that move the outcome for sure. */
export function tornadoFinding(finding: TornadoResult, words: Words): string {
  const { t } = words
  const { figure } = finding.outcome
  const moved = movedEntries(finding).filter(({ sides }) => sides.some(({ mean }) => mean !== 0))
  const widest = moved.find(({ sides }) => sides.some(isClearMean))
  if (!widest) return t(moved.length === 0 ? 'lab.instruments.tornadoNone' : 'lab.instruments.tornadoUnclear')
  const means = widest.sides.map(({ mean }) => mean)
  return t('lab.instruments.tornadoFinding', {
    knob: t(`lab.instruments.knob.${widest.knob}`),
    low: changeOf(Math.min(...means), figure, words),
    high: changeText(Math.max(...means), figure, words),
  })
}

/** Where most of the difference comes from, in a sentence, of the parts that are there for sure. */
export function splitFinding({ outcome: { figure }, total, effects }: SplitResult, words: Words): string {
  const { t } = words
  if (effects.every(({ mean }) => mean === 0)) return t('lab.instruments.splitNone')
  const whole = changeText(total.mean, figure, words)
  const [largest] = effects.filter(isClearMean).sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
  if (!largest) return t('lab.instruments.splitUnclear', { total: whole })
  const factor = t(`lab.instruments.factor.${largest.factor}`)
  return isClearMean(total)
    ? t('lab.instruments.splitFinding', { total: whole, factor, part: changeOf(largest.mean, figure, words) })
    : t('lab.instruments.splitPart', { factor, part: changeText(largest.mean, figure, words) })
}

/** How far the outcome moves over the grid, in a sentence, of the cells in which it moves for sure. */
export function sweepFinding({ outcome: { figure, stream }, cells }: SweepResult, words: Words): string {
  const { t } = words
  const named = { outcome: t(`lab.instruments.outcome.${figure}`), stream: t(`stream.${stream}`) }
  const clear = cells.flatMap(({ difference }) =>
    difference && isClear(difference) ? [difference.difference.mean] : [],
  )
  if (clear.length === 0) return t('lab.instruments.sweepNone', named)
  return t('lab.instruments.sweepFinding', {
    ...named,
    low: changeOf(Math.min(0, ...clear), figure, words),
    high: changeText(Math.max(0, ...clear), figure, words),
  })
}
