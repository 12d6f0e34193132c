import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  title: string
  tone?: 'calm' | 'danger'
  children: ReactNode
}

/** What happened, what was kept, what to do: the frame of every error and empty state. */
export function Notice({ title, tone = 'calm', children }: NoticeProps) {
  return (
    <section className={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
