import { twoFigures } from '../../../../shared/chance/place.ts'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { datum } from '../../../charts/tableData.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { StreamName } from '../../fit/StreamName.tsx'
import styles from './panel.module.css'
import { countText, placeFinding, placeRows } from './place.ts'

/** How many stand above, beside and just below, in the whole pool and in each stream of the person. */
export function PlaceFigure({ answer, source }: { answer: ChanceAnswer; source: string }) {
  const words = useWords()
  const { t, format } = words
  const title = placeFinding(answer, words)
  const columns = (['stream', 'above', 'tied', 'below', 'pool'] as const).map((key) => ({
    key,
    label: t(`chancePanel.place.${key}`),
    numeric: key !== 'stream',
  }))
  const rows = placeRows(answer).map(({ stream, place: { above, tied, justBelow, pool, ranges } }) => ({
    key: stream ?? 'everybody',
    cells: [
      stream ? datum(stream, <StreamName stream={stream} />) : datum('all', t('chancePanel.place.everybody')),
      datum(twoFigures(above), countText(above, ranges?.above, words)),
      datum(twoFigures(tied), countText(tied, ranges?.tied, words)),
      datum(twoFigures(justBelow), countText(justBelow, ranges?.justBelow, words)),
      datum(twoFigures(pool), format.integer(twoFigures(pool))),
    ],
  }))
  return (
    <Figure
      heading={t('chancePanel.place.heading')}
      title={title}
      subtitle={t('chancePanel.place.subtitle', { score: answer.score, date: format.date(answer.asOf) })}
      source={source}
    >
      <DataTable caption={title} columns={columns} rows={rows} />
      <p className={styles.note}>{t('chancePanel.place.known')}</p>
    </Figure>
  )
}
