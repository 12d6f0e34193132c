import { describe, expect, it } from 'vitest'
import '../../client/i18n/record/texts.ts'
import { recordEnds, recordTips } from '../../client/charts/recordLabels.ts'
import { recordExtent, recordSeries } from '../../client/charts/recordSeries.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { missText, weaknesses, whyText } from '../../client/pages/record/failureTexts.ts'
import {
  bandsFinding,
  bandsVerdict,
  brierText,
  cutoffsFinding,
  overallFinding,
  reliabilityFinding,
  skillFinding,
  yearsFinding,
} from '../../client/pages/record/recordFindings.ts'
import { skillText } from '../../client/pages/record/recordWords.ts'
import { skillCells } from '../../client/pages/record/skillColumns.ts'
import committed from '../../shared/record/accuracy.json'
import { comparedErrors } from '../../shared/record/compared.ts'
import { largestMisses, repeatedStreams } from '../../shared/record/misses.ts'
import { unseenDraws } from '../../shared/record/unseen.ts'
import { horizonsOf, streamsOf, viewOf } from '../../shared/record/view.ts'
import { AccuracyRecord } from '../../shared/schema/backtest.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { accuracyRecord, invitedWithin, predictedDraw, streamSkill } from '../helpers/accuracyRecord.ts'

const en = wordsIn('en')
const fr = wordsIn('fr')
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const record = accuracyRecord()
const replay = viewOf(record, null)
const in30Days = viewOf(record, 30)

describe('the record', () => {
  it('has the shape that the schema says, in the tests as in the repository', () => {
    expect(shapeIssues(AccuracyRecord, record)).toEqual([])
    expect(shapeIssues(AccuracyRecord, committed)).toEqual([])
  })

  it('is looked at one way of predicting at a time', () => {
    expect(horizonsOf(record)).toEqual([30, 90])
    expect(replay.draws).toHaveLength(5)
    expect(in30Days.draws.map(({ draw }) => draw)).toEqual(['353', '388'])
    expect(in30Days.byStream.map(({ stream }) => stream)).toEqual(['cec', 'stem'])
    expect(viewOf(record, 7)).toEqual({ ahead: 7, draws: [], byStream: [], byYear: [], overall: [] })
  })

  it('puts first the streams that are drawn now, and PNP last', () => {
    expect(streamsOf(replay)).toEqual(['cec', 'french', 'pnp'])
    const old = ['1', '2', '3'].map((draw) => predictedDraw(draw, `2022-0${draw}-01`, 'general', 500, 500))
    expect(streamsOf({ ...replay, draws: [...old, ...replay.draws] })).toEqual(['cec', 'french', 'general', 'pnp'])
    expect(streamsOf(viewOf(record, 7))).toEqual([])
  })
})

describe('the chart of a stream', () => {
  const series = recordSeries(replay.draws, 'cec')

  it('has every draw of it, and the last cutoff where there was one', () => {
    expect(series.actual.map(({ cutoff }) => cutoff)).toEqual([542, 527, 521])
    expect(series.predicted.map(({ p50 }) => p50)).toEqual([541, 529, 530])
    expect(series.last.map(({ date, cutoff }) => [date, cutoff])).toEqual([
      ['2025-01-23', 542],
      ['2025-06-26', 527],
    ])
  })

  it('holds the bands as well as what happened', () => {
    expect(recordExtent(series)).toEqual([521, 549])
  })

  it('names its end and every draw', () => {
    expect(recordEnds(series, en).map(({ text }) => text)).toEqual(['Actual 521', 'Predicted 530'])
    expect(recordEnds(recordSeries([], 'cec'), en)).toEqual([])
    const [first, second] = recordTips(replay.draws, en, false).map(({ text }) => text)
    expect(first).toBe('Jan 8, 2025: actual 542, predicted 541 (533–549), last cutoff –')
    expect(second).toContain('last cutoff 542')
    expect(recordTips(replay.draws, en, true)[0].text).toBe('542, predicted 541 (533–549)')
  })
})

