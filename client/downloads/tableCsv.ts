import { csvText } from '../../shared/draws/csv.ts'
import { type Cell, type Column, type FileValue, isDatum, type TableData } from '../charts/tableData.ts'

/** So that spreadsheets take the file for UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

function fileValueOf(cell: Cell): FileValue {
  if (isDatum(cell)) return cell.value
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null
}

const inFile = (columns: readonly Column[]) =>
  columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'page')

/**
 * A table as CSV (UTF-8 with BOM). Values are those behind the cells: plain numbers, ISO dates, machine names.
 *
 * @param headings `label` = as the page has them, `key` = names for programs
 */
export const tableCsv = ({ columns, rows }: TableData, headings: 'label' | 'key'): string =>
  BYTE_ORDER_MARK +
  csvText([
    inFile(columns).map(({ column }) => column[headings]),
    ...rows.map(({ cells }) => inFile(columns).map(({ index }) => fileValueOf(cells[index]))),
  ])
