import { describe, expect, it } from 'vitest'
import '../../client/i18n/ensemble/texts.ts'
import '../../client/i18n/forecast/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { chanceAtOrBelow, futuresWith } from '../../client/pages/forecast/chance.ts'
import {
  chanceText,
  countsSentence,
  countText,
  nextFinding,
  spreadText,
  streamFinding,
} from '../../client/pages/forecast/forecastFindings.ts'
import {
  chartOf,
  drawAhead,
  type Forecast,
  forecastOf,
  invitedInYearBefore,
  roundedSize,
} from '../../client/pages/forecast/forecastView.ts'
import { nomineeSpread, spreadQuantiles } from '../../client/pages/forecast/nomineeSpread.ts'
import type { PublishedDraw } from '../../shared/schema/draw.ts'
import type { EnsembleDraw, EnsembleResult, Quantiles } from '../../shared/schema/ensemble.ts'
import { ensembleResult, quantiles } from './ensembleFixtures.ts'
import { publishedDraw } from './fixtures.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const cutoff = quantiles(501, 505, 514, 526, 528)
const draw = (date: string, stream: EnsembleDraw['stream'], fields: Partial<EnsembleDraw> = {}): EnsembleDraw => ({
  date,
  stream,
  size: 1000,
  cutoff,
  invited: quantiles(500, 1000, 1000, 3000, 5000),
  held: 200,
  ...fields,
})
const history: PublishedDraw[] = [
  publishedDraw('2023-01-01', 'pnp', 300),
  publishedDraw('2024-01-10', 'cec', 546),
  publishedDraw('2025-06-01', 'pnp', 700),
  publishedDraw('2025-09-01', 'pnp', 790),
  publishedDraw('2025-12-10', 'cec', 520),
  publishedDraw('2025-12-15', 'pnp', 731),
  publishedDraw('2025-12-16', 'cec', 515),
  publishedDraw('2025-12-17', 'french', 399),
]
function forecast(fields: Partial<EnsembleResult> = {}): Forecast {
  const draws = [
    draw('2025-12-16', 'cec'),
    draw('2026-01-06', 'pnp', { cutoff: quantiles(900, 950, 990, 1000, 1010) }),
    draw('2026-01-07', 'cec', { cutoff: quantiles(511, 515, 526, 530, 538) }),
    draw('2026-03-18', 'cec'),
    draw('2026-12-09', 'cec'),
  ]
  const view = forecastOf(ensembleResult({ runs: 200, draws, ...fields }), history)
  if (!view) throw new Error('published draws are given')
  return view
}

describe('the chance of a score', () => {
  it.each([
    [500, 0, 10],
    [501, 10, 25],
    [510, 25, 50],
    [514, 50, 75],
    [527, 75, 90],
    [528, 90, 100],
  ])('of %d lies between two quantiles', (score, least, below) => {
    expect(chanceAtOrBelow(cutoff, score)).toEqual({ least, below })
  })

  it('is where several quantiles agree what the highest of them says', () => {
    expect(chanceAtOrBelow(quantiles(5, 5, 5, 7, 7), 5)).toEqual({ least: 50, below: 75 })
  })

  it('as a count of futures holds for every ensemble with these quantiles', () => {
    const names = ['p10', 'p25', 'p50', 'p75', 'p90'] as const
    for (const futures of [1, 2, 7, 10, 200]) {
      const cutoffs = Array.from({ length: futures }, (_, index) => 500 + ((index * 7) % 13)).sort((a, b) => a - b)
      const of = Object.fromEntries(
        names.map((name) => [name, cutoffs[Math.ceil((Number(name.slice(1)) * futures) / 100) - 1]]),
      ) as Quantiles
      for (let score = 498; score < 516; score++) {
        const count = cutoffs.filter((value) => value <= score).length
        const { least, most } = futuresWith(chanceAtOrBelow(of, score), futures)
        expect(count).toBeGreaterThanOrEqual(least)
        expect(count).toBeLessThanOrEqual(most)
      }
    }
  })

  it('is said in words that claim no more', () => {
    expect(chanceText({ least: 25, below: 50 }, en)).toBe('1 in 4 to 1 in 2')
    expect(countText({ least: 25, below: 50 }, 200, en)).toBe('50 to 99 of 200')
    expect(countText({ least: 0, below: 10 }, 200, en)).toBe('fewer than 20 of 200')
    expect(countText({ least: 90, below: 100 }, 200, en)).toBe('180 or more of 200')
    expect(countText({ least: 0, below: 10 }, 2, en)).toBe('none of 2')
    expect(countText({ least: 90, below: 100 }, 2, en)).toBe('2 of 2')
    expect(countText({ least: 90, below: 100 }, 2, fr)).toBe('2 sur 2')
  })
})

