import { parseAsNumberLiteral, useQueryState } from 'nuqs'
import { useNarrow } from './useNarrow.ts'

/** How many months of published draws stand before the start of a run; 600 is more than there are. */
export const historyChoices = [12, 24, 60, 600] as const
export type HistoryMonths = (typeof historyChoices)[number]

/** The reader's choice, kept in the address; until there is one two years, on a phone one. */
export function useHistoryMonths(): [HistoryMonths, (months: HistoryMonths) => void] {
  const [chosen, choose] = useQueryState('history', parseAsNumberLiteral(historyChoices))
  const narrow = useNarrow()
  return [chosen ?? (narrow ? 12 : 24), (months) => void choose(months)]
}
