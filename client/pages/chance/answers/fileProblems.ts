import type { Issue } from '../../../../shared/lib/errors.ts'
import { wellShaped } from '../../../../shared/profile/readProfile.ts'
import { DateText, InstantText, NocCode } from '../../../../shared/schema/common.ts'
import { Profile } from '../../../../shared/schema/profile.ts'
import type { Reason } from './problem.ts'
import { reasonOf } from './reasons.ts'

type Kind =
  | 'date'
  | 'instant'
  | 'noc'
  | 'oneOf'
  | 'whole'
  | 'number'
  | 'positive'
  | 'boolean'
  | 'nothing'
  | 'list'
  | 'object'

/** What a field of a profile has to be; bounds and choices where the kind has them. */
export type Expected =
  | { kind: Kind; least?: number; most?: number; values?: readonly string[] }
  | { kind: 'or'; one: Expected; other: Expected }

/** Something wrong with a file: it cannot be read, no JSON, a field that does not fit, or a fact that cannot be. */
export type FileProblem =
  | { kind: 'unreadable' | 'json' }
  | { kind: 'missing' | 'shape'; path: string; expected: Expected }
  | { kind: 'unknown'; path: string }
  | { kind: 'fact'; path: string; reason: Reason }

/** The parts of the schema of a profile this file reads. */
interface Node {
  type?: string
  enum?: string[]
  anyOf?: Node[]
  pattern?: string
  minimum?: number
  maximum?: number
  maxItems?: number
  items?: Node
  properties?: Record<string, Node>
}

const patternOf = (schema: object): string | undefined => (schema as Node).pattern
const texts = [
  { kind: 'date', pattern: patternOf(DateText) },
  { kind: 'instant', pattern: patternOf(InstantText) },
  { kind: 'noc', pattern: patternOf(NocCode) },
] as const

function expectedOf(node: Node): Expected {
  const { minimum: least = 0, maximum: most } = node
  if (node.anyOf) {
    const [one, other] = node.anyOf.toReversed().map(expectedOf)
    return { kind: 'or', one, other }
  }
  if (node.enum) return { kind: 'oneOf', values: node.enum }
  const text = texts.find(({ pattern }) => pattern === node.pattern)
  if (text) return { kind: text.kind }
  if (node.type === 'boolean') return { kind: 'boolean' }
  if (node.type === 'null') return { kind: 'nothing' }
  if (node.type === 'array') return { kind: 'list', most: node.maxItems ?? 0 }
  if (node.type !== 'integer' && node.type !== 'number') return { kind: 'object' }
  if (most === undefined) return { kind: 'positive', least }
  return { kind: node.type === 'integer' ? 'whole' : 'number', least, most }
}

const stepsOf = (path: string): string[] => path.match(/[A-Za-z_]\w*|\d+/g) ?? []

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The schema at a path of a profile; undefined where a profile has no such field. */
function nodeAt(path: string): Node | undefined {
  let node: Node | undefined = Profile as Node
  for (const step of stepsOf(path)) {
    const holder: Node | undefined = node?.anyOf?.find(({ type }) => type === 'object') ?? node
    node = holder?.type === 'array' ? holder.items : holder?.properties?.[step]
  }
  return node
}

/** Whether a file has anything at a path. */
function isThere(value: unknown, path: string): boolean {
  let found: unknown = value
  for (const step of stepsOf(path)) found = isRecord(found) ? found[step] : undefined
  return found !== undefined
}

function shapeProblem(path: string, value: unknown): FileProblem {
  const node = nodeAt(path)
  if (!node) return { kind: 'unknown', path }
  return { kind: isThere(value, path) ? 'shape' : 'missing', path, expected: expectedOf(node) }
}

/** What `readProfile` said of a file, by kind instead of in words. */
export function fileProblems(issues: readonly Issue[], value: unknown): FileProblem[] {
  const shape = issues.filter(({ code }) => code === 'EE_SHAPE')
  const known = wellShaped(value, shape)
  return issues.map((issue): FileProblem => {
    if (issue.code === 'EE_SHAPE') return shapeProblem(issue.path, value)
    return { kind: 'fact', path: issue.path, reason: reasonOf(issue, known) }
  })
}
