import { useEffect } from 'react'
import { useWords } from './useWords.ts'

/** Names the browser's tab after the page, in the language of the page. */
export function usePageTitle(page: string): void {
  const { t } = useWords()
  const title = `${page} | ${t('app.name')}`
  useEffect(() => {
    document.title = title
  }, [title])
}
