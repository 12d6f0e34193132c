import { pairedDifference } from '../comparison/paired.ts'
import { quantilesOf } from '../ensemble/countHistogram.ts'
import { ensemblePlan } from '../ensemble/plan.ts'
import { refuse } from '../lib/errors.ts'
import type { PublishedDraw } from '../schema/draw.ts'
import type { ResponseRequest } from '../schema/instrument.ts'
import type { Scenario } from '../schema/scenario.ts'
import file from './assumptions/knobs.json'
import type { Instrument } from './instrument.ts'

const ascending = (sizes: readonly number[]): number[] => [...new Set(sizes)].sort((a, b) => a - b)

/** Sizes asked about when nobody says: multiples of the planned one, and so many more. */
const usualSizes = (planned: number): number[] => [
  ...file.responseMultiples.map((multiple) => Math.round(multiple * planned)),
  ...file.responseSteps.map((step) => planned + step),
]

/**
 * The cutoff of one draw for other sizes of it, everything before it unchanged: what each further invitation buys. What it
 * means for later draws is a comparison of scenarios.
 *
 * @throws InputError EE_NOT_FOUND when the scenario plans no such draw; EE_SCENARIO when that has no size
 */
export function response(
  scenario: Scenario,
  { draw: { date, stream }, sizes }: ResponseRequest,
  history?: readonly PublishedDraw[],
): Instrument {
  const { slots } = ensemblePlan(scenario, { history })
  const slot = slots.findIndex((draw) => draw.date === date && draw.stream === stream)
  if (slot < 0) {
    const known = slots.filter((draw) => draw.stream === stream).map((draw) => draw.date)
    const expected = known.length === 0 ? 'the scenario has none of that stream' : `expected one of ${known.join(', ')}`
    throw refuse('EE_NOT_FOUND', '$.draw', `there is no draw of ${stream} on ${date}; ${expected}`)
  }
  const planned = slots[slot].size
  if (planned === undefined) throw refuse('EE_SCENARIO', '$.draw', 'this draw has no size, only a lowest score')
  const asked = ascending([...(sizes ?? usualSizes(planned)), planned])
  return {
    scenarios: [scenario],
    question: { slot, sizes: asked },
    read: () => {
      const cutoffs: number[][] = asked.map(() => [])
      return {
        add: (_, { cutoffBySize }) => {
          for (const [index, cutoff] of cutoffBySize.entries()) cutoffs[index].push(cutoff < 0 ? Number.NaN : cutoff)
        },
        finding: () => {
          const reference = cutoffs[asked.indexOf(planned)]
          if (reference.length === 0) return null
          const points = asked.map((size, index) => {
            const known = cutoffs[index].filter((cutoff) => !Number.isNaN(cutoff))
            const bins = new Uint32Array(Math.max(0, ...known) + 1)
            for (const cutoff of known) bins[cutoff] += 1
            const difference = size === planned ? null : pairedDifference(reference, cutoffs[index])
            return { size, cutoff: quantilesOf(bins, known.length), difference }
          })
          return { instrument: 'response', draw: { date, stream, size: planned }, points }
        },
      }
    },
  }
}
