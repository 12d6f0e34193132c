import { useState } from 'react'
import type { ChanceAnswer, ChanceByDate, Effect } from '../../../../shared/schema/chance.ts'
import type { ChanceLine } from '../../../charts/chanceLines.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { ChancePlot } from '../../../charts/lazy.ts'
import { datum, endsOf, intervalColumns } from '../../../charts/tableData.ts'
import { useNarrow } from '../../../hooks/useNarrow.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Select } from '../../../ui/Select.tsx'
import { chanceTip, startOf } from './chanceFindings.ts'
import { LineNames } from './LineNames.tsx'
import styles from './panel.module.css'
import { actionName, actionNames, overTimeFinding, ownScores, planOf, scoreOn } from './plan.ts'
import { intervalText } from './rounding.ts'

/** Something that may be done, by its name. */
interface Option {
  name: string
  effect: Effect
}

const optionsOf = ({ actions, combinations }: ChanceAnswer, words: Words): Option[] =>
  [
    ...planOf(actions).open.map((effect) => ({ name: actionName(effect.action, words), effect })),
    ...combinations.map((effect) => ({ name: actionNames(effect.actions, words), effect })),
  ].toSorted((a, b) => b.effect.gainedPerMonth - a.effect.gainedPerMonth)

/** Chance and points over time, as things are and with something chosen done: a chart and its table. */
export function PlanComparison({ answer, source }: { answer: ChanceAnswer; source: string }) {
  const words = useWords()
  const { t } = words
  const narrow = useNarrow()
  const [chosen, setChosen] = useState<string>()
  const options = optionsOf(answer, words)
  const option = options.find(({ name }) => name === chosen) ?? options[0]
  if (!option) return null
  const isOut = [...ownScores(answer), ...option.effect.scores].some(({ score }) => score === null)
  const lines: ChanceLine[] = [
    { key: 'with', name: t('chancePanel.plan.with'), colour: 'var(--accent)', byDate: option.effect.byDate },
    { key: 'now', name: t('chancePanel.plan.asIs'), colour: 'var(--ink-soft)', byDate: answer.byDate },
  ]
  const tip = (line: ChanceLine, point: ChanceByDate) => `${line.name}, ${chanceTip(point, words)}`
  const chart = t('chancePanel.plan.chart', { action: option.name })
  return (
    <Figure
      heading={t('chancePanel.plan.overTime')}
      title={overTimeFinding(option.name, option.effect, answer.byDate, words)}
      subtitle={t(isOut ? 'chancePanel.plan.overTimeOut' : 'chancePanel.plan.overTimeText')}
      source={source}
      hasPicture
    >
      <div className={styles.comparison}>
        <div className={styles.choice}>
          <Select<string>
            label={t('chancePanel.plan.choose')}
            value={option.name}
            options={options.map(({ name }) => ({ value: name, text: name }))}
            onChange={setChosen}
          />
        </div>
        <div className={styles.pair}>
          <div className={styles.chart}>
            <div className={styles.plot} role="img" aria-label={chart}>
              <div className={styles.fill} aria-hidden="true">
                <ChancePlot from={startOf(answer)} lines={lines} tip={tip} words={words} narrow={narrow} />
              </div>
            </div>
            {narrow && <LineNames lines={lines} />}
          </div>
          <ComparisonTable caption={chart} answer={answer} effect={option.effect} />
        </div>
      </div>
    </Figure>
  )
}

interface ComparisonTableProps {
  caption: string
  answer: ChanceAnswer
  effect: Effect
}

function ComparisonTable({ caption, answer, effect }: ComparisonTableProps) {
  const words = useWords()
  const { t, format } = words
  const scores = ownScores(answer)
  const scoreCell = (score: number | null) =>
    datum(score, score === null ? t('chancePanel.plan.nothing') : format.integer(score))
  const shareCell = (share: number) => datum(share, format.percent(share))
  const columns = [
    { key: 'by', label: t('chancePanel.chance.by') },
    { key: 'scoreAsIs', label: t('chancePanel.plan.scoreAsIs'), numeric: true },
    { key: 'scoreWith', label: t('chancePanel.plan.scoreWith'), numeric: true },
    { key: 'chanceAsIs', label: t('chancePanel.plan.chanceAsIs'), numeric: true },
    { key: 'chanceWith', label: t('chancePanel.plan.chanceWith'), numeric: true },
    { key: 'range', label: t('chancePanel.chance.range'), numeric: true, only: 'page' as const },
    ...intervalColumns('chanceWith', t('chancePanel.chance.range'), t),
  ]
  const rows = effect.byDate.map((point, month) => ({
    key: point.date,
    cells: [
      datum(point.date, format.shortDate(point.date)),
      scoreCell(scoreOn(scores, point.date)),
      scoreCell(scoreOn(effect.scores, point.date)),
      shareCell(answer.byDate[month]?.probability ?? 0),
      shareCell(point.probability),
      intervalText(point, words),
      ...endsOf(point.low, point.high),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
