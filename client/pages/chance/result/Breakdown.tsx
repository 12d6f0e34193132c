import { type ExplanationLine, type ExplanationSection, explain } from '../../../../shared/crs/explain.ts'
import { isSuperseded, latestKnownRulesetId, resolveRuleset } from '../../../../shared/crs/ruleset.ts'
import { formatDay } from '../../../../shared/lib/day.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { localeOf } from '../../../i18n/language.ts'
import { useToday } from '../useToday.ts'
import styles from './Breakdown.module.css'
import { ResultContents } from './ResultContents.tsx'
import { capText, factText, pairedFactText, type RuleName } from './ruleTexts.ts'

type Source = ExplanationLine['sources'][number]

/** Every source once, in the order in which the lines name them. */
function sourcesOf(sections: readonly ExplanationSection[]): Source[] {
  const all = sections.flatMap(({ lines }) => lines.flatMap(({ sources }) => sources))
  return [...new Map(all.map((source) => [source.title, source])).values()]
}

interface SectionTableProps {
  profile: Profile
  section: ExplanationSection
  /** Titles of all sources, to number them. */
  sources: readonly string[]
}

function SectionTable({ profile, section, sources }: SectionTableProps) {
  const words = useWords()
  const { t, format } = words
  const { section: name, lines, cap, total } = section
  const title = t(`chance.section.${name}`)
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('chance.result.rule')}</th>
          <th scope="col">{t('chance.result.points')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.rule}>
            <th scope="row">
              {t('chance.result.line', { rule: t(`chance.rule.${line.rule as RuleName}`) })}{' '}
              <span className={styles.fact}>
                {[factText(line.rule, line.fact, words), pairedFactText(line.rule, profile, words)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              <p className={styles.source}>
                {line.cap && `${capText(line, words)} `}
                {t('chance.result.sources', {
                  numbers: line.sources.map(({ title: text }) => sources.indexOf(text) + 1).join(', '),
                  confidence: line.confidence,
                })}
              </p>
            </th>
            <td>{format.integer(line.points)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t('chance.result.sum')}
            {cap && <p className={styles.source}>{t('chance.result.cap', { before: cap.before, limit: cap.limit })}</p>}
          </th>
          <td>{format.integer(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The total, and every line of it with its rule and who says so. */
export function Breakdown({ profile }: { profile: Profile }) {
  const { t, format } = useWords()
  const today = formatDay(useToday())
  const { sections, total, scoredWithSpouse } = explain(profile, resolveRuleset(latestKnownRulesetId))
  const date = format.date(latestKnownRulesetId)
  const sources = sourcesOf(sections)
  const shown = sections.filter(({ lines }) => lines.length > 0)
  return (
    <section className={styles.breakdown}>
      <h2>{t('chance.result.total', { count: total })}</h2>
      <p>
        {t('chance.result.rules', { date })}{' '}
        {isSuperseded(latestKnownRulesetId, today) && t('chance.result.superseded')}{' '}
        {t(scoredWithSpouse ? 'chance.result.withSpouse' : 'chance.result.withoutSpouse')}
      </p>
      <ResultContents />
      <div className={styles.sections}>
        {shown.map((section) => (
          <SectionTable
            key={section.section}
            profile={profile}
            section={section}
            sources={sources.map(({ title }) => title)}
          />
        ))}
      </div>
      <h3>{t('chance.result.sourceList')}</h3>
      <ol className={styles.sourceList}>
        {sources.map(({ title, url }) => (
          <li key={title} lang={localeOf.en}>
            {url ? <a href={url}>{title}</a> : title}
          </li>
        ))}
      </ol>
      <p className={styles.source}>{t('chance.result.confidence')}</p>
    </section>
  )
}
