import { tryParseDay, tryParseInstant } from '../lib/day.ts'
import { type Issue, issue } from '../lib/errors.ts'
import { PublishedDraw } from '../schema/draw.ts'
import { shapeIssues } from '../schema/validate.ts'

type Numbered = Pick<PublishedDraw, 'number'>

/** Order of draws by number: 90, 91a, 91b, 92. */
export function compareNumbers(a: Numbered, b: Numbered): number {
  const byDigits = Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10)
  return byDigits || (a.number < b.number ? -1 : Number(a.number > b.number))
}

/**
 * Numbers must be unique and dates must not fall as numbers rise.
 *
 * @param draws sorted by number
 * @param pathOf where the draw at an index stands in the input
 */
export function orderIssues(draws: readonly PublishedDraw[], pathOf: (index: number) => string): Issue[] {
  return draws.slice(1).flatMap((draw, index) => {
    const before = draws[index]
    const path = pathOf(index + 1)
    if (draw.number === before.number) {
      return issue('EE_FEED', `${path}.drawNumber`, `draw ${draw.number}: the same number stands at ${pathOf(index)}`)
    }
    if (draw.date >= before.date) return []
    const message = `draw ${draw.number}: received ${draw.date}, which is before draw ${before.number} of ${before.date}`
    return issue('EE_FEED', `${path}.drawDate`, message)
  })
}

function contentIssues({ date, instant, tieBreak, pool }: PublishedDraw, path: string): Issue[] {
  const issues: Issue[] = []
  const isCalendar = tryParseDay(date) !== undefined && (pool === null || tryParseDay(pool.asOf) !== undefined)
  const isClock = [instant, tieBreak ?? instant].every((text) => tryParseInstant(text) !== undefined)
  if (!isCalendar || !isClock) issues.push(issue('EE_DATE', path, 'holds a day or a time that does not exist'))
  const sum = pool && Object.values(pool.bands).reduce((total, count) => total + count, 0)
  if (pool && sum !== pool.total) {
    issues.push(issue('EE_FEED', `${path}.pool.total`, `received ${pool.total}, but its bands add up to ${sum}`))
  }
  return issues
}

/** Everything wrong with a stored set of draws: shapes, days, sums, numbers and order. Empty when it can be used. */
export function drawSetIssues(draws: readonly unknown[]): Issue[] {
  const shapes = draws.flatMap((draw, index) =>
    shapeIssues(PublishedDraw, draw).map((one) => ({ ...one, path: one.path.replace('$', `$.draws[${index}]`) })),
  )
  if (shapes.length > 0) return shapes
  const shaped = draws as readonly PublishedDraw[]
  const pathOf = (index: number) => `$.draws[${index}]`
  return [...shaped.flatMap((draw, index) => contentIssues(draw, pathOf(index))), ...orderIssues(shaped, pathOf)]
}

/** A value of one draw that differs between two sets. */
export interface ChangedField {
  draw: string
  field: string
  was: unknown
  now: unknown
}

export interface DrawSetChanges {
  /** Draws only in the new set. */
  added: PublishedDraw[]
  changed: ChangedField[]
  /** Numbers of the draws only in the old set. */
  removed: string[]
  /** Draws that are the same in both. */
  unchanged: number
}

function changedFields(was: PublishedDraw, now: PublishedDraw): ChangedField[] {
  const fields = Object.keys(PublishedDraw.properties) as (keyof PublishedDraw)[]
  return fields
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ draw: now.number, field, was: was[field] ?? null, now: now[field] ?? null }))
}

/** What replacing one set of draws by another adds, changes and removes. */
export function compareDrawSets(was: readonly PublishedDraw[], now: readonly PublishedDraw[]): DrawSetChanges {
  const old = new Map(was.map((draw) => [draw.number, draw]))
  const kept = new Set(now.map((draw) => draw.number))
  const changed = now.map((draw) => {
    const before = old.get(draw.number)
    return before ? changedFields(before, draw) : undefined
  })
  return {
    added: now.filter((draw) => !old.has(draw.number)),
    changed: changed.flatMap((fields) => fields ?? []),
    removed: was.filter((draw) => !kept.has(draw.number)).map((draw) => draw.number),
    unchanged: changed.filter((fields) => fields?.length === 0).length,
  }
}
