import { type CellKind, type CellValue, kindOfCell } from '../../../../shared/reform/cells.ts'
import { provisionLimits } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'

const most: Record<CellKind, number> = {
  points: provisionLimits.points,
  'points-or-none': provisionLimits.points,
  cap: provisionLimits.points,
  tier: provisionLimits.tier,
  level: provisionLimits.level,
  choice: 0,
}

export const highestOfCell = (path: string): number => most[kindOfCell(path)]

export const mayBeEmpty = (path: string): boolean => kindOfCell(path) === 'points-or-none'

/** What somebody typed into a cell; undefined when it is no value of it. */
export function typedValue(path: string, text: string): CellValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return mayBeEmpty(path) ? null : undefined
  const value = Number(trimmed)
  return /^\d{1,4}$/.test(trimmed) && value <= highestOfCell(path) ? value : undefined
}

/** A value in words. */
export function valueText(path: string, value: CellValue, { t, format }: Words): string {
  if (value === null) return t('reform.tables.none')
  if (typeof value === 'number') return format.integer(value)
  return kindOfCell(path) === 'choice' && (value === 'higher' || value === 'sum')
    ? t(`reform.tables.combine.${value}`)
    : value
}
