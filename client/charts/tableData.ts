import type { TFunction } from 'i18next'
import { createContext, type ReactNode } from 'react'

/** A value of a file: machine names, ISO dates, numbers as they are computed; null = there is none. */
export type FileValue = string | number | null

/** What a cell shows, with the value behind it for whoever takes the table along as a file. */
export interface Datum {
  value: FileValue
  shown: ReactNode
}

/** A cell; one that is only text goes into a file as that text. */
export type Cell = ReactNode | Datum

export interface Column {
  /** The column's name in a file for programs. */
  key: string
  label: string
  /** Figures are aligned at their last digit. */
  numeric?: boolean
  /** A text of several values is shown on the page; a file has a column for each. */
  only?: 'page' | 'file'
}

export interface TableData {
  columns: readonly Column[]
  /** A row's first member is its key, the rest its cells in the order of the columns. */
  rows: readonly { key: string; cells: readonly Cell[] }[]
}

/** @example datum('2025-12-17', format.shortDate('2025-12-17')) */
export const datum = (value: FileValue, shown: ReactNode): Datum => ({ value, shown })

/** Several names in one cell of a file. */
export const listed = (names: readonly string[]): string => names.join('; ')

/** The two ends of an interval that a cell shows as one text, as columns of a file: cells of {@link endsOf}. */
export const intervalColumns = (key: string, name: string, t: TFunction): Column[] => [
  { key: `${key}_low`, label: t('column.low', { name }), only: 'file' },
  { key: `${key}_high`, label: t('column.high', { name }), only: 'file' },
]

export const endsOf = (low: FileValue, high: FileValue): Datum[] => [datum(low, null), datum(high, null)]

export const isDatum = (cell: Cell): cell is Datum =>
  typeof cell === 'object' && cell !== null && 'shown' in cell && 'value' in cell

/** How a table tells the figure it stands in what it holds; null when it leaves. */
export const TableListener = createContext<(table: TableData | null) => void>(() => undefined)
