import { cellAt } from '../../../../shared/reform/cells.ts'
import { educationLevels } from '../../../../shared/schema/profile.ts'
import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'
import { type BoundKind, boundsOf, boundText } from './boundTexts.ts'
import type { RuleRow, RuleTableModel } from './ruleTableModel.ts'

/** The highest lower bound a row may have: beyond, everybody scores alike. */
const MOST: Record<BoundKind, number> = { age: 120, level: 12, years: 15 }

/** Rows of tables of lower bounds, one table a column. */
export function boundRows(kind: BoundKind, tables: readonly string[], provisions: Provisions, words: Words): RuleRow[] {
  const bounds = boundsOf(...tables.map((table) => cellAt(provisions, table) as object))
  return bounds.map((from, index) => ({
    key: String(from),
    label: boundText(kind, from, bounds[index + 1], words),
    cells: tables.map((table) => `${table}.${from}`),
  }))
}

/** Rows of such tables, and that others can be added. */
export const growingRows = (
  kind: BoundKind,
  tables: readonly string[],
  provisions: Provisions,
  words: Words,
): Pick<RuleTableModel, 'rows' | 'grows'> => ({
  rows: boundRows(kind, tables, provisions, words),
  grows: { kind, tables, most: MOST[kind] },
})

export const educationRows = (tables: readonly string[], { t }: Words): RuleRow[] =>
  educationLevels.map((level) => ({
    key: level,
    label: t(`composition.value.education.${level}`),
    cells: tables.map((table) => `${table}.${level}`),
  }))

/** A row of one cell. */
export const singleRow = (cell: string, label: string): RuleRow => ({ key: cell, label, cells: [cell] })
