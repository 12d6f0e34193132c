import { type ReactNode, useMemo } from 'react'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import { useBackend } from '../hooks/useBackend.ts'
import { useDraws } from '../hooks/useServerFacts.ts'
import { useWords } from '../hooks/useWords.ts'
import { CitedResultContext, citationOf } from './citation.ts'
import { KeepResult } from './KeepResult.tsx'

interface CitedEnsembleProps {
  info: EnsembleInfo
  result: EnsembleResult
  /** The figures of the ensemble. */
  children: ReactNode
}

/** The figures of an ensemble, whose files cite it; below them how to cite it and to take it along. */
export function CitedEnsemble({ info, result, children }: CitedEnsembleProps) {
  const words = useWords()
  const { ensembleProvenance } = useBackend()
  const newestDraw = useDraws().data?.draws.at(-1)?.date ?? ''
  const { engineVersion, scenario: scenarioId, seed, runs: futures, pool } = result
  const poolDate = pool[0].date
  const cited = useMemo(() => {
    const citation = citationOf({ engineVersion, scenarioId, seed, newestDraw, poolDate, futures }, words)
    return { citation, name: `${scenarioId} ${futures}` }
  }, [engineVersion, scenarioId, seed, newestDraw, poolDate, futures, words])
  const json = async () => {
    const [provenance, { ensembleJson }] = await Promise.all([
      ensembleProvenance(info.id),
      import('./ensembleFiles.ts'),
    ])
    return ensembleJson(result, { ...provenance, citation: cited.citation }, info.progress.runs)
  }
  const csv = async () => (await import('./ensembleFiles.ts')).ensembleDrawsCsv(result)
  return (
    <CitedResultContext value={cited}>
      {children}
      <KeepResult json={json} csv={csv} />
    </CitedResultContext>
  )
}
