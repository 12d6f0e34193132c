import { HIGHEST_SCORE } from '../../../shared/crs/ruleMeaning.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { reformOrIssues } from '../../../shared/reform/read.ts'
import { REFORM_SCHEMA_VERSION, type Reform } from '../../../shared/schema/reform.ts'
import { streamNames } from '../../charts/markers.ts'
import { fromBase64Url, toBase64Url } from '../../lib/base64Url.ts'
import { type DrawChoice, firstChoice } from './drawChoice.ts'

/** What an address holds. */
export interface LinkedReform {
  reform: Reform
  choice: DrawChoice
}

const PREFIX = '#r='
/** Longer addresses are cut by some programs they are sent with. */
export const LONGEST_LINK = 8000

type Written = {
  b: string
  t?: string
  w?: string
  /** Path, value, reason. */
  p?: [string, unknown, string?][]
  /** Stream, number invited, cutoff. */
  d?: [string, (number | null)?, (number | null)?]
}

/** A reform and the draw looked at, as the part of an address behind `#`. */
export function hashOf({ reform, choice }: LinkedReform): string {
  const { base, title, reason, patches } = reform
  const written: Written = {
    b: base,
    ...(title === '' ? {} : { t: title }),
    ...(reason === '' ? {} : { w: reason }),
    ...(patches.length === 0
      ? {}
      : {
          p: patches.map((one) =>
            one.reason === undefined ? [one.path, one.value] : [one.path, one.value, one.reason],
          ),
        }),
    d: [
      choice.stream,
      ...(choice.seats === undefined && choice.cutoff === undefined
        ? []
        : [choice.seats ?? null, choice.cutoff ?? null]),
    ] as Written['d'],
  }
  return `${PREFIX}${toBase64Url(JSON.stringify(written))}`
}

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

export const MOST_SEATS = 1_000_000

function choiceOf(written: unknown): DrawChoice {
  if (!Array.isArray(written)) return firstChoice
  const [name, seats, cutoff]: unknown[] = written
  const stream = streamNames.find((one) => one === name)
  if (!stream) return firstChoice
  if (isCount(cutoff, HIGHEST_SCORE)) return { stream, cutoff }
  return isCount(seats, MOST_SEATS) ? { stream, seats } : { stream }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The reform of an address; null when it holds one that cannot be read, undefined when it holds none. */
export function reformInHash(hash: string): LinkedReform | null | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  try {
    const value: unknown = JSON.parse(fromBase64Url(hash.slice(PREFIX.length)))
    if (!isRecord(value)) return null
    const { b: base, t: title = '', w: reason = '', p: patches = [], d } = value
    if (!Array.isArray(patches)) return null
    const reform = reformOrIssues({
      schemaVersion: REFORM_SCHEMA_VERSION,
      title,
      reason,
      base,
      patches: patches.map((one: unknown) => {
        const [path, points, why]: unknown[] = Array.isArray(one) ? one : []
        return why === undefined ? { path, value: points } : { path, value: points, reason: why }
      }),
    })
    return reform instanceof InputError ? null : { reform, choice: choiceOf(d) }
  } catch {
    // Not base64, not UTF-8, or not JSON: cut on its way here.
    return null
  }
}
