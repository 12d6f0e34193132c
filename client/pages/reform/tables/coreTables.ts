import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'
import type { BoundKind } from './boundTexts.ts'
import { educationRows, growingRows } from './rows.ts'
import type { RuleTableModel } from './ruleTableModel.ts'

const halves = ['withSpouse', 'withoutSpouse'] as const

/** Section A: what the candidate brings, with a partner and alone. */
export function coreTables(provisions: Provisions, words: Words): RuleTableModel[] {
  const { t } = words
  const columns = halves.map((half) => t(`reform.tables.columns.${half}`))
  const tablesOf = (name: string) => halves.map((half) => `core.${name}.${half}`)
  const bounded = (
    name: 'age' | 'firstLanguage' | 'secondLanguage' | 'canadianWork',
    kind: BoundKind,
  ): RuleTableModel => ({
    name,
    section: 'core',
    columns,
    provisions: [`core.${name}`],
    ...growingRows(kind, tablesOf(name), provisions, words),
  })
  const second = bounded('secondLanguage', 'level')
  const limit = { key: 'cap', label: t('reform.tables.limit'), cells: tablesOf('secondLanguage.cap') }
  return [
    bounded('age', 'age'),
    {
      name: 'education',
      section: 'core',
      columns,
      rows: educationRows(tablesOf('education'), words),
      provisions: ['core.education'],
    },
    bounded('firstLanguage', 'level'),
    { ...second, rows: [...second.rows, limit] },
    bounded('canadianWork', 'years'),
  ]
}

/** Section B: what an accompanying partner brings. */
export function spouseTables(provisions: Provisions, words: Words): RuleTableModel[] {
  const shared = { section: 'spouse', columns: [words.t('reform.tables.columns.points')] } as const
  return [
    {
      ...shared,
      name: 'spouseEducation',
      rows: educationRows(['spouse.education.points'], words),
      provisions: ['spouse.education'],
    },
    {
      ...shared,
      name: 'spouseLanguage',
      provisions: ['spouse.language'],
      ...growingRows('level', ['spouse.language.points'], provisions, words),
    },
    {
      ...shared,
      name: 'spouseCanadianWork',
      provisions: ['spouse.canadianWork'],
      ...growingRows('years', ['spouse.canadianWork.points'], provisions, words),
    },
  ]
}
