import { pathOf } from '../../../../shared/schema/validate.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { placeName, scenarioTitle } from '../side/scenarioTitle.ts'
import type { JsonRecord } from '../state/json.ts'
import type { Workspace } from '../state/workspace.ts'
import styles from './Differences.module.css'
import { type Provision, provisionsOf } from './provisions.ts'

/** What differs from the baseline: every changed provision of every alternative on one page. */
export function Differences({ workspace: { baseline, alternatives } }: { workspace: Workspace }) {
  const words = useWords()
  const { t } = words
  return (
    <div className={styles.page}>
      <h2>{t('lab.differences.title', { baseline: scenarioTitle(baseline, words) })}</h2>
      <p>{t('lab.differences.lead')}</p>
      <dl className={styles.marks}>
        {(['law', 'proposal', 'assumption'] as const).map((mark) => (
          <div key={mark}>
            <dt>
              <span className={styles.mark} data-mark={mark}>
                {t(`lab.mark.${mark}`)}
              </span>
            </dt>
            <dd>{t(`lab.markMeaning.${mark}`)}</dd>
          </div>
        ))}
      </dl>
      {alternatives.length === 0 && <p>{t('lab.differences.noAlternative')}</p>}
      {alternatives.map((scenario, index) => (
        <Alternative key={placeName(index + 1, words)} place={index + 1} scenario={scenario} baseline={baseline} />
      ))}
    </div>
  )
}

interface AlternativeProps {
  place: number
  scenario: JsonRecord
  baseline: JsonRecord
}

function Alternative({ place, scenario, baseline }: AlternativeProps) {
  const words = useWords()
  const { t } = words
  const all = provisionsOf(baseline, scenario, words)
  const names = all.filter(({ mark }) => mark === 'name')
  const provisions = all.filter(({ mark }) => mark !== 'name')
  const name = placeName(place, words)
  const id = `differences-${place}`
  return (
    <section aria-labelledby={id} className={styles.alternative}>
      <h3 id={id}>
        {t('lab.differences.of', { name, title: scenarioTitle(scenario, words), count: provisions.length })}
      </h3>
      {provisions.length > 0 && <ProvisionList provisions={provisions} />}
      {names.length > 0 && (
        <details>
          <summary>{t('lab.differences.names', { count: names.length })}</summary>
          <ProvisionList provisions={names} />
        </details>
      )}
    </section>
  )
}

function ProvisionList({ provisions }: { provisions: readonly Provision[] }) {
  const { t } = useWords()
  return (
    <ul className={styles.provisions}>
      {provisions.map(({ path, mark, what, from, to }) => (
        <li key={`${pathOf(path)} ${what} ${from} ${to}`} className={styles.provision}>
          <span className={styles.what}>{what}</span>
          <span className={styles.values}>
            <span className="unseen">{t('lab.differences.from')}</span>
            <span className={styles.from}>{from}</span>
            <span aria-hidden="true"> → </span>
            <span className="unseen">{t('lab.differences.to')}</span>
            <span>{to}</span>
          </span>
          <span className={styles.mark} data-mark={mark}>
            {t(`lab.mark.${mark}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
