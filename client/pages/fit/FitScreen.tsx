import { Link, useLocation } from 'react-router'
import type { FitRecord } from '../../../shared/schema/fit.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Assumptions } from './Assumptions.tsx'
import { BandsFigure } from './BandsFigure.tsx'
import { EffectsFigure } from './EffectsFigure.tsx'
import styles from './FitScreen.module.css'
import { MembersFigure } from './MembersFigure.tsx'

/** Published against synthetic, who draws imply is in the pool, what wrong assumptions do, and every assumption. */
export function FitScreen({ record }: { record: FitRecord }) {
  const { t, format } = useWords()
  const { search } = useLocation()
  const source = t('fit.source', { date: format.date(record.asOf), version: record.engineVersion })
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('fit.question')}</h1>
        <p>{t('fit.lead')}</p>
        <ul className={styles.links}>
          <li>
            <Link to={{ pathname: '/record', search }}>{t('fit.toRecord')}</Link>
          </li>
          <li>
            <Link to={{ pathname: '/about', search }}>{t('fit.toAbout')}</Link>
          </li>
        </ul>
      </div>
      <BandsFigure record={record} source={source} />
      <MembersFigure memberships={record.memberships} source={source} />
      <EffectsFigure sensitivities={record.sensitivities} engineVersion={record.engineVersion} />
      <Assumptions assumptions={record.assumptions} />
    </div>
  )
}
