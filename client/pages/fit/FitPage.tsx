import '../../i18n/fit/texts.ts'
import fit from '../../../shared/record/fit.json'
import type { FitRecord } from '../../../shared/schema/fit.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { useWords } from '../../hooks/useWords.ts'
import { FitScreen } from './FitScreen.tsx'

/** Written by `npm run record`, which checks it against the schema. */
const record = fit as FitRecord

/** How well does the synthetic pool match what is published, and what is assumed? The record is loaded with the page. */
export function FitPage() {
  const { t } = useWords()
  usePageTitle(t('fit.title'))
  return <FitScreen record={record} />
}
