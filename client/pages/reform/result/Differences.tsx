import type { Difference } from '../../../../shared/reform/differences.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import styles from '../ReformScreen.module.css'
import type { CellName } from '../tables/cellNames.ts'
import { valueText } from '../tables/cellText.ts'

interface DifferencesProps {
  differences: readonly Difference[]
  law: string
  nameOf: CellName
}

/** Everything that is not what the law says, and whether it was law once, is assumed, or is proposed. */
export function Differences({ differences, law, nameOf }: DifferencesProps) {
  const words = useWords()
  const { t, format } = words
  const title = t('reform.differences.title', { date: format.date(law) })
  const originText = ({ origin, inForce }: Difference): string => {
    if (!inForce) return t(origin === 'assumption' ? 'reform.differences.assumption' : 'reform.differences.proposal')
    const from = format.shortDate(inForce.from)
    return inForce.to === null
      ? t('reform.differences.lawNow', { from })
      : t('reform.differences.law', { from, to: format.shortDate(inForce.to) })
  }
  return (
    <div className={styles.part}>
      <h2>{title}</h2>
      {differences.length === 0 ? (
        <p>{t('reform.differences.none', { date: format.date(law) })}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('reform.differences.count', { count: differences.length })}</p>
          <DataTable
            caption={title}
            columns={[
              { key: 'rule', label: t('reform.differences.rule') },
              { key: 'before', label: t('reform.differences.before'), numeric: true },
              { key: 'after', label: t('reform.differences.after'), numeric: true },
              { key: 'origin', label: t('reform.differences.origin') },
            ]}
            rows={differences.map((difference) => ({
              key: difference.path,
              cells: [
                <span key={difference.path} className={styles.ruleName}>
                  {nameOf(difference.path)}
                </span>,
                valueText(difference.path, difference.before, words),
                valueText(difference.path, difference.after, words),
                <span key="origin" className={styles[difference.origin]}>
                  {originText(difference)}
                </span>,
              ],
            }))}
          />
        </>
      )}
    </div>
  )
}
