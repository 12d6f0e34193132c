import { describe, expect, it } from 'vitest'
import '../../client/i18n/fit/texts.ts'
import { linearScale, logAxis } from '../../client/charts/scales.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { assumptionFiles, assumptionsWith, valueText } from '../../client/pages/fit/assumptionTexts.ts'
import { bandsFinding } from '../../client/pages/fit/bandFit.ts'
import {
  conditionText,
  effectSentences,
  effectsFinding,
  effectsMeaning,
  effectsOn,
  isClear,
  streamsMoved,
} from '../../client/pages/fit/effects.ts'
import { chosenScore, membersFinding, membersFrom, memberValue, scoresOf } from '../../client/pages/fit/members.ts'
import committed from '../../shared/record/fit.json'
import { FitRecord, NamedAssumption, sensitivityNames } from '../../shared/schema/fit.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { fitRecord, membership, sensitivity } from '../helpers/fitRecord.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const record = fitRecord()
const { memberships } = record
const { entries } = record.sensitivities

describe('the record of fit', () => {
  it('has the shape that the schema says, in the tests as in the repository', () => {
    expect(shapeIssues(FitRecord, record)).toEqual([])
    expect(shapeIssues(FitRecord, committed)).toEqual([])
  })
})

describe('the bands', () => {
  it('are said to be met when they are', () => {
    expect(bandsFinding(record, en)).toBe('Every published band is met exactly: 15,000 people as of December 14, 2025')
    expect(plain(bandsFinding(record, fr))).toBe(
      'Chaque tranche publiée est reproduite exactement : 15 000 personnes au 14 décembre 2025',
    )
  })

  it('are said to be missed when one is', () => {
    const bands = record.bands.map((one) => (one.band === '501-600' ? { ...one, synthetic: 999 } : one))
    expect(bandsFinding({ ...record, bands }, en)).toBe(
      '14 of 15 published bands are met exactly; the furthest, 501–600, is 1 person off',
    )
  })
})

describe('people that draws imply', () => {
  it('are counted from a score on, the streams that were drawn first', () => {
    expect(scoresOf(memberships)).toEqual([451, 0])
    expect(membersFrom(memberships, 451).map(({ stream }) => stream)).toEqual(['cec', 'french', 'military'])
  })

  it('are counted from the score of the address, or the usual one, or the highest', () => {
    expect(chosenScore([501, 451, 0], 0)).toBe(0)
    expect(chosenScore([501, 451, 0], 7)).toBe(451)
    expect(chosenScore([501, 0], null)).toBe(501)
    expect(chosenScore([], null)).toBe(-1)
  })

  it('are compared with the synthetic pool where a draw was held, and only there', () => {
    expect(membersFinding(memberships, 451, en)).toBe(
      'At 451 points and over, the synthetic pool is inside the 80% interval for 1 of 2 streams ever drawn',
    )
    expect(plain(membersFinding(memberships, 0, fr))).toBe(
      'Toutes notes confondues, le bassin synthétique est dans l’intervalle à 80 % pour 2 des 2 volets ayant eu une ronde',
    )
    expect(membersFinding([membership('military', 0, 120, { isObserved: false })], 0, en)).toBe(
      'At any score, no draw tells of any stream',
    )
  })

  it('are written with their interval, to three figures', () => {
    expect(memberValue(membership('cec', 451, 52_345, { low: 41_777, high: 64_703, synthetic: 48_611 }), en)).toBe(
      '52,300 (41,800–64,700); synthetic 48,600',
    )
  })
})

