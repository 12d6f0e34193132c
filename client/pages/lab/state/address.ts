import { canonicalJson } from '../../../../shared/lib/canonicalJson.ts'
import { digest } from '../../../../shared/lib/hash.ts'
import { fromBase64Url, toBase64Url } from '../../../lib/base64Url.ts'
import { type Change, changesOf, withChanges } from './changes.ts'
import { isList, isRecord, type Json, type JsonRecord, type Path } from './json.ts'
import { MOST_ALTERNATIVES, scenariosOf, type Workspace } from './workspace.ts'

const PREFIX = '#lab='
/** Longer addresses are cut by mail and chat programs. */
export const LONGEST_ADDRESS = 8000

/** Scenarios that come with the program, by id: what addresses are told against. */
export type Library = ReadonlyMap<string, JsonRecord>

/** Why an address could not be read: not understood, of a scenario nobody has, or of one that has changed since. */
export type AddressProblem = 'unreadable' | 'unknown' | 'outdated'

type Step = readonly [path: string, ...Json[]]

/** A JSON pointer without its first slash, `schedule/draws/0/size`. */
const pointer = (path: Path): string =>
  path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')

/** The way back; a part of digits may be a place in a list or a name, which the value it is applied to decides. */
const pathOf = (text: string): Path =>
  text === '' ? [] : text.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const INSERTED = 1

/** `[path]` = taken out, `[path, value]` = set, `[path, value, 1]` = put into a list. */
function stepOf({ path, kind, to = null }: Change): Json {
  const at = pointer(path)
  if (kind === 'remove') return [at]
  return kind === 'insert' ? [at, to, INSERTED] : [at, to]
}

const isStep = (value: Json): value is Step => isList(value) && typeof value[0] === 'string' && value.length <= 3

function changeOf([at, to, inserted]: Step): Change {
  const kind = to === undefined ? 'remove' : inserted === INSERTED ? 'insert' : 'set'
  return { path: pathOf(at), kind, to }
}

/** A short text that stands for what some JSON says. */
export const versionOf = (value: Json): string => digest(canonicalJson(value))

/** A scenario as the built-in one it is nearest to, what that one was, and the steps from there. */
function told(scenario: JsonRecord, library: Library): Json {
  const ways = [...library].map(([id, base]): Json[] => [
    id,
    versionOf(base),
    ...[...changesOf(base, scenario)].map(stepOf),
  ])
  const length = (way: Json[]) => JSON.stringify(way).length
  return ways.reduce((best, way) => (length(way) < length(best) ? way : best))
}

function untold(value: Json, library: Library): JsonRecord | AddressProblem {
  if (!isList(value)) return 'unreadable'
  const [id, known, ...steps] = value
  if (typeof id !== 'string' || !steps.every(isStep)) return 'unreadable'
  const base = library.get(id)
  if (!base) return 'unknown'
  if (known !== versionOf(base)) return 'outdated'
  const scenario = withChanges(base, steps.map(changeOf))
  return isRecord(scenario) ? scenario : 'unreadable'
}

/** A workspace as the part of an address behind `#`; undefined when it would be too long: then a file is the way. */
export function hashOf(workspace: Workspace, library: Library): string | undefined {
  const all = scenariosOf(workspace).map((scenario) => told(scenario, library))
  const hash = `${PREFIX}${toBase64Url(JSON.stringify([workspace.active, ...all]))}`
  return hash.length > LONGEST_ADDRESS ? undefined : hash
}

/** The workspace of an address, or why it cannot be read; undefined when the address holds none. */
export function workspaceInHash(hash: string, library: Library): Workspace | AddressProblem | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  try {
    const value: Json = hash.length > LONGEST_ADDRESS ? null : JSON.parse(fromBase64Url(hash.slice(PREFIX.length)))
    if (!isList(value)) return 'unreadable'
    const [active, ...rest] = value
    const scenarios = rest.map((one) => untold(one, library))
    const problem = scenarios.find((one) => typeof one === 'string')
    if (problem) return problem
    const [baseline, ...alternatives] = scenarios as JsonRecord[]
    const isPlace =
      typeof active === 'number' && Number.isInteger(active) && active >= 0 && active <= alternatives.length
    if (!baseline || !isPlace || alternatives.length > MOST_ALTERNATIVES) return 'unreadable'
    return { baseline, alternatives, active }
  } catch {
    return 'unreadable'
  }
}
