import Type from 'typebox'
import { DateText, StreamName } from './common.ts'
import { ComparisonInfo, Paired, ScenarioOrId } from './comparison.ts'
import { Quantiles } from './ensemble.ts'

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const PairedOrNone = Type.Union([Type.Null(), Paired])

/** Most replications of each scenario, and most values on one side of a sweep. */
export const instrumentLimits = { runs: 500, sweepValues: 7, sizes: 40 } as const

/** What can be turned, each so many times what the scenario assumes. */
export const knobNames = [
  'inflow',
  'withdrawals',
  'nominations',
  'language-retakes',
  'french-learning',
  'work-while-waiting',
  'reentry',
  'applications',
  'draw-sizes',
] as const
export const KnobName = Type.Enum([...knobNames])
export type KnobName = (typeof knobNames)[number]

/** A knob, or the sizes of one stream's draws. */
export const Knob = Type.Union([KnobName, Type.Object({ sizesOf: StreamName }, closed)])
export type Knob = Type.Static<typeof Knob>

/** The number of a replication that is looked at. */
export const outcomeFigures = ['mean-cutoff', 'last-cutoff', 'invited', 'waiting-days'] as const
export const Outcome = Type.Object({ figure: Type.Enum([...outcomeFigures]), stream: StreamName }, closed)
export type Outcome = Type.Static<typeof Outcome>

const Factor = Type.Number({ minimum: 0, maximum: 100 })
const Factors = Type.Array(Factor, { minItems: 1, maxItems: instrumentLimits.sweepValues })
const asked = {
  scenario: ScenarioOrId,
  /** The scenario's when absent. */
  seed: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** Replications of every scenario an instrument needs. */
  runs: Type.Integer({ minimum: 1, maximum: instrumentLimits.runs }),
}

/** What other sizes of one draw would have meant for its cutoff. */
export const ResponseRequest = Type.Object(
  {
    instrument: Type.Literal('response'),
    ...asked,
    draw: Type.Object({ date: DateText, stream: StreamName }, closed),
    /** Ascending; multiples of the planned size when absent. */
    sizes: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 1_000_000 }), { minItems: 1, maxItems: instrumentLimits.sizes }),
    ),
  },
  closed,
)
export type ResponseRequest = Type.Static<typeof ResponseRequest>

/** How much the outcome moves with each assumption. */
export const TornadoRequest = Type.Object(
  {
    instrument: Type.Literal('tornado'),
    ...asked,
    outcome: Outcome,
    /** All when absent. */
    knobs: Type.Optional(Type.Array(KnobName, { minItems: 1, maxItems: knobNames.length })),
  },
  closed,
)
export type TornadoRequest = Type.Static<typeof TornadoRequest>

/** The outcome over a grid of two knobs. */
export const SweepRequest = Type.Object(
  {
    instrument: Type.Literal('sweep'),
    ...asked,
    outcome: Outcome,
    x: Type.Object({ knob: Knob, factors: Factors }, closed),
    y: Type.Object({ knob: Knob, factors: Factors }, closed),
  },
  closed,
)
export type SweepRequest = Type.Static<typeof SweepRequest>

/** What parts of a change between two scenarios each of their differences has. */
export const SplitRequest = Type.Object(
  { instrument: Type.Literal('split'), ...asked, alternative: ScenarioOrId, outcome: Outcome },
  closed,
)
export type SplitRequest = Type.Static<typeof SplitRequest>

export const InstrumentRequest = Type.Union([ResponseRequest, TornadoRequest, SweepRequest, SplitRequest])
export type InstrumentRequest = Type.Static<typeof InstrumentRequest>

export const ResponseResult = Type.Object(
  {
    instrument: Type.Literal('response'),
    draw: Type.Object({ date: DateText, stream: StreamName, size: Count }, closed),
    /** The same draw with other sizes, everything before it unchanged; `difference` is against the planned size. */
    points: Type.Array(
      Type.Object({ size: Count, cutoff: Type.Union([Type.Null(), Quantiles]), difference: PairedOrNone }, closed),
    ),
  },
  closed,
)
export type ResponseResult = Type.Static<typeof ResponseResult>

const TornadoSide = Type.Object({ factor: Factor, difference: PairedOrNone }, closed)
export const TornadoResult = Type.Object(
  {
    instrument: Type.Literal('tornado'),
    outcome: Outcome,
    /** The widest first. */
    entries: Type.Array(
      Type.Object({ knob: KnobName, low: TornadoSide, high: TornadoSide, basis: Type.String() }, closed),
    ),
  },
  closed,
)
export type TornadoResult = Type.Static<typeof TornadoResult>

export const SweepResult = Type.Object(
  {
    instrument: Type.Literal('sweep'),
    outcome: Outcome,
    x: SweepRequest.properties.x,
    y: SweepRequest.properties.y,
    /** Row by row: for every `y` all of `x`. `difference` is against the scenario as it is. */
    cells: Type.Array(Type.Object({ x: Factor, y: Factor, difference: PairedOrNone }, closed)),
  },
  closed,
)
export type SweepResult = Type.Static<typeof SweepResult>

export const splitFactors = ['size', 'gap', 'other-streams', 'inflow', 'rules'] as const
export type SplitFactor = (typeof splitFactors)[number]

const Mean = Type.Object(
  {
    mean: Type.Number(),
    low: Type.Union([Type.Null(), Type.Number()]),
    high: Type.Union([Type.Null(), Type.Number()]),
  },
  closed,
)
export const SplitResult = Type.Object(
  {
    instrument: Type.Literal('split'),
    outcome: Outcome,
    /** Id of the other scenario. */
    against: Type.String(),
    /** Replications in which every mixture of the two has the outcome. */
    pairs: Count,
    baseline: Type.Number(),
    alternative: Type.Number(),
    total: Mean,
    /** The factors in which the two differ. Their means add up to that of the total. */
    effects: Type.Array(Type.Object({ factor: Type.Enum([...splitFactors]), ...Mean.properties }, closed)),
  },
  closed,
)
export type SplitResult = Type.Static<typeof SplitResult>

export const InstrumentFinding = Type.Union([ResponseResult, TornadoResult, SweepResult, SplitResult])
export type InstrumentFinding = Type.Static<typeof InstrumentFinding>

/** What an instrument shows after so many replications: partial while it runs. */
export const InstrumentResult = Type.Object(
  {
    scenario: Type.String(),
    seed: Type.String(),
    runs: Count,
    runsDone: Count,
    threads: Count,
    engineVersion: Type.String(),
    elapsedMs: Type.Number(),
    finding: InstrumentFinding,
  },
  closed,
)
export type InstrumentResult = Type.Static<typeof InstrumentResult>

export const InstrumentAnswer = Type.Object(
  {
    ...ComparisonInfo.properties,
    /** Partial while it runs; null before every scenario it needs has a replication. */
    result: Type.Union([Type.Null(), InstrumentResult]),
  },
  closed,
)
export type InstrumentAnswer = Type.Static<typeof InstrumentAnswer>
