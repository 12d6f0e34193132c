import { pairedDifference } from '../comparison/paired.ts'
import { knobNames, type TornadoRequest, type TornadoResult } from '../schema/instrument.ts'
import type { Scenario } from '../schema/scenario.ts'
import { type Instrument, Outcomes } from './instrument.ts'
import { knobRanges, turned } from './knobs.ts'

/** How far an outcome moves when each assumption is turned down and up as far as is plausible, the widest first. */
export function tornado(scenario: Scenario, { outcome, knobs = [...knobNames] }: TornadoRequest): Instrument {
  const sides = knobs.flatMap((knob) => [
    { knob, factor: knobRanges[knob].low },
    { knob, factor: knobRanges[knob].high },
  ])
  return {
    scenarios: [scenario, ...sides.map(({ knob, factor }) => turned(scenario, knob, factor))],
    read: (plans) => {
      const outcomes = new Outcomes(plans, outcome)
      const side = (index: number) => ({
        factor: sides[index].factor,
        difference: pairedDifference(outcomes.common(0), outcomes.common(index + 1)),
      })
      const finding = (): TornadoResult => {
        const entries = knobs.map((knob, index) => {
          const [low, high] = [side(2 * index), side(2 * index + 1)]
          const width = Math.abs((high.difference?.difference.mean ?? 0) - (low.difference?.difference.mean ?? 0))
          return { width, entry: { knob, low, high, basis: knobRanges[knob].basis } }
        })
        const widestFirst = entries.sort((a, b) => b.width - a.width)
        return { instrument: 'tornado', outcome, entries: widestFirst.map(({ entry }) => entry) }
      }
      return {
        add: (member, record) => outcomes.add(member, record),
        finding: () => (outcomes.runs === 0 ? null : finding()),
      }
    },
  }
}
