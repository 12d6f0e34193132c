import type { SweepResult } from '../../../../shared/schema/instrument.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { changeOf, changeText } from './outcomeText.ts'
import { knobText } from './QuestionForm.tsx'
import styles from './SweepFigure.module.css'

interface SweepFigureProps {
  finding: SweepResult
  source: string
}

/** Strongest shade of a cell, in per cent: its figure stays readable on it. */
const STRONGEST = 45

/** The outcome over a grid: figures, shaded by how far they are from the scenario as it is. */
export function SweepFigure({ finding: { outcome, x, y, cells }, source }: SweepFigureProps) {
  const words = useWords()
  const { t, format } = words
  const { figure, stream } = outcome
  const means = cells.flatMap(({ difference }) => difference?.difference.mean ?? [])
  const most = Math.max(1e-9, ...means.map(Math.abs))
  const times = (factor: number) => t('lab.instruments.times', { factor: format.decimal(factor) })
  const title = t('lab.instruments.sweepFinding', {
    outcome: t(`lab.instruments.outcome.${figure}`),
    stream: t(`stream.${stream}`),
    low: changeOf(Math.min(0, ...means), figure, words),
    high: changeText(Math.max(0, ...means), figure, words),
  })
  /** Less in the accent, more in amber; the sign stands in the figure, too. */
  const shade = (mean: number) => ({
    background: `color-mix(in srgb, var(${mean < 0 ? '--accent' : '--amber-line'}) ${(STRONGEST * Math.abs(mean)) / most}%, var(--ground))`,
  })
  return (
    <Figure
      heading={t('lab.instruments.kind.sweep')}
      title={title}
      subtitle={t('lab.instruments.sweepSubtitle', { x: knobText(x.knob, words), y: knobText(y.knob, words) })}
      source={source}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('lab.instruments.sweepTable')}>
        <table className={styles.grid}>
          <caption className="unseen">{t('lab.instruments.sweepTable')}</caption>
          <thead>
            <tr>
              <td />
              {x.factors.map((factor) => (
                <th key={factor} scope="col">
                  {times(factor)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {y.factors.map((ofY) => (
              <tr key={ofY}>
                <th scope="row">{times(ofY)}</th>
                {x.factors.map((ofX) => {
                  const mean = cells.find((cell) => cell.x === ofX && cell.y === ofY)?.difference?.difference.mean
                  return (
                    <td key={ofX} style={mean === undefined ? undefined : shade(mean)}>
                      {mean === undefined ? t('lab.value.nothing') : changeOf(mean, figure, words)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Figure>
  )
}
