import { type Stream, streams } from '../../../../shared/schema/common.ts'
import { type InstrumentRequest, type Knob, knobNames } from '../../../../shared/schema/instrument.ts'
import type { PlannedDraw, Scenario } from '../../../../shared/schema/scenario.ts'
import { streamsOf } from './plannedDraws.ts'
import type { Question } from './useQuestion.ts'

/** A knob as an address names it: `inflow`, or `sizes-cec` for the draws of one stream. */
export function knobOf(name: string): Knob {
  const stream = streams.find((one) => name === `sizes-${one}`)
  return stream ? { sizesOf: stream } : (knobNames.find((one) => one === name) ?? 'inflow')
}

/** The draw that an address names, `2026-01-07/cec`, else the first with a size of the first stream. */
export function askedDraw(draws: readonly PlannedDraw[], name: string | null): PlannedDraw | undefined {
  const sized = draws.filter(({ size }) => size !== undefined)
  const [first] = streamsOf(sized)
  return sized.find(({ date, stream }) => `${date}/${stream}` === name) ?? sized.find(({ stream }) => stream === first)
}

/** The stream that is asked about, when the scenario draws it; else the first it draws. */
export const askedStream = (draws: readonly PlannedDraw[], stream: Stream | null): Stream | undefined => {
  const drawn = streamsOf(draws)
  return drawn.find((one) => one === stream) ?? drawn[0]
}

interface Asked {
  question: Question
  baseline: Scenario
  scenario: Scenario
  draws: readonly PlannedDraw[]
  runs: number
}

/** The request of a question; null when the scenario has no draw to ask about. */
export function requestOf({ question, baseline, scenario, draws, runs }: Asked): InstrumentRequest | null {
  const stream = askedStream(draws, question.stream)
  const draw = askedDraw(draws, question.draw)
  if (!stream) return null
  const outcome = { figure: question.figure, stream }
  switch (question.instrument) {
    case 'response':
      return draw ? { instrument: 'response', scenario, runs, draw: { date: draw.date, stream: draw.stream } } : null
    case 'tornado':
      return { instrument: 'tornado', scenario, runs, outcome }
    case 'split':
      return { instrument: 'split', scenario: baseline, alternative: scenario, runs, outcome }
    case 'sweep': {
      const x = { knob: knobOf(question.x), factors: question.xs }
      const y = { knob: knobOf(question.y), factors: question.ys }
      return { instrument: 'sweep', scenario, runs, outcome, x, y }
    }
    case 'gauge':
      return null
  }
}
