import type { ReformEffects } from '../../../../shared/reform/effects.ts'
import type { Words } from '../../../i18n/words.ts'
import { type Grouping, groupings, peopleText } from './groupTexts.ts'

/** What the reform does to the draw, in a sentence. */
export function finding(
  { draw, question }: ReformEffects,
  isReform: boolean,
  law: string,
  { t, format }: Words,
): string {
  const stream = t(`stream.${draw.stream}`)
  const { winners, losers, cutoffBefore, cutoffAfter, seats } = draw
  if (winners + losers === 0) {
    return isReform ? t('reform.finding.noneChanged', { stream }) : t('reform.finding.none', { date: format.date(law) })
  }
  const counted = { winners: format.integer(winners), seats: format.integer(seats) }
  if ('cutoff' in question) {
    const more = winners - losers
    const named = { stream, cutoff: format.integer(question.cutoff) }
    if (more === 0) return t('reform.finding.swapped', { ...named, ...counted })
    return t(more > 0 ? 'reform.finding.more' : 'reform.finding.fewer', { count: Math.abs(more), ...named })
  }
  const before = format.integer(cutoffBefore ?? 0)
  const after = format.integer(cutoffAfter ?? 0)
  const change = (cutoffAfter ?? 0) - (cutoffBefore ?? 0)
  const key = change > 0 ? 'rises' : change < 0 ? 'falls' : 'stays'
  return t(`reform.finding.${key}`, { stream, before, after, ...counted })
}

interface Shift {
  grouping: Grouping
  group: string
  /** More people invited than before; negative = fewer. */
  net: number
}

/** The groups whose invitations grow and shrink most. */
function largestShifts({ groups }: ReformEffects): { gain: Shift | undefined; loss: Shift | undefined } {
  const shifts = groupings.flatMap((grouping) =>
    groups[grouping].map(
      ({ group, invitedBefore, invitedAfter }): Shift => ({ grouping, group, net: invitedAfter - invitedBefore }),
    ),
  )
  const sorted = shifts.toSorted((a, b) => b.net - a.net)
  const [first, last] = [sorted.at(0), sorted.at(-1)]
  return { gain: first && first.net > 0 ? first : undefined, loss: last && last.net < 0 ? last : undefined }
}

/** Who gains and who loses most; empty when the draw invites as before. */
export function shiftText(effects: ReformEffects, words: Words): string {
  const { t, format } = words
  const { gain, loss } = largestShifts(effects)
  const named = (shift: Shift) => peopleText(shift.grouping, shift.group, words)
  if (gain && loss) {
    return t('reform.finding.groups', {
      gain: named(gain),
      gained: format.signed(gain.net),
      loss: named(loss),
      lost: format.signed(loss.net),
    })
  }
  if (gain) return t('reform.finding.gainOnly', { gain: named(gain), gained: format.signed(gain.net) })
  return loss ? t('reform.finding.lossOnly', { loss: named(loss), lost: format.signed(loss.net) }) : ''
}

/** How scores move. */
export const scoresText = ({ draw }: ReformEffects, { t, format }: Words): string =>
  t('reform.finding.scores', {
    up: format.integer(draw.up),
    down: format.integer(draw.down),
    before: format.tenths(draw.meanBefore),
    after: format.tenths(draw.meanAfter),
  })
