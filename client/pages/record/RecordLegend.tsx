import type { Stream } from '../../../shared/schema/common.ts'
import signs from '../../charts/FanLegend.module.css'
import { streamColour } from '../../charts/markers.ts'
import { useWords } from '../../hooks/useWords.ts'

const entries = ['published', 'median', 'half', 'most', 'last'] as const

/** What the lines and bars of predicted against actual stand for: the signs of the fan charts. */
export function RecordLegend({ stream }: { stream: Stream }) {
  const { t } = useWords()
  return (
    <ul className={signs.legend} aria-label={t('record.legend.label')} style={{ color: streamColour(stream) }}>
      {entries.map((entry) => (
        <li key={entry}>
          <span className={`${signs.sign} ${signs[entry]}`} aria-hidden="true" />
          <span className={signs.text}>{t(`record.legend.${entry}`)}</span>
        </li>
      ))}
    </ul>
  )
}
