import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'
import { type BoundKind, tierText } from './boundTexts.ts'
import { boundRows, educationRows, growingRows, singleRow } from './rows.ts'
import type { RuleRow, RuleTableModel } from './ruleTableModel.ts'

const grids = ['educationLanguage', 'educationCanadianWork', 'foreignLanguage', 'foreignCanadianWork'] as const
const limits = ['educationPair', 'foreignPair', 'total'] as const
const tiers = [0, 1, 2] as const

/** A grid; who stands in which row and column is read from the tables that say so. */
function gridTable(name: (typeof grids)[number], { transferability }: Provisions, words: Words): RuleTableModel {
  const { languageColumn, canadianWorkColumn, foreignWorkTier } = transferability
  const columnText = (tier: number) =>
    name.endsWith('Language')
      ? tierText('level', languageColumn.column, tier, words)
      : tierText('years', canadianWorkColumn.column, tier, words)
  const rowText = (tier: (typeof tiers)[number]) =>
    name.startsWith('education')
      ? words.t(`reform.row.tier.${tier}`)
      : tierText('years', foreignWorkTier.tier, tier, words)
  return {
    name,
    section: 'transferability',
    columns: tiers.map(columnText),
    rows: tiers.map((tier) => ({
      key: String(tier),
      label: rowText(tier),
      cells: tiers.map((column) => `transferability.${name}.grid.${tier}.${column}`),
    })),
    provisions: [`transferability.${name}`],
  }
}

/** The rows and columns of the grids, and who stands in them. */
function tierTable(provisions: Provisions, words: Words): RuleTableModel {
  const { t } = words
  const named = (
    name: 'educationTier' | 'foreignWorkTier' | 'languageColumn' | 'canadianWorkColumn',
    rows: readonly RuleRow[],
  ): RuleRow[] => rows.map(({ label, cells }) => singleRow(cells[0], t(`reform.row.${name}`, { row: label })))
  const bounded = (table: string, kind: BoundKind) => boundRows(kind, [`transferability.${table}`], provisions, words)
  return {
    name: 'tiers',
    section: 'transferability',
    columns: [t('reform.tables.columns.tier')],
    rows: [
      ...named('educationTier', educationRows(['transferability.educationTier.tier'], words)),
      ...named('foreignWorkTier', bounded('foreignWorkTier.tier', 'years')),
      ...named('languageColumn', bounded('languageColumn.column', 'level')),
      ...named('canadianWorkColumn', bounded('canadianWorkColumn.column', 'years')),
    ],
    provisions: ['educationTier', 'foreignWorkTier', 'languageColumn', 'canadianWorkColumn'].map(
      (name) => `transferability.${name}`,
    ),
  }
}

/** Section C: what goes together. */
export function transferabilityTables(provisions: Provisions, words: Words): RuleTableModel[] {
  const { t } = words
  const shared = { section: 'transferability', columns: [t('reform.tables.columns.points')] } as const
  return [
    ...grids.map((grid) => gridTable(grid, provisions, words)),
    {
      ...shared,
      name: 'tradeCertificate',
      provisions: ['transferability.tradeCertificate'],
      ...growingRows('level', ['transferability.tradeCertificate.points'], provisions, words),
    },
    {
      ...shared,
      name: 'caps',
      rows: limits.map((name) => singleRow(`transferability.caps.${name}`, t(`reform.row.${name}`))),
      provisions: ['transferability.caps'],
    },
    tierTable(provisions, words),
  ]
}
