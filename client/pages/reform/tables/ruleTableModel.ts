import type { en } from '../../../i18n/reform/tablesEn.ts'
import type { BoundKind } from './boundTexts.ts'

export type TableName = keyof typeof en.table
export type SectionName = keyof typeof en.section

/** One row: a name, and the cells of the rule tree in it, column by column. */
export interface RuleRow {
  key: string
  label: string
  cells: readonly string[]
}

/** A part of the rule tree as a table of cells. */
export interface RuleTableModel {
  name: TableName
  section: SectionName
  columns: readonly string[]
  rows: readonly RuleRow[]
  /** Places whose sources are cited. */
  provisions: readonly string[]
  /** Tables of lower bounds that can be given another row. */
  grows?: { kind: BoundKind; tables: readonly string[]; most: number }
}
