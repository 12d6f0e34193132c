import type { SweepResult } from '../../../../shared/schema/instrument.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { intervalText, isClear } from '../compare/pairedText.ts'
import { sweepFinding } from './instrumentFindings.ts'
import { changeOf } from './outcomeText.ts'
import { knobText } from './QuestionForm.tsx'
import styles from './SweepFigure.module.css'

interface SweepFigureProps {
  finding: SweepResult
  source: string
}

/** Strongest shade of a cell, in per cent: its figure stays readable on it. */
const STRONGEST = 45

/** The outcome over a grid: figures, shaded by how far they are from the scenario as it is. */
export function SweepFigure({ finding, source }: SweepFigureProps) {
  const { outcome, x, y, cells } = finding
  const words = useWords()
  const { t, format } = words
  const { figure } = outcome
  const means = cells.flatMap(({ difference }) => difference?.difference.mean ?? [])
  const most = Math.max(1e-9, ...means.map(Math.abs))
  const times = (factor: number) => t('lab.instruments.times', { factor: format.decimal(factor) })
  const title = sweepFinding(finding, words)
  const measure = figure === 'invited' ? 'people' : 'tenths'
  const table = () => (
    <DataTable
      caption={t('figure.tableOf', { title })}
      columns={[
        { key: 'x', label: knobText(x.knob, words), numeric: true },
        { key: 'y', label: knobText(y.knob, words), numeric: true },
        { key: 'difference', label: t('lab.instruments.sweepDifference'), numeric: true },
      ]}
      rows={cells.map(({ x: ofX, y: ofY, difference }) => ({
        key: `${ofX} ${ofY}`,
        cells: [times(ofX), times(ofY), difference ? intervalText(difference, measure, words) : t('lab.value.nothing')],
      }))}
    />
  )
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
      table={table}
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
                  const difference = cells.find((cell) => cell.x === ofX && cell.y === ofY)?.difference
                  if (!difference) return <td key={ofX}>{t('lab.value.nothing')}</td>
                  const { mean } = difference.difference
                  return (
                    <td key={ofX} className={isClear(difference) ? styles.clear : undefined} style={shade(mean)}>
                      {changeOf(mean, figure, words)}
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
