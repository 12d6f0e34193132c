import Type from 'typebox'
import { DateText, type Stream, streams } from './common.ts'
import { BandCounts, DrawResult } from './draw.ts'

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** Persons who left the pool on a day; `ineligible` = no longer meet any program. */
export const Leavers = Type.Object({ expired: Count, withdrawn: Count, ineligible: Count, invited: Count }, closed)

/** First event of a run. */
export const StartedEvent = Type.Object(
  {
    type: Type.Literal('started'),
    scenarioId: Type.String(),
    seed: Type.String(),
    engineVersion: Type.String(),
    rulesetId: Type.String(),
    /** Snapshot the pool was fitted to. */
    asOf: DateText,
    /** Last day of the run. */
    until: DateText,
    poolTotal: Count,
    bands: BandCounts,
    drawsPlanned: Count,
  },
  closed,
)

/** The state of the pool at the end of a day. */
export const DayEvent = Type.Object(
  {
    type: Type.Literal('day'),
    date: DateText,
    total: Count,
    bands: BandCounts,
    /** New profiles of the day. */
    arrivals: Count,
    /** Persons who declined an ITA and came back that day. */
    returned: Count,
    leavers: Leavers,
  },
  closed,
)
export type DayEvent = Type.Static<typeof DayEvent>

export const DrawEvent = Type.Object({ type: Type.Literal('draw'), ...DrawResult.properties }, closed)
export type DrawEvent = Type.Static<typeof DrawEvent>

/** A ruleset took over in mid-run and the pool was rescored. */
export const RulesEvent = Type.Object({ type: Type.Literal('rules'), date: DateText, rulesetId: Type.String() }, closed)

export type RulesEvent = Type.Static<typeof RulesEvent>

/** Sums over a run. start + arrivals + returned = inPool + invited + expired + withdrawn + ineligible. */
export const RunTotals = Type.Object(
  {
    start: Count,
    arrivals: Count,
    returned: Count,
    invited: Count,
    expired: Count,
    withdrawn: Count,
    ineligible: Count,
    inPool: Count,
    applied: Count,
    declined: Count,
    lapsed: Count,
    /** ITAs still open when the run ended. */
    pending: Count,
    draws: Count,
    invitedByStream: Type.Object(
      Object.fromEntries(streams.map((stream) => [stream, Count])) as Record<Stream, typeof Count>,
      closed,
    ),
  },
  closed,
)
export type RunTotals = Type.Static<typeof RunTotals>

export const FinishedEvent = Type.Object({ type: Type.Literal('finished'), date: DateText, totals: RunTotals }, closed)

/** What a simulation yields, in order: started, then per day any of rules and draw and one day, then finished. */
export const SimulationEvent = Type.Union([StartedEvent, DayEvent, DrawEvent, RulesEvent, FinishedEvent])
export type SimulationEvent = Type.Static<typeof SimulationEvent>
export type StartedEvent = Type.Static<typeof StartedEvent>
export type FinishedEvent = Type.Static<typeof FinishedEvent>
