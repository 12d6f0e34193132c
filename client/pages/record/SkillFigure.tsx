import type { RecordView } from '../../../shared/record/view.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { skillFinding } from './recordFindings.ts'
import styles from './SkillFigure.module.css'
import { skillCells, skillColumns } from './skillColumns.ts'

/** How well each stream was predicted, then all together. */
export function SkillFigure({ view, source }: { view: RecordView; source: string }) {
  const words = useWords()
  const { t } = words
  const title = skillFinding(view, words)
  const streams = view.byStream.map((one) => ({
    key: one.stream,
    cells: [
      datum(
        one.stream,
        <span className={styles.stream}>
          <StreamMark stream={one.stream} /> {t(`stream.${one.stream}`)}
        </span>,
      ),
      ...skillCells(one, words),
    ],
  }))
  const together = view.overall
    .filter(({ year }) => year === null)
    .map((one) => ({
      key: one.streams,
      cells: [t(one.streams === 'all' ? 'record.skill.all' : 'record.skill.withoutPnp'), ...skillCells(one, words)],
    }))
  return (
    <Figure heading={t('record.skill.heading')} title={title} subtitle={t('record.skill.subtitle')} source={source}>
      <DataTable
        caption={title}
        columns={[{ key: 'stream', label: t('column.stream') }, ...skillColumns(words)]}
        rows={[...streams, ...together]}
      />
    </Figure>
  )
}
