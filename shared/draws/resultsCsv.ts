import type { DrawResult } from '../schema/draw.ts'
import { csvText } from './csv.ts'

const columns = [
  'number',
  'date',
  'stream',
  'size',
  'minimumScore',
  'cutoff',
  'tieBreak',
  'eligible',
  'invited',
] as const satisfies readonly (keyof DrawResult)[]

/** Simulated draws as CSV, one line each, named as in the JSON; empty = null. */
export const resultsToCsv = (draws: readonly DrawResult[]): string =>
  csvText([columns, ...draws.map((draw) => columns.map((column) => draw[column]))])
