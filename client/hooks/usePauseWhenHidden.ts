import { useEffect } from 'react'
import type { ClientMessage } from '../../shared/protocol/messages.ts'
import type { RunStatus } from '../../shared/schema/run.ts'
import { isMineAlone } from './runSession.ts'
import { useBackend } from './useBackend.ts'

/** Pauses a run nobody else follows while its tab is hidden, and resumes it when the reader comes back. */
export function usePauseWhenHidden(runId: string, status: RunStatus, send: (message: ClientMessage) => void): void {
  const backend = useBackend()
  const isRunning = status === 'running'
  useEffect(() => {
    if (!isRunning) return
    const pause = async () => {
      if (!document.hidden) return
      const alone = await isMineAlone(backend, runId).catch(() => false)
      if (!alone || !document.hidden) return
      send({ type: 'pause' })
      const resume = () => {
        if (!document.hidden) send({ type: 'resume' })
      }
      document.addEventListener('visibilitychange', resume, { once: true })
    }
    document.addEventListener('visibilitychange', pause)
    return () => document.removeEventListener('visibilitychange', pause)
  }, [backend, runId, isRunning, send])
}