describe('wrong assumptions', () => {
  it('are sorted by what they do', () => {
    expect(effectsOn(entries, 'cec').map(({ assumption }) => assumption)).toEqual([
      'inflow',
      'accompanying-spouses',
      'reentry',
    ])
    expect(effectsOn(entries, 'french')).toEqual([])
  })

  it('are asked for stream by stream, PNP last', () => {
    const cutoffs = (['pnp', 'french', 'cec'] as const).map((stream, index) => ({
      stream,
      draws: [24, 9, 17][index],
      points: 0,
      low: 0,
      high: 0,
    }))
    expect(streamsMoved([sensitivity('inflow', 0, 0, { cutoffs })])).toEqual(['cec', 'french', 'pnp'])
    expect(streamsMoved([])).toEqual([])
  })

  it('are told in a sentence each where the effect is clear', () => {
    expect(effectSentences(effectsOn(entries, 'cec'), 'cec', en)).toEqual([
      'If 10% fewer people arrive, the CEC cutoff moves by -3.1 points (between -3.6 and -2.6).',
      'If 10% fewer spouses come along, the CEC cutoff moves by +0.4 points (between +0.2 and +0.6).',
      'No clear effect on the CEC cutoff, for the interval reaches 0 to a tenth of a point: Coming back.',
    ])
    expect(plain(effectSentences(effectsOn(entries, 'cec'), 'cec', fr)[1])).toBe(
      'Si les conjoints qui accompagnent sont 10 % moins nombreux, la note minimale du volet CEC change de +0,4 point (entre +0,2 et +0,6).',
    )
  })

  it('have a finding: the largest clear effect, or none', () => {
    expect(effectsFinding(effectsOn(entries, 'cec'), 'cec', en)).toBe(
      'The CEC cutoff moves most, by -3.1 points, if 10% fewer people arrive',
    )
    const unclear = effectsOn([sensitivity('reentry', 0, 1), sensitivity('inflow', 0.14, 0.1)], 'cec')
    expect(unclear.map(isClear)).toEqual([false, false])
    expect(effectsFinding(unclear, 'cec', en)).toBe('No assumption moves the CEC cutoff clearly')
  })

  it('have a condition in both languages, smaller or larger', () => {
    for (const assumption of sensitivityNames) {
      const [smaller] = effectsOn([sensitivity(assumption, 1, 0)], 'cec')
      const [larger] = effectsOn([sensitivity(assumption, 1, 0, { change: 0.2 })], 'cec')
      expect(conditionText(smaller, en)).toMatch(/^10% fewer /)
      expect(plain(conditionText(smaller, fr))).toMatch(/ 10 % moins nombreu(x|ses)$/)
      expect(conditionText(larger, en)).toMatch(/^“.+” is 20% larger$/)
    }
  })

  it('say what they were compared in', () => {
    const [same, mean] = effectsMeaning(record.sensitivities, en)
    expect(same).toContain('made 10% smaller')
    expect(same).toContain('baseline-2026')
    expect(mean).toContain('365 days and over 20 replications')
  })
})

describe('assumptions', () => {
  const found = (text: string) => assumptionsWith(record.assumptions, text).map(({ name }) => name)

  it('are found by every word, in any case', () => {
    expect(found('')).toHaveLength(2)
    expect(found('  retakes LANGUAGE ')).toEqual(['languageRetakes'])
    expect(found('nominee 0.033')).toEqual(['archetypes.nominee'])
    expect(found('nominee published')).toEqual([])
  })

  it('have values that can be read and broken into lines', () => {
    expect(valueText('{"on":true,"gain":{"0":30,"1":45}}')).toBe('{on: true, gain: {0: 30, 1: 45}}')
    expect(valueText('0.85')).toBe('0.85')
  })

  it('are shown for every file there is', () => {
    const files = NamedAssumption.properties.file.enum
    expect([...assumptionFiles]).toEqual(files)
  })
})

describe('scales', () => {
  it('of counts go in powers of ten around them', () => {
    const { ticks, scale } = logAxis([30, 50_000])
    expect(ticks).toEqual([10, 100, 1000, 10_000])
    expect([10, 50_000].map(scale)).toEqual([0, 1])
    expect(scale(1000)).toBeCloseTo(2 / Math.log10(5000))
    expect(logAxis([0]).ticks).toEqual([1, 10])
    expect(logAxis([0]).scale(0)).toBe(0)
  })

  it('of points go from end to end', () => {
    expect([-4, 0, 4].map(linearScale({ from: -4, to: 4 }))).toEqual([0, 0.5, 1])
  })
})
