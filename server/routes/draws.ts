import Type from 'typebox'
import { tryParseDay } from '../../shared/lib/day.ts'
import { InputError, type Issue, issue } from '../../shared/lib/errors.ts'
import { DrawList } from '../../shared/schema/api.ts'
import { DateText, StreamName } from '../../shared/schema/common.ts'
import type { Services } from '../services.ts'
import { type Api, refusals } from './api.ts'

const DrawsQuery = Type.Object(
  { from: Type.Optional(DateText), to: Type.Optional(DateText), stream: Type.Optional(StreamName) },
  { additionalProperties: false },
)
type DrawsQuery = Type.Static<typeof DrawsQuery>

function assertDates({ from, to }: DrawsQuery): void {
  const issues: Issue[] = []
  for (const [name, date] of Object.entries({ from, to })) {
    if (date !== undefined && tryParseDay(date) === undefined) {
      issues.push(issue('EE_DATE', `$.${name}`, `received ${date}, which is not in the calendar`))
    }
  }
  if (from !== undefined && to !== undefined && from > to) {
    issues.push(issue('EE_DATE', '$.to', `received ${to}, which is before from, ${from}`))
  }
  if (issues.length > 0) throw new InputError(issues)
}

export function drawRoutes(app: Api, { drawSet }: Services): void {
  const schema = {
    summary: 'The published draws, oldest first',
    description: '`from` and `to` are dates, both included.',
    querystring: DrawsQuery,
    response: { 200: DrawList, ...refusals(400, 422) },
  }
  app.get('/api/draws', { schema }, ({ query }) => {
    assertDates(query)
    const { from = '', to = '9999-12-31', stream } = query
    return {
      draws: drawSet.draws.filter(
        (draw) => draw.date >= from && draw.date <= to && (stream === undefined || draw.stream === stream),
      ),
      source: drawSet.source.title,
      retrieved: drawSet.source.retrieved,
    }
  })
}
