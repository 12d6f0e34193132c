import { type Band, bands, type Stream, streams } from '../../shared/schema/common.ts'
import type { Composition, PublishedDraw } from '../../shared/schema/draw.ts'
import type { DayEvent, DrawEvent, StartedEvent } from '../../shared/schema/event.ts'

/** Bands that add up to `total`, all of it in the lowest. */
export const bandsOf = (total: number) =>
  Object.fromEntries(bands.map((band) => [band, band === '0-300' ? total : 0])) as Record<Band, number>

/** A composition of people in Canada, 20 to 29, all alike. */
export const compositionOf = (invited: number): Composition => ({
  program: { pnp: 0, cec: invited, fsw: 0, fst: 0 },
  age: { 'under-20': 0, '20-29': invited, '30-34': 0, '35-39': 0, '40-44': 0, '45-and-over': 0 },
  education: {
    'less-than-secondary': 0,
    secondary: 0,
    'one-year': 0,
    'two-year': 0,
    'three-year-or-bachelors': invited,
    'two-or-more': 0,
    'masters-or-professional': 0,
    doctoral: 0,
  },
  firstLanguageLevel: { '4-and-below': 0, '5': 0, '6': 0, '7': 0, '8': 0, '9': invited, '10-and-over': 0 },
  firstLanguage: { en: invited, fr: 0 },
  residence: { canada: invited, abroad: 0 },
})

export const startedEvent: StartedEvent = {
  type: 'started',
  scenarioId: 'test',
  seed: 'a',
  engineVersion: '0.1.0',
  rulesetId: '2025-03-25',
  asOf: '2025-12-14',
  until: '2026-12-14',
  poolTotal: 1000,
  bands: bandsOf(1000),
  drawsPlanned: 3,
}

export const dayEvent = (date: string, total: number): DayEvent => ({
  type: 'day',
  date,
  total,
  bands: bandsOf(total),
  arrivals: 0,
  returned: 0,
  leavers: { expired: 0, withdrawn: 0, ineligible: 0, invited: 0 },
})

export const drawEvent = (number: number, fields: Partial<DrawEvent> = {}): DrawEvent => {
  const invited = fields.invited ?? 100
  return {
    type: 'draw',
    number,
    date: '2026-01-07',
    stream: 'cec',
    size: 100,
    minimumScore: null,
    cutoff: 510,
    tieBreak: '2025-09-09T18:58:59Z',
    eligible: 5000,
    invited,
    composition: compositionOf(invited),
    ...fields,
  }
}

export const publishedDraw = (date: string, stream: Stream, cutoff: number): PublishedDraw => ({
  number: '1',
  date,
  instant: `${date}T12:00:00Z`,
  stream,
  name: stream,
  size: 1000,
  cutoff,
  tieBreak: null,
  pool: null,
})

export const everyStream = streams
