import { DataTable } from '../../charts/DataTable.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import { type Effect, isClear } from './effects.ts'

/** The effects of every assumption on one stream, in figures. */
export function EffectsTable({ caption, effects }: { caption: string; effects: readonly Effect[] }) {
  const { t, format } = useWords()
  const columns = (['assumption', 'change', 'mean', 'low', 'high', 'clear'] as const).map((key) => ({
    key,
    label: t(`fit.effects.${key}`),
    numeric: key !== 'assumption' && key !== 'clear',
  }))
  const rows = effects.map((effect) => ({
    key: effect.assumption,
    cells: [
      datum(effect.assumption, t(`fit.effects.name.${effect.assumption}`)),
      datum(effect.change, `${effect.change > 0 ? '+' : '-'}${format.percent(Math.abs(effect.change))}`),
      datum(effect.points, format.signedTenths(effect.points)),
      datum(effect.low, format.signedTenths(effect.low)),
      datum(effect.high, format.signedTenths(effect.high)),
      datum(String(isClear(effect)), t(isClear(effect) ? 'fit.effects.yes' : 'fit.effects.no')),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}
