import type { ComparisonResult, Paired } from '../../../../shared/schema/comparison.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { placeName } from '../side/scenarioTitle.ts'
import styles from './CompareView.module.css'
import { findingOf } from './finding.ts'
import { figureText, intervalText, isClear, type Measure } from './pairedText.ts'
import { tableRows } from './rows.ts'
import { sourceText } from './shown.ts'

/** Every figure of the baseline, and by how much each alternative differs. */
export function DifferenceTable({ result }: { result: ComparisonResult }) {
  const words = useWords()
  const { t } = words
  const { differences } = result
  return (
    <section className={styles.view} aria-labelledby="differences-heading">
      <h2 id="differences-heading">{t('lab.compare.table.heading')}</h2>
      <ul>
        {differences.map((difference, index) => (
          <li key={placeName(index + 1, words)}>
            <strong>{findingOf(difference, placeName(index + 1, words), words)}</strong>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('lab.compare.table.subtitle')}</p>
      <DataTable
        whole
        caption={t('lab.compare.table.caption')}
        columns={[
          { key: 'figure', label: t('lab.compare.table.figure') },
          { key: 'baseline', label: t('lab.side.baseline'), numeric: true },
          ...differences.map((_one, index) => ({
            key: String(index),
            label: t('lab.compare.table.difference', { name: placeName(index + 1, words) }),
            numeric: true,
          })),
        ]}
        rows={tableRows(differences, words).map(({ key, label, measure, paired }) => {
          const known = paired.find((one) => one !== null)
          return {
            key,
            cells: [
              label,
              known ? figureText(known.baseline, measure, words) : null,
              ...paired.map((one, index) => <Cell key={placeName(index + 1, words)} paired={one} measure={measure} />),
            ],
          }
        })}
      />
      <p className={styles.note}>
        {t('lab.compare.table.note')} {t('figure.source', { source: sourceText(result, words) })}
      </p>
    </section>
  )
}

function Cell({ paired, measure }: { paired: Paired | null; measure: Measure }) {
  const words = useWords()
  if (!paired) return <span className={styles.unclear}>{words.t('lab.compare.table.none')}</span>
  const text = intervalText(paired, measure, words)
  return isClear(paired) ? <strong>{text}</strong> : <span className={styles.unclear}>{text}</span>
}
