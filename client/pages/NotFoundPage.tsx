import { Link, useLocation } from 'react-router'
import { useWords } from '../hooks/useWords.ts'
import { Notice } from '../ui/Notice.tsx'

export function NotFoundPage() {
  const { t } = useWords()
  const { search } = useLocation()
  return (
    <Notice title={t('app.notFoundTitle')}>
      <p>{t('app.notFoundText')}</p>
      <Link to={{ pathname: '/', search }}>{t('app.toLive')}</Link>
    </Notice>
  )
}
