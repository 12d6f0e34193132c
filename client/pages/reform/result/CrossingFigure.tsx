import { useState } from 'react'
import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { PairedBars } from '../../../charts/PairedBars.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { Select } from '../../../ui/Select.tsx'
import styles from '../ReformScreen.module.css'
import { type Grouping, groupings, groupText } from './groupTexts.ts'

interface CrossingFigureProps {
  effects: ReformEffects
  source: string
}

/** Who is invited anew and who no longer is, group by group. */
export function CrossingFigure({ effects, source }: CrossingFigureProps) {
  const words = useWords()
  const { t, format } = words
  const [grouping, choose] = useState<Grouping>('age')
  const { draw, groups } = effects
  const rows = groups[grouping]
  const title =
    draw.winners + draw.losers === 0
      ? t('reform.crossing.none')
      : t('reform.crossing.finding', { winners: format.integer(draw.winners), losers: format.integer(draw.losers) })
  const share = (count: number, of: number) => (of === 0 ? '' : format.percent(count / of))
  const columns = [
    { key: 'group', label: t(`reform.grouping.${grouping}`) },
    { key: 'persons', label: t('reform.crossing.persons'), numeric: true },
    { key: 'before', label: t('reform.crossing.before'), numeric: true },
    { key: 'after', label: t('reform.crossing.after'), numeric: true },
    { key: 'net', label: t('reform.crossing.net'), numeric: true },
    { key: 'share', label: t('reform.crossing.share'), numeric: true },
    { key: 'points', label: t('reform.crossing.meanChange'), numeric: true },
  ]
  return (
    <Figure
      heading={t('reform.crossing.heading')}
      title={title}
      subtitle={t('reform.crossing.subtitle', {
        stream: t(`stream.${draw.stream}`),
        grouping: t(`reform.grouping.${grouping}`).toLocaleLowerCase(),
      })}
      source={source}
      tools={
        <Select
          label={t('reform.crossing.by')}
          value={grouping}
          options={groupings.map((value) => ({ value, text: t(`reform.grouping.${value}`) }))}
          onChange={(value) => choose(value)}
        />
      }
    >
      <div className={styles.crossing}>
        {draw.winners + draw.losers > 0 && (
          <PairedBars
            names={[t('reform.crossing.in'), t('reform.crossing.out')]}
            rows={rows.map(({ group, winners, losers }) => ({
              key: group,
              label: groupText(grouping, group, words),
              values: [winners, losers],
            }))}
          />
        )}
        <DataTable
          caption={title}
          columns={[
            ...columns.slice(0, 1),
            { key: 'in', label: t('reform.changes.in'), numeric: true },
            { key: 'out', label: t('reform.changes.out'), numeric: true },
            ...columns.slice(1),
          ]}
          rows={rows.map((row) => ({
            key: row.group,
            cells: [
              groupText(grouping, row.group, words),
              format.integer(row.winners),
              format.integer(row.losers),
              format.integer(row.persons),
              format.integer(row.invitedBefore),
              format.integer(row.invitedAfter),
              format.signed(row.invitedAfter - row.invitedBefore),
              share(row.invitedAfter, draw.invitedAfter),
              format.signedTenths(row.meanChange),
            ],
          }))}
        />
      </div>
    </Figure>
  )
}
