import { createContext, useContext } from 'react'
import { useDataAge } from '../hooks/useServerFacts.ts'
import { useWords } from '../hooks/useWords.ts'
import type { Words } from '../i18n/words.ts'

/** What a result rests on, as a page knows it. */
export interface ResultFacts {
  engineVersion: string
  scenarioId: string
  seed: string
  /** Date of the newest published draw. */
  newestDraw: string
  /** Date of the pool table it starts from. */
  poolDate: string
  /** Of an ensemble. */
  futures?: number
}

/** How to cite a result, in the language of the page; in English a run's is that of its provenance. */
export function citationOf({ futures, ...facts }: ResultFacts, { t }: Words): string {
  return futures === undefined ? t('cite.run', { ...facts }) : t('cite.futures', { ...facts, count: futures })
}

/** The result that the figures below belong to. */
export interface CitedResult {
  citation: string
  /** First part of the names of its files. */
  name: string
}

export const CitedResultContext = createContext<CitedResult | null>(null)

/** The result around a figure, or the program with its data where there is none. */
export function useCitedResult(): CitedResult {
  const { t } = useWords()
  const age = useDataAge()
  const result = useContext(CitedResultContext)
  if (result) return result
  const { engineVersion = '', until = '' } = age ?? {}
  return { citation: t('cite.program', { engineVersion, newestDraw: until }), name: 'express-entry' }
}
