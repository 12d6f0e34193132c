import { describe, expect, it } from 'vitest'
import '../../client/i18n/lab/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { onOneScale } from '../../client/pages/lab/compare/differenceRows.ts'
import { findingOf } from '../../client/pages/lab/compare/finding.ts'
import { intervalText, isClear } from '../../client/pages/lab/compare/pairedText.ts'
import { tableRows } from '../../client/pages/lab/compare/rows.ts'
import { mostDifferent } from '../../client/pages/lab/compare/shown.ts'
import { splitFinding, sweepFinding, tornadoFinding } from '../../client/pages/lab/instruments/instrumentFindings.ts'
import { plannedDraws, streamsOf } from '../../client/pages/lab/instruments/plannedDraws.ts'
import { askedDraw, askedStream, knobOf, requestOf } from '../../client/pages/lab/instruments/requestOf.ts'
import { factorsIn, type Question } from '../../client/pages/lab/instruments/useQuestion.ts'
import type { Difference, Paired } from '../../shared/schema/comparison.ts'
import {
  InstrumentRequest,
  type SplitResult,
  type SweepResult,
  type TornadoResult,
} from '../../shared/schema/instrument.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import { builtInScenario, smallScenario } from '../helpers/scenarios.ts'

const [english, french] = [wordsIn('en'), wordsIn('fr')]

const paired = (mean: number, low: number | null, high: number | null): Paired => ({
  pairs: 20,
  baseline: 500,
  alternative: 500 + mean,
  difference: { mean, low, high, p10: mean, p50: mean, p90: mean },
  unpairedHalfWidth: 5,
  widthRatio: 0.2,
})

const differenceWith = (meanCutoff: Paired | null): Difference => ({
  scenario: 'more',
  draws: [],
  streams: [
    {
      stream: 'pnp',
      draws: { baseline: 1, alternative: 1 },
      meanCutoff: null,
      lastCutoff: null,
      invited: null,
      waitingDays: null,
    },
    {
      stream: 'cec',
      draws: { baseline: 1, alternative: 1 },
      meanCutoff,
      lastCutoff: null,
      invited: null,
      waitingDays: null,
    },
  ],
  invited: paired(-1450, -1450, -1450),
  neverInvited: [{ scores: '451-500', share: paired(0.014, 0.011, 0.017) }],
  composition: [],
  pool: [],
})
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the finding of a comparison', () => {
  it.each([
    [paired(-12.8, -13.3, -12.4), 'In A the CEC cutoff is 12.8 points lower on average (12.4 to 13.3)'],
    [paired(12.8, 12.4, 13.3), 'In A the CEC cutoff is 12.8 points higher on average (12.4 to 13.3)'],
    [paired(0.4, -0.2, 1), 'In A the CEC cutoff is not clearly different (-0.2 to +1.0 points)'],
    [paired(0, 0, 0), 'In A the CEC cutoff is the same'],
    [paired(14, null, null), 'In A the CEC cutoff is 14.0 points higher in the only pair of runs: too few to tell'],
    [paired(-14, null, null), 'In A the CEC cutoff is 14.0 points lower in the only pair of runs: too few to tell'],
    [paired(0, null, null), 'In A the CEC cutoff is the same in the only pair of runs: too few to tell'],
    [paired(14, 14, 14), 'In A the CEC cutoff is 14.0 points higher in every run'],
    [null, 'No draw is held in both A and the baseline'],
  ])('says which way and how sure: %#', (meanCutoff, sentence) => {
    expect(findingOf(differenceWith(meanCutoff), 'A', english)).toBe(sentence)
  })

  it('is a sentence in French, too', () => {
    expect(plain(findingOf(differenceWith(paired(12.8, 12.4, 13.3)), 'A', french))).toBe(
      'Dans A, la note minimale du volet CEC est en moyenne plus haute de 12,8 points (12,4 à 13,3)',
    )
  })
})

