import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import styles from '../ReformScreen.module.css'

interface ChangesFigureProps {
  effects: ReformEffects
  source: string
}

/** By how many points scores change, for most people first. */
export function ChangesFigure({ effects, source }: ChangesFigureProps) {
  const { t, format } = useWords()
  const { changes, draw } = effects
  return (
    <Figure
      heading={t('reform.changes.heading')}
      title={t('reform.changes.title')}
      subtitle={t('reform.crossing.subtitle', {
        stream: t(`stream.${draw.stream}`),
        grouping: t('reform.changes.points').toLocaleLowerCase(),
      })}
      source={source}
    >
      <div className={styles.wide}>
        <DataTable
          caption={t('reform.changes.title')}
          columns={[
            { key: 'points', label: t('reform.changes.points'), numeric: true },
            { key: 'persons', label: t('reform.changes.persons'), numeric: true },
            { key: 'share', label: t('column.share'), numeric: true },
            { key: 'in', label: t('reform.changes.in'), numeric: true },
            { key: 'out', label: t('reform.changes.out'), numeric: true },
          ]}
          rows={changes.map(({ points, persons, winners, losers }) => ({
            key: String(points),
            cells: [
              format.signed(points),
              format.integer(persons),
              format.percent(persons / Math.max(1, draw.persons)),
              format.integer(winners),
              format.integer(losers),
            ],
          }))}
        />
      </div>
    </Figure>
  )
}
