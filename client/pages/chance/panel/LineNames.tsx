import type { ChanceLine } from '../../../charts/chanceLines.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { StreamName } from '../../fit/StreamName.tsx'
import styles from './panel.module.css'

/** The names of the lines with where they end, for a chart that is too narrow for them. */
export function LineNames({ lines }: { lines: readonly ChanceLine[] }) {
  const { format } = useWords()
  return (
    <ul className={styles.lineNames}>
      {lines.map(({ key, name, stream, colour, byDate }) => (
        <li key={key}>
          {stream ? <StreamName stream={stream} /> : <strong style={{ color: colour }}>{name}</strong>}{' '}
          {format.percent(byDate.at(-1)?.probability ?? 0)}
        </li>
      ))}
    </ul>
  )
}
