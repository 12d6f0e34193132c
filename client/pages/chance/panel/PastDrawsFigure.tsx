import { useState } from 'react'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { datum } from '../../../charts/tableData.ts'
import { useDataAge } from '../../../hooks/useServerFacts.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { StreamName } from '../../fit/StreamName.tsx'
import styles from './panel.module.css'
import { newestFirst, pastFinding, verdictText } from './pastDraws.ts'

/** What the published draws of the last year would have meant for the profile as it is now. */
export function PastDrawsFigure({ answer }: { answer: ChanceAnswer }) {
  const words = useWords()
  const { t, format } = words
  const age = useDataAge()
  const [showsAll, setShowsAll] = useState(false)
  const { pastDraws, score } = answer
  const title = pastFinding(answer, words)
  const open = pastDraws.filter(({ isMember }) => isMember)
  const others = pastDraws.length - open.length
  const columns = [
    { key: 'date', label: t('column.date') },
    { key: 'stream', label: t('column.stream') },
    { key: 'cutoff', label: t('chancePanel.past.cutoff'), numeric: true },
    { key: 'you', label: t('chancePanel.past.you') },
  ]
  const rows = newestFirst(showsAll ? pastDraws : open).map((draw) => ({
    key: draw.draw,
    cells: [
      datum(draw.date, format.shortDate(draw.date)),
      datum(draw.stream, <StreamName stream={draw.stream} />),
      datum(draw.cutoff, format.integer(draw.cutoff)),
      datum(verdictText(draw, score, words), <span className={styles.verdict}>{verdictText(draw, score, words)}</span>),
    ],
  }))
  return (
    <Figure
      heading={t('chancePanel.past.heading')}
      title={title}
      subtitle={t('chancePanel.past.subtitle')}
      source={age ? t('figure.sourcePublished', { date: format.date(age.until) }) : ''}
      tools={
        others > 0 && (
          <Button look="plain" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('chancePanel.past.fewer') : t('chancePanel.past.others', { count: others })}
          </Button>
        )
      }
    >
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} />}
    </Figure>
  )
}
