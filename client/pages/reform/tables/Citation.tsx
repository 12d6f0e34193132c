import { sources as knownSources } from '../../../../shared/crs/ruleset.ts'
import { cellAt } from '../../../../shared/reform/cells.ts'
import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { localeOf } from '../../../i18n/language.ts'
import styles from './RuleTable.module.css'

interface CitationProps {
  /** The law the sources are of. */
  law: Provisions
  lawDate: string
  places: readonly string[]
}

interface Cited {
  sources: readonly string[]
  confidence: string
}

/** Who says so: the sources of some places in the law, each once, with how sure they are. */
export function Citation({ law, lawDate, places }: CitationProps) {
  const { t, format } = useWords()
  const cited = places.map((place) => cellAt(law, place) as Cited)
  const titles = new Set(cited.flatMap(({ sources }) => sources).map((name) => knownSources[name]?.title ?? name))
  const confidence = [...new Set(cited.map((one) => one.confidence))].join(', ')
  return (
    <p className={styles.sources}>
      {t('reform.tables.sources', { date: format.date(lawDate), confidence })}{' '}
      <span lang={localeOf.en}>{[...titles].join('; ')}</span>
    </p>
  )
}
