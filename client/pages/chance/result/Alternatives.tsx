import type { Day } from '../../../../shared/lib/day.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Reading } from '../answers/readAnswers.ts'
import { type Choice, choicesOf } from './alternatives.ts'
import type { ResultPart } from './ResultContents.tsx'
import styles from './result.module.css'

const part: ResultPart = 'result-choices'

/** What the two ways come to, in a sentence. */
export function findingOf({ options, why }: Choice, { t }: Words): string {
  if (why) return t(`chance.choice.why.${why}`)
  const [best, other] = options.toSorted((one, another) => another.total - one.total)
  if (best.programs.length === 0 && other.programs.length > 0) {
    return t('chance.choice.noProgram', { best: t(`chance.choice.option.${best.option}`) })
  }
  if (best.total === other.total) return t('chance.choice.same', { total: best.total })
  return t(best.isChosen ? 'chance.choice.chosenIsBest' : 'chance.choice.otherIsBest', {
    best: t(`chance.choice.option.${best.option}`),
    count: best.total - other.total,
  })
}

interface AlternativesProps {
  profile: Profile
  reading: Reading
  today: Day
}

/** Which language first, with or without the partner, and which of the two applies: each both ways. */
export function Alternatives({ profile, reading, today }: AlternativesProps) {
  const words = useWords()
  const { t, format } = words
  const columns = [
    { key: 'option', label: t('chance.choice.way') },
    { key: 'total', label: t('chance.result.points'), numeric: true },
    { key: 'programs', label: t('chance.choice.programs') },
  ]
  return (
    <section id={part} className={styles.part} tabIndex={-1}>
      <h2>{t('chance.choice.title')}</h2>
      <div className={styles.columns}>
        {choicesOf(profile, reading, today).map((choice) => (
          <div key={choice.question} className={styles.item}>
            <h3>{t(`chance.choice.question.${choice.question}`)}</h3>
            <p>{findingOf(choice, words)}</p>
            {choice.options.length > 0 && (
              <DataTable
                caption={t(`chance.choice.question.${choice.question}`)}
                columns={columns}
                rows={choice.options.map(({ option, total, programs, isChosen }) => ({
                  key: option,
                  cells: [
                    `${t(`chance.choice.option.${option}`)}${isChosen ? ` (${t('chance.choice.yours')})` : ''}`,
                    format.integer(total),
                    programs.map((name) => t(`stream.${name}`)).join(', ') || t('chance.result.nothing'),
                  ],
                }))}
              />
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
