import type { Dispatch } from 'react'
import { latestKnownRulesetId } from '../../../../shared/crs/ruleset.ts'
import { cellAt } from '../../../../shared/reform/cells.ts'
import { effectiveCell } from '../../../../shared/reform/differences.ts'
import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { CellChange, LabAction } from '../labState.ts'
import { AddRow } from './AddRow.tsx'
import { boundsOf } from './boundTexts.ts'
import { Citation } from './Citation.tsx'
import { COMBINE, cellName } from './cellNames.ts'
import { PointsCell } from './PointsCell.tsx'
import styles from './RuleTable.module.css'
import type { RuleTableModel } from './ruleTableModel.ts'

interface RuleTableProps {
  table: RuleTableModel
  provisions: Provisions
  /** What the reform starts from. */
  base: Provisions
  law: Provisions
  /** Places whose values nobody has published. */
  unknown: readonly string[]
  dispatch: Dispatch<LabAction>
}

/** Cells of a table that are not those of the base. */
export const changedCells = ({ rows, name }: RuleTableModel, provisions: Provisions, base: Provisions): string[] =>
  [...rows.flatMap(({ cells }) => cells), ...(name === 'highWage' ? [COMBINE] : [])].filter(
    (path) => effectiveCell(provisions, path) !== effectiveCell(base, path),
  )

/** One table of the rules to edit: its unit, its rows, who says so. */
export function RuleTable({ table, provisions, base, law, unknown, dispatch }: RuleTableProps) {
  const onChange = (changes: readonly CellChange[]) => dispatch({ type: 'change', changes })
  const words = useWords()
  const { t } = words
  const { name, columns, rows, grows } = table
  const title = t(`reform.table.${name}.title`)
  const isUnknown = rows.some(({ cells }) => cells.some((cell) => unknown.includes(cell)))
  const isNew = (cell: string) => grows !== undefined && cellAt(base, cell) === undefined

  return (
    <div className={styles.body}>
      <p className={styles.unit}>
        {t(`reform.table.${name}.unit`)} {(name === 'additional' || name === 'highWage') && t('reform.tables.optional')}
      </p>
      {isUnknown && <p className={styles.unknown}>{t('reform.tables.unknown')}</p>}
      <table className={styles.table}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <th key={rows[0].cells[index]} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.cells.some(isNew) && (
                  <Button
                    look="plain"
                    className={styles.remove}
                    aria-label={t('reform.tables.removeRow', { row: row.label })}
                    onClick={() => onChange(row.cells.map((cell) => [cell, undefined]))}
                  >
                    ×
                  </Button>
                )}
              </th>
              {row.cells.map((cell, column) => (
                <td key={cell}>
                  <PointsCell
                    path={cell}
                    name={cellName(table, row, column, words)}
                    value={effectiveCell(provisions, cell)}
                    before={effectiveCell(base, cell)}
                    dispatch={dispatch}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {name === 'highWage' && (
        <Select
          label={t('reform.tables.combine.label')}
          value={String(cellAt(provisions, COMBINE))}
          options={(['higher', 'sum'] as const).map((value) => ({
            value: value as string,
            text: t(`reform.tables.combine.${value}`),
          }))}
          onChange={(value) => onChange([[COMBINE, value]])}
        />
      )}
      {grows && (
        <AddRow
          title={title}
          bounds={boundsOf(...grows.tables.map((place) => cellAt(provisions, place) as object))}
          most={grows.most}
          onAdd={(bound) => {
            const cells = grows.tables.map((place) => `${place}.${bound}`)
            onChange(cells.map((cell) => [cell, effectiveCell(provisions, cell)]))
          }}
        />
      )}
      <Citation law={law} lawDate={latestKnownRulesetId} places={table.provisions} />
    </div>
  )
}
