import { comparedErrors } from '../../../shared/record/compared.ts'
import { LAST_DAY_IN_VIEW, unseenDraws } from '../../../shared/record/unseen.ts'
import type { AccuracyRecord } from '../../../shared/schema/backtest.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import styles from './prose.module.css'
import { drawsText, pointsText } from './recordWords.ts'

/** What the draws say that came after the model was made. */
function unseenText(record: AccuracyRecord, words: Words): string {
  const { n, mae, persistenceMae } = comparedErrors(unseenDraws(record.replay.draws))
  if (mae === null || persistenceMae === null) return words.t('record.method.unseenNone')
  return words.t('record.method.unseen', {
    draws: drawsText(n, words),
    points: pointsText(mae, words),
    last: pointsText(persistenceMae, words),
  })
}

/** How this is measured, in plain words. */
export function Method({ record }: { record: AccuracyRecord }) {
  const words = useWords()
  const { t, format } = words
  return (
    <section className={styles.prose}>
      <h2>{t('record.method.title')}</h2>
      <p>{t('record.method.origin')}</p>
      <ul>
        <li>{t('record.method.replay')}</li>
        <li>{t('record.method.forecast')}</li>
        <li>{t('record.method.interval')}</li>
        <li>{t('record.method.crps')}</li>
        <li>{t('record.method.overlap')}</li>
      </ul>
      <p>
        {t('record.method.inView', { date: format.date(LAST_DAY_IN_VIEW) })} {unseenText(record, words)}
      </p>
    </section>
  )
}
