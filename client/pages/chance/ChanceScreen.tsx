import { useEffect, useRef } from 'react'
import { useBackend } from '../../hooks/useBackend.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './ChanceScreen.module.css'
import { Keeping } from './form/Keeping.tsx'
import { ProfileForm } from './form/ProfileForm.tsx'
import { Subtotals } from './form/Subtotals.tsx'
import { ChanceOfProfile } from './panel/ChanceOfProfile.tsx'
import { ChanceResult } from './result/ChanceResult.tsx'
import type { ResultPart } from './result/ResultContents.tsx'
import { useChanceForm } from './useChanceForm.ts'
import { useToday } from './useToday.ts'

const chancePart: ResultPart = 'result-chance'

/** The form with its running points, then what follows from it. */
export function ChanceScreen() {
  const { t } = useWords()
  const { isLocal } = useBackend()
  const today = useToday()
  const form = useChanceForm(today)
  const { reading, result, successes, isStale } = form
  const resultBox = useRef<HTMLElement>(null)
  useEffect(() => {
    if (successes > 0) resultBox.current?.focus()
  }, [successes])
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('chance.question')}</h1>
        <p>{t('chance.lead')}</p>
        <p className={styles.privacy}>{t(isLocal ? 'chance.privacyLocal' : 'chance.privacy')}</p>
      </div>
      {form.isLinkBroken && (
        <Notice title={t('chance.keep.brokenTitle')} tone="danger">
          <p>{t('chance.keep.brokenText')}</p>
        </Notice>
      )}
      <div className={styles.pair}>
        <div className={styles.column}>
          <ProfileForm form={form} />
          <Keeping
            answers={form.answers}
            profile={reading.profile}
            onLink={form.makeLink}
            onLoad={form.load}
            onClear={() => form.load({})}
          />
        </div>
        <Subtotals draft={reading.draft} left={reading.problems.length} />
      </div>
      {result?.profile && (
        <>
          <section ref={resultBox} className={styles.result} tabIndex={-1} aria-label={t('chance.result.title')}>
            {isStale && (
              <Notice title={t('chance.result.staleTitle')}>
                <Button look="main" onClick={form.submit}>
                  {t('chance.result.update')}
                </Button>
              </Notice>
            )}
            <ChanceResult reading={result} profile={result.profile} today={today} />
          </section>
          <div id={chancePart} className={styles.chance} tabIndex={-1}>
            <ChanceOfProfile
              profile={result.profile}
              swapped={result.swapped}
              months={form.months}
              onMonths={form.changeMonths}
            />
          </div>
        </>
      )}
    </div>
  )
}
