import { canadianStudyLevels, highWageLevels, jobOfferKinds } from '../../../../shared/schema/profile.ts'
import type { Words } from '../../../i18n/words.ts'
import { singleRow } from './rows.ts'
import type { RuleTableModel } from './ruleTableModel.ts'

const isSome = <Name extends string>(name: Name): name is Exclude<Name, 'none'> => name !== 'none'

/** Nomination, job offer, French, study, siblings: one value a rule. */
const pointsTable = ({ t }: Words): RuleTableModel => ({
  name: 'additional',
  section: 'additional',
  columns: [t('reform.tables.columns.points')],
  rows: [
    singleRow('additional.provincialNomination.points', t('reform.row.provincialNomination')),
    ...jobOfferKinds
      .filter(isSome)
      .toReversed()
      .map((kind) => singleRow(`additional.jobOffer.points.${kind}`, t(`reform.row.jobOffer.${kind}`))),
    ...(['frenchAlone', 'withEnglish'] as const).map((kind) =>
      singleRow(`additional.french.points.${kind}`, t(`reform.row.french.${kind}`)),
    ),
    ...canadianStudyLevels
      .filter(isSome)
      .map((level) => singleRow(`additional.canadianStudy.points.${level}`, t(`reform.row.canadianStudy.${level}`))),
    singleRow('additional.sibling.points', t('reform.row.sibling')),
    singleRow('additional.cap.points', t('reform.row.cap')),
  ],
  provisions: ['provincialNomination', 'jobOffer', 'french', 'canadianStudy', 'sibling', 'cap'].map(
    (name) => `additional.${name}`,
  ),
})

/** Section D: points on top. */
export function additionalTables(words: Words): RuleTableModel[] {
  const { t } = words
  return [
    pointsTable(words),
    {
      name: 'frenchLevels',
      section: 'additional',
      columns: [t('column.value')],
      rows: (['minimumFrench', 'minimumEnglish'] as const).map((name) =>
        singleRow(`additional.french.${name}`, t(`reform.row.${name}`)),
      ),
      provisions: ['additional.french'],
    },
    {
      name: 'highWage',
      section: 'additional',
      columns: [t('reform.tables.columns.work'), t('reform.tables.columns.offer')],
      rows: highWageLevels.filter(isSome).map((level) => ({
        key: level,
        label: t(`reform.row.highWage.${level}`),
        cells: [`additional.highWage.work.${level}`, `additional.highWage.offer.${level}`],
      })),
      provisions: ['additional.highWage'],
    },
  ]
}
