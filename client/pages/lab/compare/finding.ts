import type { Stream } from '../../../../shared/schema/common.ts'
import type { Difference } from '../../../../shared/schema/comparison.ts'
import type { Words } from '../../../i18n/words.ts'
import { isClear } from './pairedText.ts'
import { comparedStreams } from './rows.ts'

/** The stream the sentence is about: CEC, else the first both draw. */
function toldStream(difference: Difference): Stream | undefined {
  const both = comparedStreams([difference]).filter((stream) =>
    difference.streams.some((one) => one.stream === stream && one.meanCutoff !== null),
  )
  return both[0]
}

/** What an alternative does to the cutoff, in a sentence. */
export function findingOf(difference: Difference, name: string, words: Words): string {
  const { t, format } = words
  const drawn = toldStream(difference)
  const paired = difference.streams.find(({ stream }) => stream === drawn)?.meanCutoff
  if (!drawn || !paired) return t('lab.compare.finding.nothing', { name })
  const stream = t(`stream.${drawn}`)
  const { mean, low, high } = paired.difference
  const way = mean < 0 ? 'lower' : mean > 0 ? 'higher' : 'same'
  const told = { name, stream, points: format.tenths(Math.abs(mean)) }
  if (low === null || high === null) return t(`lab.compare.finding.once.${way}`, told)
  if (way === 'same' && low === high) return t('lab.compare.finding.same', told)
  if (way === 'same' || !isClear(paired)) {
    const bounds = { low: format.signedTenths(low), high: format.signedTenths(high) }
    return t('lab.compare.finding.unclear', { ...told, ...bounds })
  }
  if (low === high) return t(`lab.compare.finding.always.${way}`, told)
  const [near, far] = [low, high].map(Math.abs).sort((a, b) => a - b)
  return t(`lab.compare.finding.${way}`, {
    ...told,
    low: format.tenths(near),
    high: format.tenths(far),
  })
}
