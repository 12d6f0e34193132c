import type { StreamSkill } from '../../../shared/schema/backtest.ts'
import type { Column } from '../../charts/DataTable.tsx'
import { type Datum, datum } from '../../charts/tableData.ts'
import type { Words } from '../../i18n/words.ts'
import { orUnknown, skillText } from './recordWords.ts'

type SkillFigures = Pick<StreamSkill, 'n' | 'mae' | 'persistenceMae' | 'skill' | 'coverage50' | 'coverage80' | 'crps'>

/** The columns of every table of skill, after the one that says whose it is. */
export const skillColumns = ({ t }: Words): Column[] => [
  { key: 'n', label: t('column.draws'), numeric: true },
  { key: 'mae', label: t('record.skill.mae'), numeric: true },
  { key: 'last', label: t('record.skill.last'), numeric: true },
  { key: 'skill', label: t('record.skill.skill'), numeric: true },
  { key: 'half', label: t('record.skill.half'), numeric: true },
  { key: 'most', label: t('record.skill.most'), numeric: true },
  { key: 'crps', label: t('record.skill.crps'), numeric: true },
]

/** The cells of those columns. */
export function skillCells(figures: SkillFigures, words: Words): Datum[] {
  const { format } = words
  return [
    datum(figures.n, format.integer(figures.n)),
    datum(figures.mae, orUnknown(figures.mae, format.tenths)),
    datum(figures.persistenceMae, orUnknown(figures.persistenceMae, format.tenths)),
    datum(
      figures.skill,
      orUnknown(figures.skill, (skill) => skillText(skill, words)),
    ),
    datum(figures.coverage50, orUnknown(figures.coverage50, format.percent)),
    datum(figures.coverage80, orUnknown(figures.coverage80, format.percent)),
    datum(figures.crps, orUnknown(figures.crps, format.tenths)),
  ]
}
