import Type, { type TObject, type TSchema } from 'typebox'
import { type Day, tryParseDay } from '../../shared/lib/day.ts'
import { InputError, type Issue, issue, refuse } from '../../shared/lib/errors.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'
import type { Services } from '../services.ts'

/** Reads a body piece by piece and refuses it once, with the mistakes of all pieces. */
export class BodyReading {
  readonly issues: Issue[] = []

  shape(schema: TSchema, body: unknown): void {
    this.issues.push(...shapeIssues(schema, body))
  }

  /** What `read` makes of the piece at `path` (`$.profile`); undefined when it was refused. */
  piece<Value>(path: string, read: () => Value): Value | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.issues.push(...error.issues.map((one) => ({ ...one, path: path + one.path.slice(1) })))
      return undefined
    }
  }

  /** Throws {@link InputError} when any piece was refused. */
  end(): void {
    if (this.issues.length > 0) throw new InputError(this.issues)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a body that may be anything; its own reader says what is wrong with it. */
export const member = (body: unknown, name: string): unknown => (isRecord(body) ? body[name] : undefined)

/** The day of a body's `on`.
 *
 * @throws InputError EE_DATE
 */
export function dayOf(date: string): Day {
  const day = tryParseDay(date)
  if (day === undefined) throw refuse('EE_DATE', '$.on', `received ${date}, which is not in the calendar`)
  return day
}

/** The day a body is about, if it says so and the day exists: what is wrong with it is said elsewhere. */
function dayIn(body: unknown): Day | undefined {
  const on = member(body, 'on')
  return typeof on === 'string' ? tryParseDay(on) : undefined
}

/** Members of a request that are profiles; the first is never missing. */
const profileMembers = ['profile', 'otherApplicant'] as const

/** A reader of bodies that have profiles beside the other fields of `request`, looked at on the day of their `on`. */
export function readerWithProfiles(request: TObject): (body: unknown) => unknown {
  const names = profileMembers.filter((name) => name in request.properties)
  const anything = names.map((name) => [name, Type.Optional(Type.Unknown())])
  const envelope = Type.Object(
    { ...request.properties, ...Object.fromEntries(anything) },
    { additionalProperties: false },
  )
  return (body) => {
    const reading = new BodyReading()
    reading.shape(envelope, body)
    for (const name of names) {
      const given = member(body, name)
      if (name === 'profile' || given !== undefined) reading.piece(`$.${name}`, () => readProfile(given, dayIn(body)))
    }
    reading.end()
    return body
  }
}

/** A reader of bodies that have either a `scenario` or a `scenarioId` beside the other fields of `request`. */
export function readerWithScenario(request: TObject): (body: unknown) => unknown {
  const envelope = Type.Object(
    { ...request.properties, scenario: Type.Optional(Type.Unknown()) },
    { additionalProperties: false },
  )
  return (body) => {
    const reading = new BodyReading()
    reading.shape(envelope, body)
    const given = member(body, 'scenario')
    const scenario = given === undefined ? undefined : reading.piece('$.scenario', () => readScenario(given))
    if (isRecord(body) && (given === undefined) === (member(body, 'scenarioId') === undefined)) {
      const both = given === undefined ? 'neither' : 'both'
      reading.issues.push(issue('EE_SHAPE', '$', `received ${both}; expected either scenario or scenarioId`))
    }
    reading.end()
    return { ...(body as object), scenario }
  }
}

/**
 * The scenario a body asks for: the one in it, one that comes with the program, or a saved one.
 *
 * @throws InputError EE_NOT_FOUND when there is none of that name; EE_STORE; what is wrong with a saved one
 */
export async function requestedScenario(
  { scenario, scenarioId = '' }: { scenario?: Scenario; scenarioId?: string },
  { scenarios, store }: Pick<Services, 'scenarios' | 'store'>,
): Promise<Scenario> {
  const known = scenario ?? scenarios.find(({ id }) => id === scenarioId)
  if (known) return known
  const saved = await store.scenarios.find(scenarioId)
  if (!saved) throw refuse('EE_NOT_FOUND', '$.scenarioId', `there is no scenario ${scenarioId}`)
  return readScenario(saved.scenario)
}
