import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'
import type { RuleTableModel } from './ruleTableModel.ts'
import { ruleTables } from './ruleTables.ts'

/** Finds what a place of the rule tree is called: a cell by table, row and column, a table by its title. */
export type CellName = (path: string) => string

export const COMBINE = 'additional.highWage.combine'

const tableTitle = ({ name }: RuleTableModel, { t }: Words): string => t(`reform.table.${name}.title`)

/** As inside a sentence; other capitals belong to names. */
const inSentence = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)

/** A cell in words; where a table has one column only, that is not named. */
export function cellName(
  table: RuleTableModel,
  row: RuleTableModel['rows'][number],
  column: number,
  words: Words,
): string {
  const { t } = words
  const title = tableTitle(table, words)
  const inRow = table.columns.length === 1 ? row.label : `${row.label}, ${inSentence(table.columns[column])}`
  // The rows of this table say what they are.
  return table.name === 'additional' ? inRow : t('reform.tables.cell', { table: title, row: inRow })
}

/** Names of all cells of some rule trees; where they name a cell differently, the last one is right. */
export function cellNames(trees: readonly Provisions[], words: Words): CellName {
  const { t } = words
  const names = new Map<string, string>([
    [
      COMBINE,
      t('reform.tables.cell', { table: t('reform.table.highWage.title'), row: t('reform.tables.combine.label') }),
    ],
  ])
  const titles = new Map<string, string>()
  for (const table of trees.flatMap((provisions) => ruleTables(provisions, words))) {
    for (const row of table.rows) {
      for (const [column, cell] of row.cells.entries()) {
        names.set(cell, cellName(table, row, column, words))
        titles.set(cell, table.name === 'additional' ? row.label : tableTitle(table, words))
      }
    }
  }
  return (path) => {
    const inside = [...titles].find(([cell]) => cell.startsWith(`${path}.`))
    return names.get(path) ?? inside?.[1] ?? path
  }
}
