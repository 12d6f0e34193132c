import { type Stream, streams } from '../../../../shared/schema/common.ts'
import type { ComparedStream, Difference, Paired } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'
import { scoresText } from '../../ensemble/scoresText.ts'
import type { Measure } from './pairedText.ts'

/** One figure of the table, in every alternative. */
export interface TableRow {
  key: string
  label: string
  measure: Measure
  /** In the order of the alternatives; null where one of the two has no such figure. */
  paired: readonly (Paired | null)[]
}

const ofStreams = [
  ['meanCutoff', 'tenths'],
  ['lastCutoff', 'tenths'],
  ['invited', 'people'],
  ['waitingDays', 'tenths'],
] as const satisfies readonly (readonly [keyof ComparedStream, Measure])[]

const streamIn = (difference: Difference, stream: Stream): ComparedStream | undefined =>
  difference.streams.find((one) => one.stream === stream)

/** CEC before all others: the stream drawn for everybody with Canadian work. */
const order: readonly Stream[] = ['cec', ...streams.filter((stream) => stream !== 'cec')]

/** Streams with a draw in any of the scenarios. */
export const comparedStreams = (differences: readonly Difference[]): Stream[] =>
  order.filter((stream) => differences.some((difference) => streamIn(difference, stream)))

/** Every figure in which scenarios are compared, composition apart: cutoffs first. */
export function tableRows(differences: readonly Difference[], words: Words): TableRow[] {
  const { t } = words
  const drawn = comparedStreams(differences)
  const byStream = ofStreams.flatMap(([field, measure]) => {
    const rows = drawn.map((stream): TableRow => {
      const label = t(`lab.compare.table.${field}`, { stream: t(`stream.${stream}`) })
      return {
        key: `${field}/${stream}`,
        label,
        measure,
        paired: differences.map((one) => streamIn(one, stream)?.[field] ?? null),
      }
    })
    if (field !== 'invited') return rows
    const all = {
      key: 'invited',
      label: t('lab.compare.table.invitedAll'),
      measure,
      paired: differences.map((one) => one.invited),
    }
    return [...rows, all]
  })
  const never = (differences[0]?.neverInvited ?? []).map(
    ({ scores }, index): TableRow => ({
      key: `never/${scores}`,
      label: t('lab.compare.table.never', { scores: scoresText(scores, words) }),
      measure: 'share',
      paired: differences.map((one) => one.neverInvited[index].share),
    }),
  )
  return [...byStream, ...never].filter(({ paired }) => paired.some((one) => one !== null))
}
