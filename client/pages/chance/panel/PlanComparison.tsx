import { useState } from 'react'
import type { ChanceAnswer, ChanceByDate, Effect } from '../../../../shared/schema/chance.ts'
import type { ChanceLine } from '../../../charts/chanceLines.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { ChancePlot } from '../../../charts/lazy.ts'
import { useNarrow } from '../../../hooks/useNarrow.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Select } from '../../../ui/Select.tsx'
import { chanceTip, startOf } from './chanceFindings.ts'
import { LineNames } from './LineNames.tsx'
import styles from './panel.module.css'
import { actionName, ownScores, planOf, scoreOn } from './plan.ts'
import { intervalText } from './rounding.ts'

/** Something that may be done, by its name. */
interface Option {
  name: string
  effect: Effect
}

const optionsOf = ({ actions, combinations }: ChanceAnswer, words: Words): Option[] =>
  [
    ...planOf(actions).open.map((effect) => ({ name: actionName(effect.action, words), effect })),
    ...combinations.map((effect) => ({
      name: effect.actions.map((kind) => actionName(kind, words)).join(' + '),
      effect,
    })),
  ].toSorted((a, b) => b.effect.gainedPerMonth - a.effect.gainedPerMonth)

/** Chance and points over time, as things are and with something done: a chart and its table. */
export function PlanComparison({ answer }: { answer: ChanceAnswer }) {
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
  return (
    <section className={styles.comparison}>
      <h3>{t('chancePanel.plan.overTime')}</h3>
      {isOut && <p>{t('chancePanel.plan.overTimeText')}</p>}
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
          <div className={styles.plot} role="img" aria-label={t('chancePanel.plan.chart', { action: option.name })}>
            <div className={styles.fill} aria-hidden="true">
              <ChancePlot from={startOf(answer)} lines={lines} tip={tip} words={words} narrow={narrow} />
            </div>
          </div>
          {narrow && <LineNames lines={lines} />}
        </div>
        <ComparisonTable answer={answer} option={option} />
      </div>
    </section>
  )
}

function ComparisonTable({ answer, option: { name, effect } }: { answer: ChanceAnswer; option: Option }) {
  const words = useWords()
  const { t, format } = words
  const scores = ownScores(answer)
  const scoreText = (score: number | null) => (score === null ? t('chancePanel.plan.nothing') : format.integer(score))
  const columns = [
    { key: 'by', label: t('chancePanel.chance.by') },
    { key: 'scoreAsIs', label: t('chancePanel.plan.scoreAsIs'), numeric: true },
    { key: 'scoreWith', label: t('chancePanel.plan.scoreWith'), numeric: true },
    { key: 'chanceAsIs', label: t('chancePanel.plan.chanceAsIs'), numeric: true },
    { key: 'chanceWith', label: t('chancePanel.plan.chanceWith'), numeric: true },
    { key: 'range', label: t('chancePanel.chance.range'), numeric: true },
  ]
  const rows = effect.byDate.map((point, month) => ({
    key: point.date,
    cells: [
      format.shortDate(point.date),
      scoreText(scoreOn(scores, point.date)),
      scoreText(scoreOn(effect.scores, point.date)),
      format.percent(answer.byDate[month]?.probability ?? 0),
      format.percent(point.probability),
      intervalText(point, words),
    ],
  }))
  return <DataTable caption={t('chancePanel.plan.chart', { action: name })} columns={columns} rows={rows} />
}