describe('the table of differences', () => {
  it('has cutoffs first, and only figures that some alternative has', () => {
    const rows = tableRows([differenceWith(paired(-2, -3, -1)), differenceWith(null)], english)
    expect(rows.map(({ label }) => label)).toEqual([
      'Mean cutoff, CEC',
      'Invitations, all streams',
      'Never invited, 451–500 points',
    ])
    expect(rows[0].paired[1]).toBeNull()
  })

  it('writes intervals in the unit of the figure, and none where nothing varies', () => {
    expect(intervalText(paired(-2, -3, -1), 'tenths', english)).toBe('-2.0 (-3.0 to -1.0)')
    expect(intervalText(paired(0.014, 0.011, 0.017), 'share', english)).toBe('+1.4 (+1.1 to +1.7)')
    expect(intervalText(paired(-1450, -1450, -1450), 'people', english)).toBe('-1,450')
    expect(intervalText(paired(3, null, null), 'tenths', english)).toBe('+3.0')
  })

  it('takes a difference for clear only when its interval leaves out 0', () => {
    expect(isClear(paired(2, 1, 3))).toBe(true)
    expect(isClear(paired(2, -1, 5))).toBe(false)
    expect(isClear(paired(2, null, null))).toBe(false)
    expect(isClear(paired(0, 0, 0))).toBe(false)
  })

  it('finds what differs most, up or down, of what differs for sure', () => {
    const most = (...members: (Paired | null)[]) => mostDifferent(members, (one) => one)
    const clear = paired(-3, -4, -2)
    expect(most(paired(1, 0.5, 2), clear, null)).toEqual({ member: clear, paired: clear })
    expect(most(paired(30, -5, 65), clear, paired(-9, null, null))).toEqual({ member: clear, paired: clear })
    expect(most(paired(30, -5, 65), paired(0, 0, 0))).toBe('unclear')
    expect(most(paired(30, null, null))).toBe('unclear')
    expect(most(paired(0, -1, 1))).toBe('unclear')
    expect(most(paired(0, 0, 0), null)).toBe('same')
  })

  it('draws rows on a scale that holds 0', () => {
    const row = { key: 'a', label: 'a', stream: 'cec', mean: 7, low: 6, high: 8, value: '' } as const
    const { rows, ticks } = onOneScale([row], String)
    expect(ticks.find(({ strong }) => strong)).toMatchObject({ at: 0, text: '0' })
    expect(rows[0].low).toBeLessThan(rows[0].mark)
    expect(rows[0].high).toBeLessThanOrEqual(1)
  })
})

describe('the finding of an instrument', () => {
  const outcome = { figure: 'mean-cutoff', stream: 'cec' } as const
  const entry = (knob: 'inflow' | 'withdrawals', low: Paired, high: Paired) => ({
    ...{ knob, basis: '' },
    low: { factor: 0.5, difference: low },
    high: { factor: 2, difference: high },
  })
  const tornado = (...entries: TornadoResult['entries']): TornadoResult => ({
    ...{ instrument: 'tornado', outcome, entries },
  })
  const noise = entry('inflow', paired(-9, -20, 2), paired(9, -2, 20))

  it('names the widest effect of an assumption that is sure', () => {
    const sure = entry('withdrawals', paired(-2, -3, -1), paired(1, -1, 3))
    expect(tornadoFinding(tornado(noise, sure), english)).toBe(
      'The widest effect is that of “Withdrawals”: -2.0 to +1.0 points',
    )
    expect(tornadoFinding(tornado(noise), english)).toBe('No assumption moves it for sure')
    const still = entry('inflow', paired(0, 0, 0), paired(0, 0, 0))
    expect(tornadoFinding(tornado(still), english)).toBe('No assumption moves it')
  })

  const split = (total: number[], ...effects: [factor: 'inflow' | 'rules', ...mean: number[]][]): SplitResult => {
    const meanOf = ([mean, low, high]: number[]) => ({ mean, low, high })
    return {
      ...{
        instrument: 'split',
        outcome,
        against: 'b',
        pairs: 20,
        baseline: 500,
        alternative: 510,
        total: meanOf(total),
      },
      effects: effects.map(([factor, ...mean]) => ({ factor, ...meanOf(mean) })),
    }
  }

  it('names the largest part of a difference that is sure', () => {
    expect(splitFinding(split([10, 8, 12], ['inflow', 7, -1, 15], ['rules', 3, 2, 4]), english)).toBe(
      'Of +10.0 points, +3.0 come from “Rules”',
    )
    expect(splitFinding(split([-4, -12, 4], ['inflow', -7, -15, 1], ['rules', 3, 2, 4]), english)).toBe(
      '“Rules” adds +3.0 points; the whole difference is not clear',
    )
    expect(splitFinding(split([-4, -12, 4], ['inflow', -4, -12, 4]), english)).toBe(
      'The difference is -4.0 points on average, and none of its parts is clear',
    )
    expect(splitFinding(split([0, 0, 0], ['inflow', 0, 0, 0]), english)).toBe(
      'Nothing that differs changes the outcome',
    )
  })
})

