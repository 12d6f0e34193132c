import { categories, categoryVersionOn } from '../../../../shared/eligibility/categoryVersions.ts'
import { isSkilled, nocByCode } from '../../../../shared/profile/noc.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { useToday } from '../useToday.ts'
import styles from './fields.module.css'

/** What a code stands for: its title, its TEER, the programs that take it and the categories it opens today. */
export function OccupationMeaning({ code }: { code: string }) {
  const { t, language } = useWords()
  const today = useToday()
  const group = nocByCode.get(code)
  if (!group) return null
  const opened = categories.flatMap(({ stream }) => {
    const version = categoryVersionOn(stream, today)
    return version?.criteria.kind === 'occupation' && version.nocs.includes(code) ? [t(`streamLong.${stream}`)] : []
  })
  const skill = t(isSkilled(code) ? 'chance.job.skilled' : 'chance.job.unskilled', { teer: group.teer })
  return (
    <div className={styles.hint}>
      <p>
        <strong>{group.title[language]}</strong>. {skill} {group.fst && t('chance.job.trade')}
      </p>
      <p>
        {opened.length > 0 ? t('chance.job.opens', { categories: opened.join('; ') }) : t('chance.job.opensNothing')}
      </p>
    </div>
  )
}
