import { publishedDraws } from '../../../../shared/draws/history.ts'
import { formatDay, parseDay, tryParseDay } from '../../../../shared/lib/day.ts'
import type { en } from '../../../i18n/lab/en.ts'
import type { Json, JsonRecord } from '../state/json.ts'
import { scenarioLeaves } from './schemaNode.ts'

/** A list of the scenario whose members have fields of their own. */
export interface RowEntry {
  text: keyof typeof en.row
  /** The list inside each of its rows. */
  nested?: string
  /** A row to begin with, from the scenario it is put into and the last row so far. */
  start(scenario: JsonRecord, last: Json | undefined): Json
}

/** Two weeks, as rounds of invitations have been since 2015; a row is there to be changed. */
const RHYTHM_DAYS = 14
const YEAR_OF_WEEKS_DAYS = 364

const dayAfter = (date: Json | undefined, days: number): string => {
  const day = typeof date === 'string' ? tryParseDay(date) : undefined
  const newest = publishedDraws[publishedDraws.length - 1].date
  return formatDay((day ?? parseDay(newest)) + days)
}

const newestSize = (stream: string): number =>
  publishedDraws.findLast((draw) => draw.stream === stream)?.size ?? publishedDraws[publishedDraws.length - 1].size

const repeated = (last: Json | undefined, first: Json): Json => last ?? first

/** The lists of a scenario by name. */
export const rowTable: Readonly<Record<string, RowEntry>> = {
  rules: {
    text: 'rules',
    nested: 'patches',
    start: ({ asOf, rules }) => {
      const [first] = Array.isArray(rules) ? rules : []
      return { from: dayAfter(asOf, RHYTHM_DAYS), rulesetId: first?.rulesetId ?? '' }
    },
  },
  'rules[].patches': { text: 'patches', start: () => ({ path: '', value: null }) },
  'schedule.draws': {
    text: 'draws',
    start: ({ asOf }, last) =>
      repeated(last, { date: dayAfter(asOf, RHYTHM_DAYS), stream: 'cec', size: newestSize('cec') }),
  },
  'schedule.published': {
    text: 'published',
    start: ({ asOf }) => ({
      from: dayAfter(asOf, -YEAR_OF_WEEKS_DAYS),
      to: dayAfter(asOf, 0),
      shiftDays: YEAR_OF_WEEKS_DAYS,
    }),
  },
  'schedule.cadences': {
    text: 'cadences',
    start: ({ asOf }, last) =>
      repeated(last, {
        stream: 'cec',
        firstDate: dayAfter(asOf, RHYTHM_DAYS),
        everyDays: RHYTHM_DAYS,
        sizes: [newestSize('cec')],
      }),
  },
  'schedule.rounds': {
    text: 'rounds',
    nested: 'draws',
    start: ({ asOf }, last) =>
      repeated(last, {
        firstDate: dayAfter(asOf, RHYTHM_DAYS),
        everyDays: RHYTHM_DAYS,
        draws: [
          { streams: ['pnp'], sizes: [newestSize('pnp')] },
          { streams: ['cec'], sizes: [newestSize('cec')] },
        ],
      }),
  },
  'schedule.rounds[].draws': {
    text: 'roundDraws',
    start: (_scenario, last) => repeated(last, { streams: ['cec'], sizes: [newestSize('cec')] }),
  },
  'schedule.budgets': {
    text: 'budgets',
    start: ({ asOf }, last) => repeated(last, { year: Number(dayAfter(asOf, RHYTHM_DAYS * 2).slice(0, 4)) }),
  },
  'schedule.pauses': {
    text: 'pauses',
    start: ({ asOf }) => ({ from: dayAfter(asOf, RHYTHM_DAYS), to: dayAfter(asOf, RHYTHM_DAYS * 2) }),
  },
}

/** Places of the fields inside a row of a list, in the order of the schema. */
export function fieldsOfRow(list: string): string[][] {
  const start = `${list}[].`
  return [...scenarioLeaves.keys()]
    .filter((name) => name.startsWith(start) && !name.slice(start.length).includes('[]'))
    .map((name) => name.slice(start.length).split('.'))
}