describe('nominees', () => {
  it('are forecast as the last cutoff, as wide as that missed in 24 months', () => {
    // Misses: 90 from June to September, 31 from June and 59 from September to December.
    expect(nomineeSpread(history)).toEqual({ last: 731, half: 59, most: 90, draws: 3 })
    expect(nomineeSpread(history.slice(0, 2))).toBeNull()
    expect(nomineeSpread([])).toBeNull()
    expect(spreadQuantiles({ last: 731, half: 59, most: 90, draws: 3 })).toEqual(quantiles(641, 672, 731, 790, 821))
  })

  it('so take the place of what was simulated, with a sentence that says so', () => {
    const view = forecast()
    expect(view.result.draws[0].cutoff).toEqual(quantiles(641, 672, 731, 790, 821))
    expect(streamFinding(view, 'pnp', en)).toBe(
      'PNP: no forecast beats the last cutoff, 731, give or take 90 points in 8 of 10 cases',
    )
    expect(countsSentence(view, 'pnp', 700, en)).toContain('1 in 4 to 1 in 2, going by those misses')
  })
})

describe('a forecast', () => {
  it('begins after the newest published draw and stands beside 18 months of history', () => {
    const view = forecast()
    expect(view.since).toBe('2025-12-17')
    expect(view.result.draws.map(({ date }) => date)).not.toContain('2025-12-16')
    const { series } = chartOf(view, 'cec')
    expect(series.published.map(({ value }) => value)).toEqual([520, 515])
    expect(series.simulated).toHaveLength(3)
    expect(forecastOf(ensembleResult(), [])).toBeUndefined()
  })

  it('is summed up by its last draw beside the last cutoff', () => {
    expect(streamFinding(forecast(), 'cec', en)).toBe(
      'The CEC cutoff may stay near 515 until December 9, 2026; 8 of 10 simulated futures end between 501 and 528',
    )
    const falling = forecast({ draws: [draw('2026-12-09', 'cec', { cutoff: quantiles(470, 480, 490, 500, 510) })] })
    expect(plain(streamFinding(falling, 'cec', fr))).toBe(
      'La note minimale du volet CEC descend de 515 à environ 490 d’ici le 9 décembre 2026; 8 futurs simulés sur 10 finissent entre 470 et 510',
    )
    const few = forecast({ runs: 2, draws: [draw('2026-12-09', 'cec', { held: 2 })] })
    expect(streamFinding(few, 'cec', en)).toBe('The CEC cutoff may stay near 515 until December 9, 2026')
    const first = forecast({ runs: 2, draws: [draw('2026-12-09', 'stem', { held: 2 })] })
    expect(streamFinding(first, 'stem', en)).toBe('The STEM cutoff is about 514 on December 9, 2026')
    expect(streamFinding(forecast({ draws: [] }), 'cec', en)).toBe('No future invites anybody in a CEC draw')
  })

  it('says in counts what a score would meet three months ahead', () => {
    const view = forecast()
    expect(drawAhead(view, 'cec')?.date).toBe('2026-03-18')
    expect(drawAhead(view, 'french')).toBeUndefined()
    expect(countsSentence(view, 'cec', 510, en)).toBe(
      'In 50 to 99 of 200 simulated futures the CEC cutoff of about March 18, 2026 is 510 or lower.',
    )
    expect(countsSentence(view, 'french', 510, en)).toBe('')
  })

  it('names the next draw', () => {
    expect(nextFinding(forecast(), en)).toBe(
      'Next CEC draw about January 7, 2026: cutoff near 526 (511–538 in 8 of 10 futures)',
    )
    expect(nextFinding(forecast({ draws: [] }), en)).toBe('No further draw in this forecast')
    expect(spreadText(cutoff, en)).toBe('514 (501–528)')
    expect(spreadText(quantiles(5, 5, 5, 5, 5), en)).toBe('5')
  })

  it('is held against the invitations of the year before', () => {
    const sizes = history.filter(({ date }) => date > '2024-12-17').map(({ size }) => size)
    expect(invitedInYearBefore(forecast())).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  it('writes sizes with the two figures that are known', () => {
    expect([2503, 1001, 721, 125, 0].map(roundedSize)).toEqual([2500, 1000, 720, 130, 0])
  })
})
