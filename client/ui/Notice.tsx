import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  title: string
  tone?: 'calm' | 'danger'
  /** `h1` where the notice is the whole page. */
  level?: 'h1' | 'h2'
  children: ReactNode
}

/** What happened, what was kept, what to do: the frame of every error and empty state. */
export function Notice({ title, tone = 'calm', level: Heading = 'h2', children }: NoticeProps) {
  return (
    <section className={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : undefined}>
      <Heading>{title}</Heading>
      {children}
    </section>
  )
}
