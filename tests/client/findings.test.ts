import { describe, expect, it } from 'vitest'
import { cutoffSeries } from '../../client/charts/cutoffSeries.ts'
import {
  compositionFinding,
  cutoffFinding,
  drawSentence,
  drawsFinding,
  invitationsByStream,
  invitationsFinding,
  poolFinding,
} from '../../client/charts/findings.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import type { Stream } from '../../shared/schema/common.ts'
import { bandsOf, compositionOf, drawEvent, publishedDraw } from './fixtures.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const start = '2025-12-14'
const lastPublished = publishedDraw('2025-12-10', 'cec', 520)

/** A run whose CEC cutoffs are these, on the 7th of January, February ... 2026. */
function seriesOf(cutoffs: readonly number[], stream: Stream = 'cec') {
  const draws = cutoffs.map((cutoff, index) =>
    drawEvent(index + 1, { stream, cutoff, date: `2026-${String(index + 1).padStart(2, '0')}-07` }),
  )
  return cutoffSeries([lastPublished], draws, '2024-01-01', '2026-12-31')
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const finding = (cutoffs: readonly number[], words = en) => plain(cutoffFinding(seriesOf(cutoffs), start, words))

describe('the title of the cutoff chart', () => {
  it('is the last published cutoff before the first simulated draw', () => {
    expect(finding([])).toBe('The last published CEC cutoff was 520, on December 10, 2025')
    expect(finding([], fr)).toBe('La dernière note minimale publiée du volet CEC était de 520, le 10 décembre 2025')
  })

  it('says which way the cutoff goes', () => {
    expect(finding([515, 508])).toBe('The CEC cutoff falls from 520 to 508 by February 7, 2026')
    expect(finding([524, 531])).toBe('The CEC cutoff rises from 520 to 531 by February 7, 2026')
    expect(finding([519, 521])).toBe('The CEC cutoff stays near 521 until February 7, 2026')
    expect(finding([515, 508], fr)).toBe('La note minimale du volet CEC baisse de 520 à 508 au 7 février 2026')
    expect(finding([524, 531], fr)).toBe('La note minimale du volet CEC monte de 520 à 531 au 7 février 2026')
  })

  it('says where it turned', () => {
    expect(finding([512, 500, 515])).toBe('The CEC cutoff falls to 500 by February 7, 2026, then recovers to 515')
    expect(finding([530, 548, 522])).toBe('The CEC cutoff rises to 548 by February 7, 2026, then falls to 522')
    expect(finding([512, 500, 515], fr)).toBe(
      'La note minimale du volet CEC baisse à 500 au 7 février 2026, puis remonte à 515',
    )
  })

  it('tells of the larger of two turns', () => {
    expect(finding([509, 578, 518])).toBe('The CEC cutoff rises to 578 by February 7, 2026, then falls to 518')
  })

  it('does not make a turn of a wobble', () => {
    expect(finding([510, 500, 503])).toBe('The CEC cutoff falls from 520 to 503 by March 7, 2026')
  })

  it('judges a replay of real draws by its distance from what happened', () => {
    const dates = ['2025-01-08', '2025-01-23', '2025-02-05']
    const published = dates.map((date) => publishedDraw(date, 'cec', 520))
    const simulated = dates.map((date, index) => drawEvent(index + 1, { date, cutoff: 524 }))
    const series = cutoffSeries(published, simulated, '2024-01-01', '2025-12-31')
    expect(cutoffFinding(series, '2025-01-07', en)).toBe(
      'Simulated CEC cutoffs miss the published ones by 4 points on average',
    )
    expect(cutoffFinding(series, '2025-01-07', fr)).toBe(
      'Les notes minimales simulées du volet CEC s’écartent en moyenne de 4 points des notes publiées',
    )
  })

  it('speaks of PNP only when there is nothing else', () => {
    const pnp = [1, 2, 3].map((number) => drawEvent(number, { stream: 'pnp', cutoff: 700 }))
    const both = cutoffSeries([lastPublished], [...pnp, drawEvent(4, { cutoff: 508 })], '2024-01-01', '2026-12-31')
    expect(cutoffFinding(both, start, en)).toContain('CEC')
    expect(cutoffFinding(cutoffSeries([], pnp, '2024-01-01', '2026-12-31'), start, en)).toContain('PNP')
  })

  it('has something to say of nothing', () => {
    expect(cutoffFinding([], start, en)).toBe('Published cutoffs by stream')
    expect(cutoffFinding([], start, fr)).toBe('Notes minimales publiées par volet')
  })
})

describe('the title of the pool chart', () => {
  const pool = (...totals: number[]) =>
    totals.map((total, index) => ({ date: `2026-01-0${index + 1}`, total, bands: bandsOf(total) }))

  it('says how the pool has changed', () => {
    expect(poolFinding(pool(237_302), en)).toBe('The pool starts with 237,302 people')
    expect(poolFinding(pool(237_302, 241_512), en)).toBe('The pool grows by 4,210 to 241,512 people by January 2, 2026')
    expect(poolFinding(pool(237_302, 230_000), en)).toBe(
      'The pool shrinks by 7,302 to 230,000 people by January 2, 2026',
    )
    expect(poolFinding(pool(237_302, 237_900), en)).toBe('The pool stays near 237,900 people until January 2, 2026')
    expect(plain(poolFinding(pool(237_302, 241_512), fr))).toBe(
      'Le bassin gagne 4 210 personnes et en compte 241 512 au 2 janvier 2026',
    )
  })

  it('counts one person in the singular, and a million with « de »', () => {
    expect(poolFinding(pool(1), en)).toBe('The pool starts with 1 person')
    expect(poolFinding(pool(1), fr)).toBe('Le bassin compte 1 personne au départ')
    expect(plain(poolFinding(pool(1_000_000), fr))).toBe('Le bassin compte 1 000 000 de personnes au départ')
  })

  it('writes the first of a month as an ordinal in French', () => {
    expect(plain(poolFinding([...pool(237_302), { date: '2026-06-01', total: 1, bands: bandsOf(1) }], fr))).toMatch(
      / au 1er juin 2026$/,
    )
  })
})

describe('the title of the invitations chart', () => {
  it('names the stream with the most invitations', () => {
    const rows = invitationsByStream([
      drawEvent(1, { invited: 300 }),
      drawEvent(2, { stream: 'french', invited: 600 }),
      drawEvent(3, { invited: 100 }),
    ])
    expect(rows).toEqual([
      { stream: 'french', draws: 1, invited: 600 },
      { stream: 'cec', draws: 2, invited: 400 },
    ])
    expect(invitationsFinding(rows, en)).toBe('French draws issue 60% of 1,000 invitations')
    expect(plain(invitationsFinding(rows, fr))).toBe('Le volet Français reçoit 60 % des 1 000 invitations')
  })

  it('counts the draws of the only stream', () => {
    expect(invitationsFinding(invitationsByStream([drawEvent(1)]), en)).toBe(
      'All 100 invitations come from one CEC draw',
    )
    expect(invitationsFinding(invitationsByStream([drawEvent(1), drawEvent(2)]), en)).toBe(
      'All 200 invitations come from 2 CEC draws',
    )
  })

  it('says when there are none', () => {
    expect(invitationsFinding([], en)).toBe('No invitations yet')
    expect(invitationsFinding(invitationsByStream([drawEvent(1, { invited: 0 })]), fr)).toBe(
      'Aucune invitation pour l’instant',
    )
  })
})

describe('the other titles', () => {
  it('say who was invited', () => {
    const composition = { ...compositionOf(100), residence: { canada: 92, abroad: 8 } }
    const draw = drawEvent(1, { composition })
    expect(compositionFinding(draw, en)).toBe(
      '92% of the 100 people invited on January 7, 2026 live in Canada; 100% are 20 to 29',
    )
    expect(plain(compositionFinding(draw, fr))).toBe(
      'Sur les 100 personnes invitées le 7 janvier 2026, 92 % vivent au Canada; 100 % ont de 20 à 29 ans',
    )
    expect(compositionFinding(undefined, en)).toBe('Nobody has been invited yet')
    expect(compositionFinding(drawEvent(1, { invited: 0, cutoff: null }), fr)).toBe('Personne n’a encore été invité')
  })

  it('count the draws', () => {
    expect(drawsFinding([drawEvent(1)], en)).toBe('1 draw has issued 100 invitations')
    expect(drawsFinding([drawEvent(1), drawEvent(2)], fr)).toBe('2 rondes ont donné 200 invitations')
    expect(drawsFinding([], en)).toBe('No draws yet')
  })

  it('put one draw into one sentence', () => {
    const draw = drawEvent(12, { invited: 3000, eligible: 41_234, cutoff: 512, date: '2026-06-10' })
    expect(drawSentence(draw, en)).toBe(
      'Draw 12, June 10, 2026, CEC: 3,000 people invited out of 41,234 eligible, cutoff 512.',
    )
    expect(plain(drawSentence(draw, fr))).toBe(
      'Ronde 12, 10 juin 2026, CEC : 3 000 personnes invitées sur 41 234 admissibles, note minimale de 512.',
    )
    expect(drawSentence(drawEvent(1, { invited: 0, cutoff: null }), en)).toContain('nobody invited')
  })
})
