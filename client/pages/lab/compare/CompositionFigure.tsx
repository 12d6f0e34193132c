import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { type CompositionGroup, compositionGroups } from '../../../charts/compositionParts.ts'
import { Figure } from '../../../charts/Figure.tsx'
import { IntervalRows } from '../../../charts/IntervalRows.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Select } from '../../../ui/Select.tsx'
import { shareRows } from './shareRows.ts'
import { mostDifferent, type Shown, sourceText } from './shown.ts'

const HUNDRED = 100

function groupName(field: string, group: string, { t }: Words): string {
  const known = compositionGroups.find((one) => one === field)
  const names: Record<string, string> = known ? t(`composition.value.${known}`, { returnObjects: true }) : {}
  return names[group] ?? group
}

/** By how much the people invited differ, group by group. */
export function CompositionFigure({ result, difference, name }: Shown) {
  const words = useWords()
  const { t, format } = words
  const [field, choose] = useQueryState(
    'group',
    parseAsStringLiteral<CompositionGroup>(compositionGroups).withDefault('program'),
  )
  const members = difference.composition
    .filter((one) => one.field === field)
    .map(({ group, share }) => ({ text: groupName(field, group, words), share }))
  const most = mostDifferent(members, ({ share }) => share)
  const title =
    typeof most === 'object'
      ? t(most.paired.difference.mean > 0 ? 'lab.compare.composition.more' : 'lab.compare.composition.fewer', {
          name,
          group: most.member.text,
          points: format.signedTenths(HUNDRED * most.paired.difference.mean),
        })
      : t(`lab.compare.composition.${most}`, { name })
  return (
    <Figure
      heading={t('lab.compare.composition.heading')}
      title={title}
      subtitle={t('lab.compare.composition.subtitle')}
      source={sourceText(result, words)}
      tools={
        <Select
          label={t('lab.compare.composition.choose')}
          value={field}
          options={compositionGroups.map((one) => ({ value: one, text: t(`composition.group.${one}`) }))}
          onChange={(next) => void choose(next)}
        />
      }
    >
      <IntervalRows label={t('lab.compare.composition.chart')} {...shareRows(members, words)} />
    </Figure>
  )
}
