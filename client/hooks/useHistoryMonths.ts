import { parseAsNumberLiteral, useQueryState } from 'nuqs'

/** How many months of published draws stand before the start of a run; 600 is more than there are. */
export const historyChoices = [12, 24, 60, 600] as const
export type HistoryMonths = (typeof historyChoices)[number]

/** The reader's choice, kept in the address. */
export const useHistoryMonths = () => useQueryState('history', parseAsNumberLiteral(historyChoices).withDefault(24))
