import type { Words } from '../../../i18n/words.ts'

/** What the lower bounds of a table count. */
export type BoundKind = 'age' | 'level' | 'years'

/** One row of a table of lower bounds: `20 to 29`, `Level 10 and over`, `2 years`. */
export function boundText(kind: BoundKind, from: number, next: number | undefined, { t }: Words): string {
  const to = next === undefined ? undefined : next - 1
  if (kind === 'years') {
    if (to === undefined) return t('reform.row.yearsOver', { from })
    return to === from ? t('reform.row.years', { count: from }) : t('reform.row.yearsRange', { from, to })
  }
  if (to === undefined) return t(`reform.row.${kind}Over`, { from })
  if (from === 0 && next !== undefined) return t(`reform.row.${kind}Under`, { to: next })
  return to === from ? t(`reform.row.${kind}`, { from }) : t(`reform.row.${kind}Range`, { from, to })
}

export const boundsOf = (...tables: readonly object[]): number[] =>
  [...new Set(tables.flatMap((table) => Object.keys(table).map(Number)))].sort((a, b) => a - b)

/** Which values of a table of rows or columns (0 to 2) stand for one of them: `Level 7 to 8`. */
export function tierText(kind: BoundKind, table: Readonly<Record<string, number>>, tier: number, words: Words): string {
  const bounds = boundsOf(table)
  const ranges = bounds.flatMap((from, index) =>
    table[String(from)] === tier ? [boundText(kind, from, bounds[index + 1], words)] : [],
  )
  return ranges.join(', ') || words.t('reform.row.nobody')
}
