import { futuresText } from '../../charts/ensembleFindings.ts'
import { useDraws } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'

/** What stands under a chart of published values and futures. */
export function useEnsembleSource(runs: number): string {
  const words = useWords()
  const newest = useDraws().data?.draws.at(-1)
  const { t, format } = words
  const simulated = `${t('figure.sourceSimulated')} (${futuresText(runs, words)})`
  return newest ? `${t('figure.sourcePublished', { date: format.date(newest.date) })}; ${simulated}` : simulated
}
