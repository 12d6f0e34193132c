import {
  canadianStudyLevels,
  educationLevels,
  highWageLevels,
  jobOfferKinds,
} from '../../../../shared/schema/profile.ts'
import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { en } from '../../../i18n/reform/tablesEn.ts'
import type { Words } from '../../../i18n/words.ts'
import { type BoundKind, boundsOf, boundText, tierText } from './boundTexts.ts'

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

const MOST: Record<BoundKind, number> = { age: 120, level: 12, years: 15 }
const halves = ['withSpouse', 'withoutSpouse'] as const
const grids = ['educationLanguage', 'educationCanadianWork', 'foreignLanguage', 'foreignCanadianWork'] as const
const tiers = [0, 1, 2] as const

/** Every table of a rule tree, in the order of the law, with names in one language. */
export function ruleTables(provisions: Provisions, words: Words): RuleTableModel[] {
  const { t } = words
  const { core, spouse, transferability } = provisions
  const both = halves.map((half) => t(`reform.tables.columns.${half}`))
  const points = [t('reform.tables.columns.points')]
  const bounded = (kind: BoundKind, tables: readonly string[], values: readonly object[]): RuleRow[] => {
    const bounds = boundsOf(...values)
    return bounds.map((from, index) => ({
      key: String(from),
      label: boundText(kind, from, bounds[index + 1], words),
      cells: tables.map((table) => `${table}.${from}`),
    }))
  }
  const byEducation = (tables: readonly string[]): RuleRow[] =>
    educationLevels.map((level) => ({
      key: level,
      label: t(`composition.value.education.${level}`),
      cells: tables.map((table) => `${table}.${level}`),
    }))
  const row = (cell: string, label: string): RuleRow => ({ key: cell, label, cells: [cell] })

  const coreTable = (
    name: 'age' | 'firstLanguage' | 'secondLanguage' | 'canadianWork',
    kind: BoundKind,
  ): RuleTableModel => {
    const tables = halves.map((half) => `core.${name}.${half}`)
    const rows = bounded(
      kind,
      tables,
      halves.map((half) => core[name][half]),
    )
    const limit = {
      key: 'cap',
      label: t('reform.tables.limit'),
      cells: halves.map((half) => `core.${name}.cap.${half}`),
    }
    return {
      name,
      section: 'core',
      columns: both,
      rows: name === 'secondLanguage' ? [...rows, limit] : rows,
      provisions: [`core.${name}`],
      grows: { kind, tables, most: MOST[kind] },
    }
  }
  const oneColumn = (
    name: TableName,
    section: SectionName,
    provision: string,
    kind: BoundKind,
    values: object,
  ): RuleTableModel => ({
    name,
    section,
    columns: points,
    rows: bounded(kind, [`${provision}.points`], [values]),
    provisions: [provision],
    grows: { kind, tables: [`${provision}.points`], most: MOST[kind] },
  })
  const gridTable = (name: (typeof grids)[number]): RuleTableModel => {
    const { languageColumn, canadianWorkColumn, foreignWorkTier } = transferability
    const columnText = (tier: number) =>
      name.endsWith('Language')
        ? tierText('level', languageColumn.column, tier, words)
        : tierText('years', canadianWorkColumn.column, tier, words)
    return {
      name,
      section: 'transferability',
      columns: tiers.map(columnText),
      rows: tiers.map((tier) => ({
        key: String(tier),
        label: name.startsWith('education')
          ? t(`reform.row.tier.${tier}`)
          : tierText('years', foreignWorkTier.tier, tier, words),
        cells: tiers.map((column) => `transferability.${name}.grid.${tier}.${column}`),
      })),
      provisions: [`transferability.${name}`],
    }
  }
  const tierRows = (name: 'foreignWorkTier' | 'languageColumn' | 'canadianWorkColumn', kind: BoundKind): RuleRow[] => {
    const table = name === 'foreignWorkTier' ? transferability[name].tier : transferability[name].column
    const place = `transferability.${name}.${name === 'foreignWorkTier' ? 'tier' : 'column'}`
    return bounded(kind, [place], [table]).map((one) => ({
      ...one,
      key: one.cells[0],
      label: t(`reform.row.${name}`, { row: one.label }),
    }))
  }
  return [
    coreTable('age', 'age'),
    {
      name: 'education',
      section: 'core',
      columns: both,
      rows: byEducation(halves.map((half) => `core.education.${half}`)),
      provisions: ['core.education'],
    },
    coreTable('firstLanguage', 'level'),
    coreTable('secondLanguage', 'level'),
    coreTable('canadianWork', 'years'),
    {
      name: 'spouseEducation',
      section: 'spouse',
      columns: points,
      rows: byEducation(['spouse.education.points']),
      provisions: ['spouse.education'],
    },
    oneColumn('spouseLanguage', 'spouse', 'spouse.language', 'level', spouse.language.points),
    oneColumn('spouseCanadianWork', 'spouse', 'spouse.canadianWork', 'years', spouse.canadianWork.points),
    ...grids.map(gridTable),
    oneColumn(
      'tradeCertificate',
      'transferability',
      'transferability.tradeCertificate',
      'level',
      transferability.tradeCertificate.points,
    ),
    {
      name: 'caps',
      section: 'transferability',
      columns: points,
      rows: (['educationPair', 'foreignPair', 'total'] as const).map((name) =>
        row(`transferability.caps.${name}`, t(`reform.row.${name}`)),
      ),
      provisions: ['transferability.caps'],
    },
    {
      name: 'tiers',
      section: 'transferability',
      columns: [t('reform.tables.columns.tier')],
      rows: [
        ...byEducation(['transferability.educationTier.tier']).map((one) => ({
          ...one,
          key: one.cells[0],
          label: t('reform.row.educationTier', { row: one.label }),
        })),
        ...tierRows('foreignWorkTier', 'years'),
        ...tierRows('languageColumn', 'level'),
        ...tierRows('canadianWorkColumn', 'years'),
      ],
      provisions: ['educationTier', 'foreignWorkTier', 'languageColumn', 'canadianWorkColumn'].map(
        (name) => `transferability.${name}`,
      ),
    },
    {
      name: 'additional',
      section: 'additional',
      columns: points,
      rows: [
        row('additional.provincialNomination.points', t('reform.row.provincialNomination')),
        ...jobOfferKinds
          .filter((kind) => kind !== 'none')
          .toReversed()
          .map((kind) => row(`additional.jobOffer.points.${kind}`, t(`reform.row.jobOffer.${kind}`))),
        ...(['frenchAlone', 'withEnglish'] as const).map((kind) =>
          row(`additional.french.points.${kind}`, t(`reform.row.french.${kind}`)),
        ),
        ...canadianStudyLevels
          .filter((level) => level !== 'none')
          .map((level) => row(`additional.canadianStudy.points.${level}`, t(`reform.row.canadianStudy.${level}`))),
        row('additional.sibling.points', t('reform.row.sibling')),
        row('additional.cap.points', t('reform.row.cap')),
      ],
      provisions: ['provincialNomination', 'jobOffer', 'french', 'canadianStudy', 'sibling', 'cap'].map(
        (name) => `additional.${name}`,
      ),
    },
    {
      name: 'frenchLevels',
      section: 'additional',
      columns: [t('column.value')],
      rows: (['minimumFrench', 'minimumEnglish'] as const).map((name) =>
        row(`additional.french.${name}`, t(`reform.row.${name}`)),
      ),
      provisions: ['additional.french'],
    },
    {
      name: 'highWage',
      section: 'additional',
      columns: [t('reform.tables.columns.work'), t('reform.tables.columns.offer')],
      rows: highWageLevels
        .filter((level) => level !== 'none')
        .map((level) => ({
          key: level,
          label: t(`reform.row.highWage.${level}`),
          cells: [`additional.highWage.work.${level}`, `additional.highWage.offer.${level}`],
        })),
      provisions: ['additional.highWage'],
    },
  ]
}
