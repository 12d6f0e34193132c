import type { RecordView } from '../../../shared/record/view.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { useWords } from '../../hooks/useWords.ts'
import { yearsFinding } from './recordFindings.ts'
import { aheadText } from './recordWords.ts'
import { skillCells, skillColumns } from './skillColumns.ts'

interface YearsFigureProps {
  view: RecordView
  stream: Stream
  source: string
}

/** How well one stream was predicted in each calendar year, newest first. */
export function YearsFigure({ view, stream, source }: YearsFigureProps) {
  const words = useWords()
  const { t } = words
  const years = view.byYear.filter((one) => one.stream === stream)
  const title = yearsFinding(years, stream, words)
  return (
    <Figure
      heading={t('record.years.heading')}
      title={title}
      subtitle={t('record.years.subtitle', { ahead: aheadText(view.ahead, words) })}
      source={source}
    >
      <DataTable
        caption={title}
        columns={[{ key: 'year', label: t('record.years.year') }, ...skillColumns(words)]}
        rows={years
          .toSorted((a, b) => Number(b.year) - Number(a.year))
          .map((one) => ({ key: String(one.year), cells: [String(one.year), ...skillCells(one, words)] }))}
      />
    </Figure>
  )
}
