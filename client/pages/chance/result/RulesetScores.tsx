import { latestKnownRulesetId, rulesets } from '../../../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../../../shared/crs/score.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { ResultPart } from './ResultContents.tsx'
import styles from './result.module.css'

const part: ResultPart = 'result-rulesets'

const sections = ['core', 'spouse', 'transferability', 'additional'] as const

/** The same profile under every ruleset there has been. */
export function RulesetScores({ profile }: { profile: Profile }) {
  const { t, format, language } = useWords()
  const under = (id: string) => scoreProfile(profile, compiledRuleset(id))
  const totalUnder = (id: string) => under(id).total
  const now = totalUnder(latestKnownRulesetId)
  const known = rulesets.filter(({ status }) => status === 'law')
  const totals = known.map(({ id }) => totalUnder(id))
  const [low, high] = [Math.min(...totals), Math.max(...totals)]
  const columns = [
    { key: 'from', label: t('chance.rulesets.from') },
    { key: 'total', label: t('chance.result.points'), numeric: true },
    { key: 'difference', label: t('chance.rulesets.difference'), numeric: true },
    ...sections.map((section) => ({ key: section, label: t(`chance.subtotal.letter.${section}`), numeric: true })),
    { key: 'title', label: t('chance.rulesets.change') },
  ]
  const rows = rulesets.toReversed().map(({ id, status, title }) => ({
    key: id,
    cells:
      status === 'law'
        ? [
            format.date(id),
            format.integer(totalUnder(id)),
            format.signed(totalUnder(id) - now),
            ...sections.map((section) => format.integer(under(id)[section].total)),
            title[language],
          ]
        : [format.date(id), t('chance.rulesets.unknown'), '', ...sections.map(() => ''), title[language]],
  }))
  return (
    <section id={part} className={styles.part} tabIndex={-1}>
      <h2>{t('chance.rulesets.title')}</h2>
      <p>
        {low === high ? t('chance.rulesets.same', { total: low }) : t('chance.rulesets.finding', { low, high })}{' '}
        {t('chance.rulesets.unknownText')}
      </p>
      <div className={styles.narrow}>
        <DataTable caption={t('chance.rulesets.title')} columns={columns} rows={rows} />
      </div>
    </section>
  )
}
