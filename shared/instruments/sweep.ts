import { pairedDifference } from '../comparison/paired.ts'
import type { SweepRequest } from '../schema/instrument.ts'
import type { Scenario } from '../schema/scenario.ts'
import { type Instrument, Outcomes } from './instrument.ts'
import { turned } from './knobs.ts'

/** An outcome over a grid of two things turned together. */
export function sweep(scenario: Scenario, { outcome, x, y }: SweepRequest): Instrument {
  const places = y.factors.flatMap((ofY) => x.factors.map((ofX) => ({ x: ofX, y: ofY })))
  return {
    scenarios: [scenario, ...places.map((place) => turned(turned(scenario, x.knob, place.x), y.knob, place.y))],
    read: (plans) => {
      const outcomes = new Outcomes(plans, outcome)
      return {
        add: (member, record) => outcomes.add(member, record),
        finding: () => {
          if (outcomes.runs === 0) return null
          const cells = places.map((place, index) => ({
            ...place,
            difference: pairedDifference(outcomes.common(0), outcomes.common(index + 1)),
          }))
          return { instrument: 'sweep', outcome, x, y, cells }
        },
      }
    },
  }
}
