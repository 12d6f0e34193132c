import { useState } from 'react'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { datum, endsOf, intervalColumns } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { rangeText } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useEnsembleSource } from '../ensemble/ensembleSource.ts'
import { chanceAtOrBelow } from './chance.ts'
import { chanceText, nextFinding, spreadText } from './forecastFindings.ts'
import { type Forecast, roundedSize } from './forecastView.ts'
import styles from './NextDraws.module.css'

/** Three rounds of nominees, CEC and a category. */
const SHOWN_AT_FIRST = 9

/** The draws to come: when, how many invitations, which cutoff, and the chance of a score. */
export function NextDraws({ forecast, score }: { forecast: Forecast; score: number }) {
  const words = useWords()
  const { t, format } = words
  const [isWhole, setWhole] = useState(false)
  const { draws, runs } = forecast.result
  const source = useEnsembleSource(runs)
  const title = nextFinding(forecast, words)
  const columns = [
    { key: 'date', label: t('forecast.next.date') },
    { key: 'stream', label: t('column.stream') },
    { key: 'cutoff', label: t('forecast.next.cutoff') },
    ...intervalColumns('cutoff', t('forecast.next.cutoff'), t),
    { key: 'chance', label: t('forecast.next.chance', { score }) },
    { key: 'size', label: t('forecast.next.size'), numeric: true, only: 'page' as const },
    ...intervalColumns('size', t('forecast.next.size'), t),
  ]
  const rows = draws.map(({ date, stream, cutoff, invited }, index) => ({
    key: `${date} ${stream} ${index}`,
    cells: [
      datum(date, format.shortDate(date)),
      datum(
        stream,
        <span className={styles.stream}>
          <StreamMark stream={stream} /> {t(`stream.${stream}`)}
        </span>,
      ),
      cutoff ? datum(cutoff.p50, spreadText(cutoff, words)) : datum(null, t('draws.nobody')),
      ...endsOf(cutoff?.p10 ?? null, cutoff?.p90 ?? null),
      cutoff ? chanceText(chanceAtOrBelow(cutoff, score), words) : '',
      rangeText(format.integer, roundedSize(invited.p10), roundedSize(invited.p90)),
      ...endsOf(roundedSize(invited.p10), roundedSize(invited.p90)),
    ],
  }))
  return (
    <Figure heading={t('forecast.next.heading')} title={title} subtitle={t('forecast.next.subtitle')} source={source}>
      {rows.length > 0 && (
        <DataTable caption={title} columns={columns} rows={rows} most={isWhole ? undefined : SHOWN_AT_FIRST} />
      )}
      {!isWhole && draws.length > SHOWN_AT_FIRST && (
        <Button className={styles.more} onClick={() => setWhole(true)}>
          {t('ensemble.draws.showAll', { count: draws.length })}
        </Button>
      )}
    </Figure>
  )
}
