import { Scenario } from '../../../../shared/schema/scenario.ts'
import type { Path } from '../state/json.ts'

/** The parts of a node of the scenario schema that the editor reads. */
export interface SchemaNode {
  type?: string
  enum?: readonly (string | number)[]
  properties?: Readonly<Record<string, SchemaNode>>
  patternProperties?: Readonly<Record<string, SchemaNode>>
  required?: readonly string[]
  items?: SchemaNode
  minimum?: number
  maximum?: number
  maxItems?: number
}

const root = Scenario as SchemaNode

/** Any member of a list, and any name of a table, in the name of a field. */
const MEMBER = '[]'
const ANY_NAME = '*'
/** Places where every name is of one kind, so that one field describes them all. */
const TABLES: readonly string[] = ['arrivals.archetypes', 'invitations.outcomes', 'schedule.sizeFactors']

const join = (name: string, part: string): string => (name === '' ? part : `${name}.${part}`)

/** The name of the field at a place of a scenario: `schedule.cadences[].everyDays`, `invitations.outcomes.*.applies`. */
export const fieldNameOf = (path: Path): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}${MEMBER}`
    return join(name, TABLES.includes(name) ? ANY_NAME : part)
  }, '')

/** Every field of a schema that holds a value of its own, or a list of such, by name. */
export function leavesOf(node: SchemaNode, name = ''): [string, SchemaNode][] {
  if (node.patternProperties) return leavesOf(Object.values(node.patternProperties)[0], join(name, ANY_NAME))
  if (node.properties) {
    const members = Object.entries(node.properties)
    if (TABLES.includes(name)) return leavesOf(members[0][1], join(name, ANY_NAME))
    return members.flatMap(([key, member]) => leavesOf(member, join(name, key)))
  }
  if (node.items?.properties) return leavesOf(node.items, `${name}${MEMBER}`)
  return [[name, node]]
}

/** Every field of a scenario, in the order of the schema. */
export const scenarioLeaves: ReadonlyMap<string, SchemaNode> = new Map(leavesOf(root))

/** Whether an object that lacks this member is no object of its kind. */
export function isRequired(path: Path): boolean {
  let node: SchemaNode | undefined = root
  for (const [depth, part] of path.entries()) {
    if (depth === path.length - 1) return node?.required?.includes(String(part)) ?? false
    if (!node) return false
    const named: SchemaNode | undefined = node.properties?.[part] ?? Object.values(node.patternProperties ?? {})[0]
    node = typeof part === 'number' ? node.items : named
  }
  return false
}
