import legend from '../../charts/FanLegend.module.css'
import signs from '../../charts/IntervalRows.module.css'
import { Marker } from '../../charts/StreamMark.tsx'
import { useWords } from '../../hooks/useWords.ts'
import styles from './MembersLegend.module.css'

/** What lines, bars and markers of inferred people stand for. */
export function MembersLegend() {
  const { t } = useWords()
  return (
    <ul className={`${legend.legend} ${styles.legend}`} aria-label={t('fit.legend')}>
      {(['best', 'band', 'guess'] as const).map((entry) => (
        <li key={entry}>
          <span className={`${styles[entry]} ${signs[entry === 'guess' ? 'dashed' : entry]}`} aria-hidden="true" />
          <span className={legend.text}>{t(`fit.members.${entry}`)}</span>
        </li>
      ))}
      <li>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
          <Marker stream="general" hollow />
        </svg>
        <span className={legend.text}>{t('fit.members.synthetic')}</span>
      </li>
    </ul>
  )
}
