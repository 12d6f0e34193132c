import { streams } from '../../../../shared/schema/common.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Path } from '../state/json.ts'
import { fieldTable } from './fieldTable.ts'
import { rowTable } from './rowTable.ts'
import { fieldNameOf } from './schemaNode.ts'

/** The member of a table: a stream or a kind of people. */
function memberText(member: string, { t }: Words): string {
  const stream = streams.find((one) => one === member)
  const kinds: Record<string, string> = t('lab.archetype', { returnObjects: true })
  return stream ? t(`stream.${stream}`) : (kinds[member] ?? member)
}

/** Where something stands in a scenario, from the outside in: Rounds 1 · Draws of a round 2 · Sizes; empty for the scenario itself. */
export function whereText(path: Path, words: Words): string {
  const { t } = words
  const parts = path.flatMap((part, depth) => {
    if (typeof part !== 'number') return []
    const row = rowTable[fieldNameOf(path.slice(0, depth))]
    return row ? [`${t(`lab.row.${row.text}.title`)} ${part + 1}`] : []
  })
  const name = fieldNameOf(path)
  const field = fieldTable[name] ?? fieldTable[name.replace(/\[\]$/, '')]
  const kind = name.includes('*') ? [memberText(String(path[2]), words)] : []
  return [...parts, ...(field ? [t(`lab.field.${field.text}.label`)] : []), ...kind].join(' · ')
}
