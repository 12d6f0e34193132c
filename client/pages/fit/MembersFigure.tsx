import { parseAsInteger, useQueryState } from 'nuqs'
import type { InferredMembership } from '../../../shared/schema/fit.ts'
import { Figure } from '../../charts/Figure.tsx'
import { IntervalRows } from '../../charts/IntervalRows.tsx'
import { logAxis } from '../../charts/scales.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Select } from '../../ui/Select.tsx'
import { MembersLegend } from './MembersLegend.tsx'
import { MembersTable } from './MembersTable.tsx'
import { chosenScore, fromText, membersFinding, membersFrom, memberValue, scoresOf } from './members.ts'
import { StreamName } from './StreamName.tsx'

/** How many people each stream could invite from, as draws imply and in the synthetic pool; `?above=` of the address. */
export function MembersFigure({ memberships, source }: { memberships: readonly InferredMembership[]; source: string }) {
  const words = useWords()
  const { t, format } = words
  const [asked, choose] = useQueryState('above', parseAsInteger)
  const scores = scoresOf(memberships)
  const from = chosenScore(scores, asked)
  const shown = membersFrom(memberships, from)
  const { ticks, scale } = logAxis(shown.flatMap(({ low, high, synthetic }) => [low, high, synthetic]))
  const title = membersFinding(memberships, from, words)
  const tools = (
    <Select
      label={t('fit.members.choose')}
      value={from}
      options={scores.map((value) => ({ value, text: fromText(value, words) }))}
      onChange={(value) => void choose(value)}
    />
  )
  return (
    <Figure
      heading={t('fit.members.heading')}
      title={title}
      subtitle={t('fit.members.subtitle')}
      source={source}
      tools={tools}
      table={() => <MembersTable caption={t('figure.tableOf', { title })} memberships={memberships} />}
    >
      <MembersLegend />
      <IntervalRows
        label={title}
        ticks={ticks.map((value) => ({ at: scale(value), text: format.integer(value) }))}
        rows={shown.map((one) => ({
          key: one.stream,
          label: <StreamName stream={one.stream} note={one.isObserved ? undefined : t('fit.members.tag')} />,
          stream: one.stream,
          low: scale(one.low),
          high: scale(one.high),
          best: scale(one.persons),
          mark: scale(one.synthetic),
          hollow: true,
          dashed: !one.isObserved,
          value: memberValue(one, words),
        }))}
      />
    </Figure>
  )
}
