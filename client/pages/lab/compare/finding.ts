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
  const told = toldStream(difference)
  const paired = difference.streams.find(({ stream }) => stream === told)?.meanCutoff
  if (!told || !paired) return t('lab.compare.finding.nothing', { name })
  const stream = t(`stream.${told}`)
  const { mean, low, high } = paired.difference
  if (mean === 0 && (low === null || low === high)) return t('lab.compare.finding.same', { name, stream })
  const bounds = [low ?? mean, high ?? mean]
  if (!isClear(paired) && low !== null) {
    return t('lab.compare.finding.unclear', {
      ...{ name, stream },
      low: format.signedTenths(bounds[0]),
      high: format.signedTenths(bounds[1]),
    })
  }
  const [near, far] = bounds.map(Math.abs).sort((a, b) => a - b)
  return t(mean < 0 ? 'lab.compare.finding.lower' : 'lab.compare.finding.higher', {
    ...{ name, stream },
    points: format.tenths(Math.abs(mean)),
    low: format.tenths(near),
    high: format.tenths(far),
  })
}
