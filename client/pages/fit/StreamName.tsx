import type { Stream } from '../../../shared/schema/common.ts'
import { StreamMark } from '../../charts/StreamMark.tsx'
import { useWords } from '../../hooks/useWords.ts'
import styles from './StreamName.module.css'

/** A stream with its marker, and what to know about it. */
export function StreamName({ stream, note }: { stream: Stream; note?: string }) {
  const { t } = useWords()
  return (
    <span className={styles.stream}>
      <StreamMark stream={stream} /> {t(`stream.${stream}`)}
      {note && <span className={styles.note}>{note}</span>}
    </span>
  )
}