describe('the finding of a sweep', () => {
  const sweep = (...differences: (Paired | null)[]): SweepResult => ({
    instrument: 'sweep',
    outcome: { figure: 'mean-cutoff', stream: 'cec' },
    x: { knob: 'inflow', factors: differences.map((_one, place) => place) },
    y: { knob: 'withdrawals', factors: [1] },
    cells: differences.map((difference, x) => ({ x, y: 1, difference })),
  })

  it('tells how far the outcome moves in the cells that are sure', () => {
    const cells = [
      paired(-9, -20, 2),
      paired(-3, -4, -2),
      paired(0, 0, 0),
      null,
      paired(2, 1, 3),
      paired(7, null, null),
    ]
    expect(sweepFinding(sweep(...cells), english)).toBe('Mean cutoff, CEC: from -3.0 to +2.0 points over the grid')
    expect(sweepFinding(sweep(paired(-9, -20, 2)), english)).toBe(
      'Mean cutoff, CEC: nothing on the grid moves it for sure',
    )
  })
})

describe('the question of an instrument', () => {
  const scenario = smallScenario({ horizonDays: 40 })
  const draws = plannedDraws(scenario)
  const question: Question = {
    instrument: 'response',
    draw: null,
    figure: 'mean-cutoff',
    stream: null,
    x: 'inflow',
    xs: [0.5, 1],
    y: 'sizes-cec',
    ys: [1, 2],
  }

  it.each(['response', 'tornado', 'split', 'sweep'] as const)('is one the server understands: %s', (instrument) => {
    const request = requestOf({ question: { ...question, instrument }, baseline: scenario, scenario, draws, runs: 10 })
    expect(request).toMatchObject({ instrument, runs: 10 })
    expect(shapeIssues(InstrumentRequest, request)).toEqual([])
  })

  it('is none without a draw', () => {
    const without = { question, baseline: scenario, scenario, draws: [], runs: 10 }
    expect(requestOf(without)).toBeNull()
    expect(requestOf({ ...without, question: { ...question, instrument: 'tornado' } })).toBeNull()
  })

  it('keeps to what the scenario draws', () => {
    expect(streamsOf(draws)).toEqual(['cec'])
    expect(askedStream(draws, 'french')).toBe('cec')
    expect(askedDraw(draws, `${draws[1].date}/cec`)).toEqual(draws[1])
    expect(askedDraw(draws, '1999-01-01/cec')).toEqual(draws[0])
  })

  it('knows every draw of a scenario steered by a budget, with its size', () => {
    const steered = plannedDraws(builtInScenario('levels-plan-2026'))
    expect(streamsOf(steered)[0]).toBe('cec')
    expect(steered.every(({ size }) => size !== undefined)).toBe(true)
  })

  it('reads factors and knobs of an address, and nothing else', () => {
    expect(factorsIn('0.5_1_1.5')).toEqual([0.5, 1, 1.5])
    expect(factorsIn('1')).toBeNull()
    expect(factorsIn('1_x')).toBeNull()
    expect(factorsIn('1_-1')).toBeNull()
    expect(factorsIn('1_')).toBeNull()
    expect(knobOf('sizes-french')).toEqual({ sizesOf: 'french' })
    expect(knobOf('reentry')).toBe('reentry')
    expect(knobOf('nonsense')).toBe('inflow')
  })
})