describe('the findings', () => {
  it('say how far off a stream was, and the last cutoff again', () => {
    expect(cutoffsFinding(replay, 'cec', en)).toBe(
      'One draw ahead, told the size, CEC cutoffs are missed by 5.5 points on average; the last cutoff again misses by 10.5 points',
    )
    expect(plain(cutoffsFinding(replay, 'cec', fr))).toBe(
      'Une ronde à l’avance, taille connue, l’écart moyen sur la note minimale du volet CEC est de 5,5 points; reprendre la dernière note donne 10,5 points',
    )
    expect(cutoffsFinding(in30Days, 'cec', en)).toBe(
      '30 days ahead, CEC cutoffs are missed by 9 points on average; the last cutoff again misses by 1 point',
    )
  })

  it('say so when there is nothing to compare with, nothing else than the last cutoff, or nothing at all', () => {
    expect(cutoffsFinding(viewOf(record, 90), 'cec', en)).toBe(
      '90 days ahead, CEC cutoffs are missed by 19 points on average',
    )
    expect(cutoffsFinding(replay, 'pnp', en)).toMatch(
      /by 52 points on average: the prediction is the last cutoff again$/,
    )
    expect(cutoffsFinding(replay, 'stem', en)).toBe('One draw ahead, told the size, no STEM draw has been predicted')
  })

  it('sum up all streams but PNP', () => {
    expect(overallFinding(replay, en)).toBe(
      'One draw ahead, told the size, 3 draws that had a last cutoff, PNP apart, are missed by 3.7 points on average; the last cutoff again misses by 10 points.',
    )
    expect(overallFinding(viewOf(record, 7), en)).toBe('')
  })

  it('count what the bands held, ends included', () => {
    const draws = [500, 504, 508, 509].map((actual, index) =>
      predictedDraw(String(index + 1), '2025-01-01', 'cec', actual, 500),
    )
    expect(bandsFinding(draws, 'cec', en)).toBe('3 of 4 CEC cutoffs are inside the 80% band, 2 inside the 50% band')
    expect(plain(bandsFinding(draws, 'cec', fr))).toBe(
      'Sur 4 notes minimales du volet CEC, 3 dans la bande à 80 %, 2 dans celle à 50 %',
    )
  })

  it('compare streams and years', () => {
    expect(skillFinding(replay, en)).toBe(
      'One draw ahead, told the size, the last cutoff again is beaten in 2 of 3 streams',
    )
    expect(skillFinding(viewOf(record, 90), en)).toBe('90 days ahead, there is nothing to compare with yet')
    const years = replay.byYear.filter(({ stream }) => stream === 'cec')
    expect(yearsFinding(years, 'cec', en)).toBe(
      'CEC: the error is smallest in 2024 (1.2 points) and largest in 2025 (4 points)',
    )
    expect(yearsFinding(years.slice(1), 'cec', en)).toBe('CEC: there is one year, 2025, missed by 4 points on average')
    expect(yearsFinding([], 'cec', en)).toBe('CEC: no year to show')
  })

  it('weigh stated chances by the number of statements', () => {
    const text = 'CEC, within 90 days: what was stated and what happened are 2.5 percentage points apart on average'
    expect(reliabilityFinding(invitedWithin(), 'cec', en)).toBe(text)
    expect(reliabilityFinding(undefined, 'cec', en)).toBe('CEC: no chances were stated')
    expect(reliabilityFinding(invitedWithin({ reliability: [] }), 'cec', fr)).toMatch(/aucune probabilité/)
  })

  it.each([
    [0.04, 'beats both'],
    [0.07, 'beats the last cutoff, not the random walk'],
    [0.1, 'beats neither'],
  ])('put a Brier score of %d beside its references', (brier, verdict) => {
    expect(brierText(invitedWithin({ brier }), en)).toContain(verdict)
    expect(brierText(invitedWithin({ brier: null }), en)).toBe('')
  })

  it.each([
    [0.75, 'about what they promise'],
    [0.7, 'held only 70%'],
    [0.95, 'wider than they need'],
  ])('hold the bands to their promise: %d', (coverage80, verdict) => {
    const [all, others] = replay.overall
    expect(bandsVerdict({ ...replay, overall: [all, { ...others, coverage80 }] }, en)).toContain(verdict)
  })
})

describe('where it fails', () => {
  it('are the largest misses of the model, repeated last cutoffs apart', () => {
    const misses = largestMisses(replay.draws, 2)
    expect(misses.map(({ draw }) => draw)).toEqual(['353', '333'])
    expect(missText(misses[0], en)).toBe('June 26, 2025, CEC: predicted 530, actual 521, 9 points too high.')
    expect(plain(missText(replay.draws[0], fr))).toBe(
      '8 janvier 2025, CEC : prédite 541, réelle 542, 1 point trop bas.',
    )
  })

  it('are told with what set the draw apart', () => {
    const [first, second, , pause] = replay.draws
    expect(whyText(first, replay.draws, en)).toBe('No cutoff of its stream was known yet.')
    expect(whyText(second, replay.draws, en)).toBe('Size 4,000 after 1,350.')
    expect(whyText(pause, replay.draws, en)).toBe('154 days after the one before.')
    const jump = { ...pause, date: '2025-02-06', persistence: 560 }
    expect(whyText(jump, replay.draws, en)).toBe('The cutoff had moved 39 points from the last one known.')
    expect(whyText({ ...jump, persistence: 520 }, replay.draws, en)).toBe('Nothing in the record sets it apart.')
  })

  it('name the streams without skill, PNP in a sentence of its own', () => {
    expect([...repeatedStreams(replay.draws)]).toEqual(['pnp'])
    const texts = weaknesses(replay, en)
    expect(texts[0]).toBe('No stream was predicted worse than by the last cutoff again.')
    expect(texts[1]).toMatch(/^Nominee \(PNP\) cutoffs are close to noise/)
    expect(weaknesses(in30Days, en)[0]).toBe('No better than the last cutoff again: CEC (1 draw), STEM (1 draw).')
    expect(weaknesses(viewOf(record, 90), en)[1]).toBe('Without a last cutoff to compare with: CEC (1 draw).')
  })
})

describe('figures', () => {
  it('have a decimal where they are means, and a dash where there are none', () => {
    const cells = skillCells(streamSkill('cec', { mae: 2, crps: null, skill: null, coverage80: 1 }), en)
    expect(cells.map(({ shown }) => shown)).toEqual(['3', '2.0', '9.0', '–', '33%', '100%', '–'])
    expect(skillText(-0.004, en)).toBe('0%')
    expect(skillText(-0.47, en)).toBe('-47%')
  })

  it('of draws nobody had seen are those after the last one in view', () => {
    expect(unseenDraws(replay.draws)).toEqual([])
    expect(comparedErrors([])).toEqual({ n: 0, mae: null, persistenceMae: null })
    const later = [
      predictedDraw('389', '2026-01-07', 'cec', 510, 513, { persistence: 515 }),
      predictedDraw('390', '2026-01-08', 'french', 410, 409, { persistence: null }),
      predictedDraw('391', '2026-01-09', 'pnp', 700, 750),
    ]
    const unseen = unseenDraws([...replay.draws, ...later])
    expect(unseen.map(({ draw }) => draw)).toEqual(['389', '390'])
    expect(comparedErrors(unseen)).toEqual({ n: 1, mae: 3, persistenceMae: 5 })
  })
})
