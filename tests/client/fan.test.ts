import { describe, expect, it } from 'vitest'
import '../../client/i18n/ensemble/texts.ts'
import {
  fanAddition,
  fanFinding,
  invitedFanFinding,
  neverFinding,
  poolFanFinding,
  waitingFinding,
} from '../../client/charts/ensembleFindings.ts'
import { fanEnds, fanTips } from '../../client/charts/fanLabels.ts'
import { cutoffsBefore, extentOf, fanOfStream, fanPoint, knownPoint, lastKnown } from '../../client/charts/fanSeries.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { ensembleResult, quantiles } from './ensembleFixtures.ts'
import { publishedDraw } from './fixtures.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const last = quantiles(511, 517, 519, 521, 527)

describe('the fan of a stream', () => {
  it('has a point for each draw that invites somebody in some future', () => {
    const { draws } = ensembleResult()
    expect(fanOfStream(draws, 'cec').map(({ date, p50 }) => [date, p50])).toEqual([
      ['2026-01-07', 525],
      ['2026-12-09', 519],
    ])
    expect(fanOfStream(draws, 'french')).toEqual([])
  })

  it('follows what was published up to the start, that day included', () => {
    const draws = [
      publishedDraw('2024-01-01', 'cec', 500),
      publishedDraw('2025-12-10', 'cec', 520),
      publishedDraw('2025-12-14', 'pnp', 731),
      publishedDraw('2025-12-14', 'cec', 515),
      publishedDraw('2025-12-17', 'cec', 399),
    ]
    const known = cutoffsBefore(draws, 'cec', '2025-01-01', '2025-12-14')
    expect(known.map(({ value }) => value)).toEqual([520, 515])
  })

  it('is led by the last value published before its first draw', () => {
    const published = [knownPoint('2025-12-10', 520), knownPoint('2025-12-16', 515)]
    expect(lastKnown({ published, simulated: [fanPoint('2025-12-16', last)] })?.value).toBe(520)
    expect(lastKnown({ published, simulated: [] })?.value).toBe(515)
  })

  it('is drawn on an axis that holds the bands as well as the history', () => {
    expect(extentOf({ published: [knownPoint('2025-12-10', 540)], simulated: [fanPoint('2026-01-01', last)] })).toEqual(
      [511, 540],
    )
  })
})

describe('the labels of a fan', () => {
  const series = { published: [knownPoint('2025-12-10', 520)], simulated: [fanPoint('2026-12-09', last)] }

  it('name the median and what 8 of 10 futures span', () => {
    expect(fanEnds(series, 'points', 'red', en).map(({ text }) => text)).toEqual(['519', '511–527'])
    const agreed = { ...series, simulated: [fanPoint('2026-12-09', quantiles(5, 5, 5, 5, 5))] }
    expect(fanEnds(agreed, 'points', 'red', en).map(({ text }) => text)).toEqual(['5'])
    expect(fanEnds({ ...series, simulated: [] }, 'points', 'red', en).map(({ text }) => text)).toEqual(['520'])
  })

  it('say every point in words, in few on a phone', () => {
    expect(fanTips(series, 'points', 'red', en, false).map(({ text }) => text)).toEqual([
      '520, Dec 10, 2025',
      'Dec 9, 2026: middle 519, half 517–521, 8 of 10 511–527',
    ])
    expect(fanTips(series, 'points', 'red', en, true)[1].text).toBe('519 (511–527), Dec 9, 2026')
  })
})

