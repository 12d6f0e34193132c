import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { type ErrorCode, InputError, type Issue, issue, received } from '../lib/errors.ts'

/** Nobody reads more; a body of thousands of unknown fields must not cost a second. */
const MOST_ISSUES = 200

/** The parts of a JSON Schema node this file reads. */
interface SchemaNode {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: SchemaNode[]
  items?: SchemaNode
  properties?: Record<string, SchemaNode>
  required?: string[]
  additionalProperties?: boolean | SchemaNode
  patternProperties?: Record<string, SchemaNode>
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  expected?: string
}

/** A place as issues name it: `$.schedule.draws[0].size`. */
export const pathOf = (segments: readonly (string | number)[]): string =>
  `$${segments.map((part) => (typeof part === 'number' ? `[${part}]` : /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join('')}`

function range(node: SchemaNode): string {
  const low = node.minimum ?? node.exclusiveMinimum
  const bound = node.minimum === undefined && node.exclusiveMinimum !== undefined ? 'above' : 'from'
  if (low !== undefined && node.maximum !== undefined) return ` ${bound} ${low} to ${node.maximum}`
  if (low !== undefined) return bound === 'above' ? ` above ${low}` : ` of at least ${low}`
  return node.maximum === undefined ? '' : ` of at most ${node.maximum}`
}

/** What a schema node accepts, in words. */
function expectation(node: SchemaNode): string {
  if (node.expected !== undefined) return node.expected
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.enum) return `one of ${node.enum.map((value) => JSON.stringify(value)).join(', ')}`
  if (node.anyOf) return node.anyOf.map(expectation).join(' or ')
  if (node.type === 'integer') return `a whole number${range(node)}`
  if (node.type === 'number') return `a number${range(node)}`
  if (node.type === 'boolean') return 'true or false'
  if (node.type === 'null') return 'null'
  if (node.type === 'string') {
    return node.maxLength === undefined ? 'a text' : `a text of ${node.minLength ?? 0} to ${node.maxLength} characters`
  }
  if (node.type === 'array') {
    const count = node.maxItems === undefined ? '' : ` of ${node.minItems ?? 0} to ${node.maxItems} items`
    return `a list${count}`
  }
  return node.type === 'object' ? 'an object' : 'a different value'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As a plain boolean: TypeBox's guard would narrow what does not fit to `never`. */
const fits = (node: SchemaNode, value: unknown): boolean => Value.Check(node as TSchema, value)

type Report = (segments: readonly (string | number)[], message: string) => void

function walkObject(
  node: SchemaNode,
  value: Record<string, unknown>,
  at: readonly (string | number)[],
  report: Report,
) {
  const known = node.properties ?? {}
  for (const name of node.required ?? []) {
    if (value[name] === undefined) report([...at, name], `is missing; expected ${expectation(known[name] ?? {})}`)
  }
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    const patterns = Object.entries(node.patternProperties ?? {})
    const schema =
      (Object.hasOwn(known, name) ? known[name] : undefined) ??
      patterns.find(([pattern]) => new RegExp(pattern).test(name))?.[1]
    if (schema) walk(schema, member, [...at, name], report)
    else if (node.additionalProperties === false) {
      const names = Object.keys(known)
      report([...at, name], `is not a known field${names.length > 0 ? `; known here: ${names.join(', ')}` : ''}`)
    } else if (isRecord(node.additionalProperties)) walk(node.additionalProperties, member, [...at, name], report)
  }
}

/** Visits value and schema side by side and reports the innermost mismatches, each once, in reading order. */
function walk(node: SchemaNode, value: unknown, at: readonly (string | number)[], report: Report): void {
  if (fits(node, value)) return
  const list: unknown[] | undefined = Array.isArray(value) ? value : undefined
  const kind = list ? 'array' : typeof value
  const alternatives =
    kind === 'array' || kind === 'object' ? node.anyOf?.filter((one) => one.type === kind) : undefined
  if (alternatives && alternatives.length > 0 && value !== null) walkAlternatives(alternatives, value, at, report)
  else if (describesMembers(node) && isRecord(value)) walkObject(node, value, at, report)
  else if (node.items && list && !tooLongOrShort(node, list)) {
    for (const [index, member] of list.entries()) walk(node.items, member, [...at, index], report)
  } else report(at, `received ${received(value)}; expected ${expectation(node)}`)
}

/** Of several kinds of message or event, the one whose `type` the value names; without such a kind, only `type` is wrong. */
function walkAlternatives(
  alternatives: SchemaNode[],
  value: unknown,
  at: readonly (string | number)[],
  report: Report,
): void {
  const named = isRecord(value) ? value.type : undefined
  const types = alternatives.flatMap(({ properties }) => properties?.type ?? [])
  const chosen = alternatives.find(({ properties }) => properties?.type && fits(properties.type, named))
  if (chosen || types.length < 2) walk(chosen ?? alternatives[0], value, at, report)
  else {
    const known = types.flatMap((type) => type.enum ?? [type.const])
    report([...at, 'type'], `received ${received(named)}; expected ${expectation({ enum: known })}`)
  }
}

const describesMembers = (node: SchemaNode): boolean =>
  node.properties !== undefined || node.patternProperties !== undefined || isRecord(node.additionalProperties)

const tooLongOrShort = (node: SchemaNode, value: unknown[]): boolean =>
  value.length > (node.maxItems ?? Number.POSITIVE_INFINITY) || value.length < (node.minItems ?? 0)

/**
 * Everything in `value` that does not fit `schema`, in words, each with its path. Empty when it fits.
 * A schema may carry `expected: "a date such as 2025-12-17"` to say better what it takes.
 */
export function shapeIssues(schema: TSchema, value: unknown, code: ErrorCode = 'EE_SHAPE'): Issue[] {
  if (Value.Check(schema, value)) return []
  const issues: Issue[] = []
  walk(schema as SchemaNode, value, [], (segments, message) => {
    if (issues.length < MOST_ISSUES) issues.push(issue(code, pathOf(segments), message))
  })
  if (issues.length === 0) issues.push(issue(code, '$', `received ${received(value)}, which does not fit`))
  return issues
}

/** Throws {@link InputError} with all issues unless `value` fits `schema`. */
export function assertShape<Shape>(schema: TSchema, value: unknown): asserts value is Shape {
  const issues = shapeIssues(schema, value)
  if (issues.length > 0) throw new InputError(issues)
}
