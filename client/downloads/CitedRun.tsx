import { type ReactNode, useMemo } from 'react'
import type { RunView } from '../engine/runView.ts'
import { useBackend } from '../hooks/useBackend.ts'
import { useDraws } from '../hooks/useServerFacts.ts'
import { useWords } from '../hooks/useWords.ts'
import { CitedResultContext, citationOf, useCitedResult } from './citation.ts'
import { KeepResult } from './KeepResult.tsx'

/** Makes the files of the figures in it cite a run; before the run has begun they cite the program. */
export function CitedRun({ started, children }: { started: RunView['started']; children: ReactNode }) {
  const words = useWords()
  const newestDraw = useDraws().data?.draws.at(-1)?.date ?? ''
  const cited = useMemo(() => {
    if (!started) return null
    const { engineVersion, scenarioId, seed, asOf: poolDate } = started
    const citation = citationOf({ engineVersion, scenarioId, seed, newestDraw, poolDate }, words)
    return { citation, name: `${scenarioId} ${seed}` }
  }, [started, newestDraw, words])
  return <CitedResultContext value={cited}>{children}</CitedResultContext>
}

/** How to cite a run that has begun, and the run so far as files. */
export function KeepRun({ runId, view }: { runId: string; view: RunView }) {
  const { runProvenance } = useBackend()
  const { citation } = useCitedResult()
  const json = async () => {
    const [provenance, { runJson }] = await Promise.all([runProvenance(runId), import('./runFiles.ts')])
    return runJson(view, { ...provenance, citation })
  }
  const csv = async () => (await import('./runFiles.ts')).runDrawsCsv(view)
  return <KeepResult json={json} csv={csv} />
}
