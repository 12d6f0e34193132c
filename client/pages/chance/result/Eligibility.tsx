import type { ReactNode } from 'react'
import { programFacts } from '../../../../shared/eligibility/facts.ts'
import { fswGrid } from '../../../../shared/eligibility/fswGrid.ts'
import { type Reason, reasonText } from '../../../../shared/eligibility/reasons.ts'
import { eligibility } from '../../../../shared/eligibility/streams.ts'
import { type Day, formatDay } from '../../../../shared/lib/day.ts'
import { nocByCode } from '../../../../shared/profile/noc.ts'
import type { Stream } from '../../../../shared/schema/common.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { StreamMark } from '../../../charts/StreamMark.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { ResultPart } from './ResultContents.tsx'
import styles from './result.module.css'

const part: ResultPart = 'result-programs'

interface Judged {
  /** What more there is to say. */
  detail?: ReactNode
  stream: Stream
  eligible: boolean
  reasons: readonly Reason[]
}

/** What stands before a reason, for eyes and for ears. */
function signOf({ kind, met }: Reason): { sign: string; word: 'met' | 'missing' | 'remark' } {
  if (kind !== 'requirement') return { sign: '·', word: 'remark' }
  return met ? { sign: '✓', word: 'met' } : { sign: '✗', word: 'missing' }
}

function ReasonLine({ reason }: { reason: Reason }) {
  const { t, language } = useWords()
  const { sign, word } = signOf(reason)
  const group = reason.occupation === undefined ? undefined : nocByCode.get(reason.occupation)
  return (
    <li className={reason.met ? styles.soft : styles.missed}>
      <span aria-hidden="true">{sign}</span>
      <span>
        <span className="unseen">{t(`chance.eligible.${word}`)}</span>
        <span className={styles.reason}>{reasonText(reason, language)}</span>
        {group && ` (${group.code} ${group.title[language]})`}
      </span>
    </li>
  )
}

/** One program or category: whether, and why. What is missing stands out. */
function Verdict({ stream, eligible, reasons, detail }: Judged) {
  const { t } = useWords()
  return (
    <div className={styles.item}>
      <h4>
        <StreamMark stream={stream} />{' '}
        {t(eligible ? 'chance.eligible.yes' : 'chance.eligible.no', { name: t(`streamLong.${stream}`) })}
      </h4>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <ReasonLine key={reason.key} reason={reason} />
        ))}
      </ul>
      {detail}
    </div>
  )
}

const factors = [
  'languageFirst',
  'languageSecond',
  'education',
  'experience',
  'age',
  'arrangedEmployment',
  'adaptability',
] as const

/** The selection grid of the Federal Skilled Worker Program, factor by factor. */
function GridPoints({ profile, today }: { profile: Profile; today: Day }) {
  const { t } = useWords()
  const grid = fswGrid(programFacts(profile, today).fsw.grid)
  const points = factors.map((factor) =>
    t('chance.grid.factor', { factor: t(`chance.grid.${factor}`), points: grid[factor] }),
  )
  return <p className={styles.soft}>{t('chance.grid.all', { points: points.join(', '), total: grid.total })}</p>
}

const eligibleFirst = (one: Judged, other: Judged): number => Number(other.eligible) - Number(one.eligible)

/** The programs, and every category in force today. */
export function Eligibility({ profile, today }: { profile: Profile; today: Day }) {
  const { t, format } = useWords()
  const { programs, categories, streams, program } = eligibility(profile, today)
  const judgedPrograms: Judged[] = (['cec', 'fsw', 'fst', 'pnp'] as const).map((stream) => ({
    stream,
    ...programs[stream],
    detail: stream === 'fsw' && <GridPoints profile={profile} today={today} />,
  }))
  const judgedCategories = Object.entries(categories)
    .map(([stream, answer]) => ({ stream: stream as Stream, ...answer }))
    .filter(({ version }) => version !== null)
    .sort(eligibleFirst)
  const names = streams.map((stream) => t(`stream.${stream}`)).join(', ')
  return (
    <section id={part} className={styles.part} tabIndex={-1}>
      <h2>{t(program ? 'chance.eligible.inPool' : 'chance.eligible.outside')}</h2>
      <p>
        {program
          ? t('chance.eligible.streams', {
              names,
              program: t(`stream.${program}`),
              date: format.date(formatDay(today)),
            })
          : t('chance.eligible.none')}
      </p>
      <h3>{t('chance.eligible.programs')}</h3>
      <div className={styles.columns}>
        {judgedPrograms.map((one) => (
          <Verdict key={one.stream} {...one} />
        ))}
      </div>
      <h3>{t('chance.eligible.categories')}</h3>
      <div className={styles.columns}>
        {judgedCategories.map((one) => (
          <Verdict key={one.stream} {...one} />
        ))}
      </div>
    </section>
  )
}
