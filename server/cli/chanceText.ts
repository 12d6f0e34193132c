import { twoFigures } from '../../shared/chance/place.ts'
import type { ChanceAnswer, CountRange, Effect, Place } from '../../shared/schema/chance.ts'
import { type Output, tell } from './output.ts'
import { type Column, printTable } from './table.ts'

const right = (title: string): Column => ({ title, align: 'right' })
const NOTHING = '-'

const percent = (share: number): string => `${Math.round(100 * share)} %`
const signed = (points: number): string => (points > 0 ? `+${points}` : String(points))

/** Percentage points gained, or that the futures do not tell the difference. */
function gainText({ gained, gainedLow, gainedHigh }: Effect): string {
  if (gainedLow <= 0 && gainedHigh >= 0) return 'not measurable'
  return `${signed(Math.round(100 * gained))} (${signed(Math.round(100 * gainedLow))} to ${signed(Math.round(100 * gainedHigh))})`
}

const countText = (count: number, range: CountRange | undefined): string =>
  range ? `${twoFigures(count)} (${twoFigures(range.low)} to ${twoFigures(range.high)})` : String(twoFigures(count))

const placeRow = (name: string, { above, tied, justBelow, pool, ranges }: Place): string[] => [
  name,
  countText(above, ranges?.above),
  countText(tied, ranges?.tied),
  countText(justBelow, ranges?.justBelow),
  String(twoFigures(pool)),
]

const effectRow = (name: string, effect: Effect): (string | number)[] => [
  ...[name, effect.months, signed(effect.points), percent(effect.probability), gainText(effect)],
  effect.opens.join(', ') || NOTHING,
]

/** Tables with a line between them. */
async function printTables(
  tables: readonly (readonly [columns: readonly Column[], rows: readonly (readonly (string | number)[])[]])[],
  output: Output,
): Promise<void> {
  for (const [columns, rows] of tables) {
    if (rows.length === 0) continue
    await output.text('\n')
    await printTable(columns, rows, output)
  }
}

/** The answer as tables: place, chance by month, what may be done, the days that matter, and the draws of the last year. */
export async function printAnswer(answer: ChanceAnswer, output: Output): Promise<void> {
  const { score, streams, rank, rankByStream, byDate, actions, combinations, changes, pastDraws } = answer
  const places = streams.flatMap((stream) => {
    const place = rankByStream[stream]
    return place && stream !== 'general' ? [placeRow(stream, place)] : []
  })
  const open = pastDraws.filter(({ isMember }) => isMember)
  const effectColumns = [right('months'), right('points'), right('chance'), right('gained'), { title: 'opens' }]
  await output.text(
    `Score ${score}. Streams: ${streams.join(', ') || 'none: the profile does not enter the pool'}.\n` +
      `Of ${open.length} draws of the last year open to this profile, ${open.filter(({ isInvited }) => isInvited).length} would have invited it as it is now.\n`,
  )
  await printTables(
    [
      [
        [{ title: `in the pool of ${answer.asOf}` }, ...['above', 'tied', '1 to 5 below', 'people'].map(right)],
        [placeRow('everybody', rank), ...places],
      ],
      [
        [{ title: 'invited by' }, ...['chance', 'from', 'to'].map(right)],
        byDate.map(({ date, probability, low, high }) => [date, percent(probability), percent(low), percent(high)]),
      ],
      [
        [{ title: 'action' }, ...effectColumns],
        actions.map((one) => effectRow(one.isAssumed ? `${one.action} (counted on)` : one.action, one)),
      ],
      [[{ title: 'together' }, ...effectColumns], combinations.map((one) => effectRow(one.actions.join(' + '), one))],
      [
        [
          { title: 'date' },
          { title: 'what happens' },
          right('points'),
          right('score'),
          { title: 'opens' },
          { title: 'closes' },
        ],
        changes.map(({ date, kinds, points, score: then, opens, closes }) => [
          ...[date, kinds.join(', '), signed(points), then ?? 'not in the pool'],
          ...[opens, closes].map((names) => names.join(', ') || NOTHING),
        ]),
      ],
    ],
    output,
  )
  tell(`${answer.runs} futures of scenario ${answer.scenario}. Synthetic data, not advice.`)
}
