import { formatDay, parseDay } from '../../shared/lib/day.ts'
import { type BandCounts, bands, type Stream, streams } from '../../shared/schema/common.ts'
import type { DrawEvent, SimulationEvent } from '../../shared/schema/event.ts'

const noBands = Object.fromEntries(bands.map((band) => [band, 0])) as BandCounts
const noStreams = Object.fromEntries(streams.map((stream) => [stream, 0])) as Record<Stream, number>
const firstDay = parseDay('2026-01-01')

/** A run of `days` days with a draw on every seventh, for tests of what plays a simulation rather than of the simulation. */
export function* fakeSimulation(days: number): Generator<SimulationEvent> {
  yield {
    type: 'started',
    scenarioId: 'fake',
    seed: 's',
    engineVersion: '0',
    rulesetId: '2025-03-25',
    asOf: '2025-12-31',
    until: formatDay(firstDay + days - 1),
    poolTotal: 0,
    bands: noBands,
    drawsPlanned: Math.floor(days / 7),
  }
  for (let index = 1; index <= days; index++) {
    const date = formatDay(firstDay + index - 1)
    if (index % 7 === 0) yield fakeDraw(index / 7, date)
    yield {
      type: 'day',
      date,
      total: 0,
      bands: noBands,
      arrivals: 0,
      returned: 0,
      leavers: { expired: 0, withdrawn: 0, ineligible: 0, invited: 0 },
    }
  }
  yield {
    type: 'finished',
    date: formatDay(firstDay + days - 1),
    totals: {
      ...{ start: 0, arrivals: 0, returned: 0, invited: 0, expired: 0, withdrawn: 0, ineligible: 0, inPool: 0 },
      ...{ applied: 0, declined: 0, lapsed: 0, pending: 0, draws: Math.floor(days / 7), invitedByStream: noStreams },
    },
  }
}

const fakeDraw = (number: number, date: string): DrawEvent => ({
  type: 'draw',
  number,
  date,
  stream: 'cec',
  size: 1000,
  minimumScore: null,
  cutoff: 500,
  tieBreak: null,
  eligible: 5000,
  invited: 1000,
  composition: {} as DrawEvent['composition'],
})
