import '../../i18n/reform/texts.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { ReformScreen } from './ReformScreen.tsx'

/** What if the points were different? Tables to edit, and who crosses the line, computed in a worker of the browser. */
export function ReformPage() {
  const { t } = useWords()
  usePageTitle(t('reform.title'))
  return <ReformScreen />
}
