import { useWords } from '../../hooks/useWords.ts'
import { Notice } from '../../ui/Notice.tsx'

/** The page before anything was played: what to do first. */
export function FirstEnsemble() {
  const { t } = useWords()
  return (
    <Notice title={t('ensemble.firstTitle')}>
      <p>{t('ensemble.firstText')}</p>
    </Notice>
  )
}
