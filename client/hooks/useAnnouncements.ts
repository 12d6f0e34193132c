import { useEffect, useRef, useState } from 'react'
import { drawSentence } from '../charts/findings.ts'
import type { RunView } from '../engine/runView.ts'
import { useWords } from './useWords.ts'

/** A screen reader needs about this long for one sentence; draws that come faster are announced together. */
const QUIET_MS = 5000

/** What to say aloud of a run: its draws and its end, never its days, and not what had happened before one joined. */
export function useAnnouncements(view: RunView): string {
  const words = useWords()
  const [announcement, setAnnouncement] = useState('')
  const saidDraws = useRef<number | null>(null)
  const nextAtMs = useRef(0)
  const { draws, status, seq } = view
  const hasJoined = seq >= 0

  useEffect(() => {
    if (!hasJoined) return
    saidDraws.current ??= draws.length
    const last = draws.at(-1)
    if (!last || draws.length <= saidDraws.current) return
    const say = () => {
      const more = draws.length - (saidDraws.current ?? 0)
      const sentence = drawSentence(last, words)
      setAnnouncement(more === 1 ? sentence : words.t('live.announcementMore', { count: more, last: sentence }))
      saidDraws.current = draws.length
      nextAtMs.current = performance.now() + QUIET_MS
    }
    const timer = setTimeout(say, Math.max(0, nextAtMs.current - performance.now()))
    return () => clearTimeout(timer)
  }, [hasJoined, draws, words])

  const end = status === 'finished' ? words.t('live.announceFinished') : ''
  return end ? `${announcement} ${end}`.trim() : announcement
}
