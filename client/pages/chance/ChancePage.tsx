import '../../i18n/chance/texts.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { ChanceScreen } from './ChanceScreen.tsx'

/** Will I be invited, when, and what should I do? The form and its result, computed in the browser. */
export function ChancePage() {
  const { t } = useWords()
  usePageTitle(t('chance.title'))
  return <ChanceScreen />
}
