import { parseAsStringLiteral, useQueryState } from 'nuqs'

/** The parts of the page, in the order in which they are used. */
export const views = ['edit', 'differences', 'compare', 'instruments'] as const
export type View = (typeof views)[number]

/** Which part is shown: `?view=` of the address. */
export const useView = () => useQueryState('view', parseAsStringLiteral(views).withDefault('edit'))
