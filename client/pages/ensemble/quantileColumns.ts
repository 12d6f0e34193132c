import type { TFunction } from 'i18next'
import type { Column } from '../../charts/DataTable.tsx'

export const quantileNames = ['p10', 'p25', 'p50', 'p75', 'p90'] as const

/** The five columns of a distribution. */
export const quantileColumns = (t: TFunction): Column[] =>
  quantileNames.map((name) => ({ key: name, label: t(`ensemble.column.${name}`), numeric: true }))
