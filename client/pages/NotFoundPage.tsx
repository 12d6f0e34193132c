import { Link, useLocation } from 'react-router'
import { usePageTitle } from '../hooks/usePageTitle.ts'
import { useWords } from '../hooks/useWords.ts'
import { Notice } from '../ui/Notice.tsx'

export function NotFoundPage() {
  const { t } = useWords()
  usePageTitle(t('app.notFoundTitle'))
  const { search } = useLocation()
  return (
    <Notice title={t('app.notFoundTitle')} level="h1">
      <p>{t('app.notFoundText')}</p>
      <Link to={{ pathname: '/', search }}>{t('app.toLive')}</Link>
    </Notice>
  )
}
