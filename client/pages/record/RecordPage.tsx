import '../../i18n/record/texts.ts'
import accuracy from '../../../shared/record/accuracy.json'
import type { AccuracyRecord } from '../../../shared/schema/backtest.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { RecordScreen } from './RecordScreen.tsx'

/** Written by `npm run record`, which checks it against the schema. */
const record = accuracy as AccuracyRecord

/** How well has this done? Every prediction beside what happened; the record is loaded with the page. */
export function RecordPage() {
  const { t } = useWords()
  usePageTitle(t('record.title'))
  return <RecordScreen record={record} />
}