describe('the sentence over a fan', () => {
  it('is about the last draw, in counts of futures', () => {
    expect(fanFinding(ensembleResult(), 'cec', en)).toBe(
      'In half of the 1,000 futures the CEC cutoff of December 9, 2026 lies between 517 and 521',
    )
    expect(plain(fanFinding(ensembleResult(), 'cec', fr))).toBe(
      'Dans la moitié des 1 000 futurs, la note minimale du volet CEC du 9 décembre 2026 se situe entre 517 et 521',
    )
    expect(fanAddition(ensembleResult(), 'cec', en)).toBe('8 of 10 futures lie between 511 and 527.')
  })

  it('does not speak of halves when there is one future, nor of a span when half of them agree', () => {
    const [, , draw] = ensembleResult().draws
    const single = ensembleResult({ runs: 1, draws: [{ ...draw, held: 1 }] })
    expect(fanFinding(single, 'cec', en)).toBe('In the only future so far the CEC cutoff of December 9, 2026 is 517')
    expect(fanAddition(single, 'cec', en)).toBe('')
    expect(fanAddition(ensembleResult({ runs: 9 }), 'cec', en)).toBe('')
    const agreed = ensembleResult({ draws: [{ ...draw, cutoff: quantiles(518, 519, 519, 519, 520) }] })
    expect(
      fanAddition(ensembleResult({ draws: [{ ...draw, cutoff: quantiles(519, 519, 519, 519, 519) }] }), 'cec', en),
    ).toBe('8 of 10 futures or more agree on 519.')
    expect(fanFinding(agreed, 'cec', en)).toBe(
      'In at least half of the 1,000 futures the CEC cutoff of December 9, 2026 is 519',
    )
  })

  it('counts only the futures in which the draw invites somebody, and says so', () => {
    const [, , draw] = ensembleResult().draws
    const some = ensembleResult({ draws: [{ ...draw, held: 400 }] })
    expect(fanFinding(some, 'cec', en)).toContain('half of the 400 futures')
    expect(fanAddition(some, 'cec', en)).toContain('400 of 1,000 futures')
    expect(fanFinding(ensembleResult(), 'french', en)).toBe('No future invites anybody in a French draw')
  })
})

describe('the other sentences', () => {
  const scores = (text: string) => text.replace('-', '–')

  it('name the pool, the invitations, the wait and who is never invited', () => {
    const result = ensembleResult()
    const end = result.pool[1]
    expect(poolFanFinding(end, end.total, null, 1000, en)).toBe(
      'In half of the 1,000 futures 950 to 1,050 people are in the pool on December 14, 2026',
    )
    expect(poolFanFinding(end, quantiles(1, 7, 7, 7, 9), '501–600', 1000, en)).toBe(
      'In at least half of the 1,000 futures about 7 people with 501–600 points are in the pool on December 14, 2026',
    )
    expect(invitedFanFinding(result, en)).toBe(
      'In half of the 1,000 futures 95 to 105 invitations are issued by December 14, 2026',
    )
    expect(waitingFinding(result.waiting, en, scores)).toBe(
      'Of people invited in CEC draws with 501–600 points, half had waited 20 days or less',
    )
    expect(neverFinding(result.neverInvited, en, scores)).toBe(
      'Of the profiles with 451–500 points whose time ended, 46% were never invited',
    )
  })

  it('say so when there is nothing to tell', () => {
    expect(waitingFinding([], en, scores)).toBe('Nobody was invited')
    expect(neverFinding([], en, scores)).toBe('No profile has ended yet')
  })
})

describe('people counted to half a per cent', () => {
  it('are written with three figures, a mean of few with a decimal', () => {
    expect([239_103, 10_911, 999, 12.34, 0.26, 0].map(en.format.count)).toEqual([
      '239,000',
      '10,900',
      '999',
      '12.3',
      '0.3',
      '0',
    ])
    const pool = {
      published: [],
      simulated: [fanPoint('2026-12-09', quantiles(238_079, 238_500, 239_103, 239_400, 240_127))],
    }
    expect(fanEnds(pool, 'people', 'red', en).map(({ text }) => text)).toEqual(['239,000', '238,000–240,000'])
  })
})

describe('lengths of time', () => {
  it('are said as one would', () => {
    expect([400, 40_000, 89_000, 95_000, 3_600_000, 7_200_000].map(en.format.duration)).toEqual([
      '1 sec',
      '40 secs',
      '89 secs',
      '2 mins',
      '60 mins',
      '2 hrs',
    ])
  })
})
