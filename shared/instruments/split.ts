import { ensemblePlan } from '../ensemble/plan.ts'
import { canonicalJson } from '../lib/canonicalJson.ts'
import { refuse } from '../lib/errors.ts'
import { errorsOfMean } from '../lib/interval.ts'
import type { Stream } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import { type SplitFactor, type SplitRequest, type SplitResult, splitFactors } from '../schema/instrument.ts'
import type { PlannedDraw, Scenario } from '../schema/scenario.ts'
import { type Instrument, Outcomes } from './instrument.ts'

/** The parts of a scenario that are taken from one or the other of two. */
interface Parts {
  scenario: Scenario
  own: readonly PlannedDraw[]
  others: readonly PlannedDraw[]
}

function partsOf(scenario: Scenario, stream: Stream, history: readonly PublishedDraw[] | undefined): Parts {
  const { slots } = ensemblePlan(scenario, { history })
  return {
    scenario,
    own: slots.filter((draw) => draw.stream === stream),
    others: slots.filter((draw) => draw.stream !== stream),
  }
}

/** Who comes, leaves, and what happens to people: everything but rules and draws. */
const peopleOf = ({ population, arrivals, attrition, lifeEvents, invitations, uncertainty }: Scenario) => ({
  ...{ population, arrivals, attrition, lifeEvents, invitations, uncertainty },
})

const sizeOf = ({ size, minimumScore }: PlannedDraw) => ({ size, minimumScore })

/** The part of a scenario that a factor stands for, to see whether two differ in it. */
const partOf: { [factor in SplitFactor]: (parts: Parts) => unknown } = {
  size: ({ own }) => own.map(sizeOf),
  gap: ({ own }) => own.map(({ date }) => date),
  'other-streams': ({ others }) => others,
  inflow: ({ scenario }) => peopleOf(scenario),
  // Why a rule was changed changes nobody's points.
  rules: ({ scenario }) =>
    scenario.rules.map(({ patches = [], ...rules }) => ({
      ...rules,
      patches: patches.map(({ path, value }) => ({ path, value })),
    })),
}

/** The scenario with each part from one or the other. Draws with the dates of one have the sizes of the other in their order. */
function mixture(baseline: Parts, alternative: Parts, changed: ReadonlySet<SplitFactor>): Scenario {
  const from = (factor: SplitFactor): Parts => (changed.has(factor) ? alternative : baseline)
  const sizes = from('size').own.map(sizeOf)
  const own = from('gap').own.map(({ date, stream }, index) => {
    const { size, minimumScore } = sizes[Math.min(index, sizes.length - 1)]
    return {
      ...{ date, stream },
      ...(size === undefined ? {} : { size }),
      ...(minimumScore === undefined ? {} : { minimumScore }),
    }
  })
  return {
    ...baseline.scenario,
    ...peopleOf(from('inflow').scenario),
    rules: from('rules').scenario.rules,
    schedule: { draws: [...own, ...from('other-streams').others] },
  }
}

/** All subsets of a list, in the order of their bits. */
const subsetsOf = <Item>(items: readonly Item[]): ReadonlySet<Item>[] =>
  Array.from({ length: 2 ** items.length }, (_, bits) => new Set(items.filter((_, index) => bits & (1 << index))))

const factorial = (of: number): number => (of < 2 ? 1 : of * factorial(of - 1))

/**
 * Each factor's share in the change from nothing changed to everything changed: its effect when it is changed next, averaged
 * over all orders in which the factors can be changed (Shapley 1953). The shares add up to the change.
 *
 * @param values by subset of changed factors, in the order of bits
 */
export function shapley(values: readonly number[]): number[] {
  const factors = Math.log2(values.length)
  return Array.from({ length: factors }, (_, factor) => {
    let effect = 0
    for (let bits = 0; bits < values.length; bits++) {
      if (bits & (1 << factor)) continue
      const before = bits.toString(2).replaceAll('0', '').length
      const weight = (factorial(before) * factorial(factors - before - 1)) / factorial(factors)
      effect += weight * (values[bits | (1 << factor)] - values[bits])
    }
    return effect
  })
}

function meanOf(values: readonly number[]): { mean: number; low: number | null; high: number | null } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (values.length < 2) return { mean, low: null, high: null }
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const half = errorsOfMean(values.length) * Math.sqrt(squares / (values.length - 1) / values.length)
  return { mean, low: mean - half, high: mean + half }
}

/**
 * What part of a change between two scenarios is due to the sizes of the stream's draws, to their dates, to other streams'
 * draws, to who comes and what happens to them, and to the rules. Every mixture of the two is run with the same chances; draws
 * are held on their nominal dates with nominal sizes.
 *
 * @throws InputError EE_SCENARIO when the two do not cover the same days
 */
export function split(
  scenario: Scenario,
  alternative: Scenario,
  { outcome }: SplitRequest,
  history?: readonly PublishedDraw[],
): Instrument {
  if (scenario.asOf !== alternative.asOf || scenario.horizonDays !== alternative.horizonDays) {
    const days = ({ asOf, horizonDays }: Scenario): string => `${horizonDays} days from ${asOf}`
    const message = `received ${days(alternative)} against ${days(scenario)}; expected the same days in both`
    throw refuse('EE_SCENARIO', '$.alternative', message)
  }
  const [a, b] = [scenario, alternative].map((one) => partsOf(one, outcome.stream, history))
  for (const { own, scenario: one } of [a, b]) {
    if (own.length > 0) continue
    throw refuse('EE_SCENARIO', '$.outcome.stream', `scenario ${one.id} holds no draw of ${outcome.stream}`)
  }
  const factors = splitFactors.filter((factor) => canonicalJson(partOf[factor](a)) !== canonicalJson(partOf[factor](b)))
  return {
    scenarios: subsetsOf(factors).map((changed) => mixture(a, b, changed)),
    read: (plans) => {
      const outcomes = new Outcomes(plans, outcome)
      const finding = (): SplitResult | null => {
        const runs = Array.from({ length: outcomes.runs }, (_, run) => outcomes.values.map((values) => values[run]))
        const known = runs.filter((values) => !values.some(Number.isNaN))
        if (known.length === 0) return null
        const last = plans.length - 1
        const shares = known.map(shapley)
        return {
          instrument: 'split',
          outcome,
          against: alternative.id,
          pairs: known.length,
          baseline: meanOf(known.map((values) => values[0])).mean,
          alternative: meanOf(known.map((values) => values[last])).mean,
          total: meanOf(known.map((values) => values[last] - values[0])),
          effects: factors.map((factor, index) => ({ factor, ...meanOf(shares.map((share) => share[index])) })),
        }
      }
      return { add: (member, record) => outcomes.add(member, record), finding }
    },
  }
}
