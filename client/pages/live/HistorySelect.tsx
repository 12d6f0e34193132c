import { type HistoryMonths, historyChoices } from '../../hooks/useHistoryMonths.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Select } from '../../ui/Select.tsx'

interface HistorySelectProps {
  months: HistoryMonths
  onChange(months: HistoryMonths): void
}

export function HistorySelect({ months, onChange }: HistorySelectProps) {
  const { t } = useWords()
  const options = historyChoices.map((choice) => ({ value: choice, text: t(`trend.historyMonths.${choice}`) }))
  return <Select label={t('trend.history')} value={months} options={options} onChange={onChange} />
}
