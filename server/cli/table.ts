import type { Output } from './output.ts'

export type Cell = string | number | null

export interface Column {
  title: string
  /** Numbers stand to the right. */
  align?: 'left' | 'right'
}

/** Rows looked at before the widths of the columns are fixed. */
const ROWS_TO_MEASURE = 200
const GAP = '  '

const textOf = (cell: Cell): string => (cell === null ? '-' : String(cell))

/** An aligned table for people, written while its rows come: longer cells than the first rows had push theirs aside. */
export class Table {
  #waiting: string[][] = []
  #widths: number[] | undefined

  constructor(
    private readonly columns: readonly Column[],
    private readonly output: Output,
  ) {}

  async row(cells: readonly Cell[]): Promise<void> {
    const texts = cells.map(textOf)
    if (this.#widths) return this.#write(texts, this.#widths)
    this.#waiting.push(texts)
    if (this.#waiting.length >= ROWS_TO_MEASURE) await this.#start()
  }

  /** Call once after the last row. */
  async end(): Promise<void> {
    if (!this.#widths) await this.#start()
    await this.output.flush()
  }

  async #start(): Promise<void> {
    const titles = this.columns.map(({ title }) => title)
    const rows = [titles, ...this.#waiting]
    this.#waiting = []
    this.#widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
    for (const row of rows) await this.#write(row, this.#widths)
  }

  #write(cells: readonly string[], widths: readonly number[]): Promise<void> {
    const padded = cells.map((cell, column) =>
      this.columns[column].align === 'right' ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    )
    return this.output.line(padded.join(GAP).trimEnd())
  }
}

/** A whole table at once. */
export async function printTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  output: Output,
): Promise<void> {
  const table = new Table(columns, output)
  for (const row of rows) await table.row(row)
  await table.end()
}
