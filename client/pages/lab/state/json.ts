/** What a scenario is while somebody edits it: any JSON, right or wrong. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord
export interface JsonRecord {
  readonly [key: string]: Json
}
/** A place in JSON, from the outside in. */
export type Path = readonly (string | number)[]

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** Whether two values say the same, whatever the order of their keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((member, index) => sameJson(member, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}

/** What stands at a place; undefined when nothing does. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let found = value
  for (const part of path) {
    if (isList(found)) found = found[Number(part)]
    else if (isRecord(found) && Object.hasOwn(found, part)) found = found[part]
    else return undefined
  }
  return found
}

const isEmpty = (value: Json | undefined): boolean =>
  isList(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0

function withMember(parent: Json | undefined, part: string | number, member: Json | undefined): Json {
  if (typeof part === 'number') {
    const list = isList(parent) ? parent : []
    return member === undefined ? list.toSpliced(part, 1) : list.toSpliced(part, 1, member)
  }
  const { [part]: _old, ...rest } = isRecord(parent) ? parent : {}
  return member === undefined ? rest : { ...(isRecord(parent) ? parent : {}), [part]: member }
}

/**
 * JSON with `next` at a place, or with nothing there when it is undefined. Objects on the way are made when they lack, and
 * go when nothing is left in them, so that taking a change back leaves no trace; those of `keep` stay, empty or not.
 */
export function replaced(
  value: Json | undefined,
  path: Path,
  next: Json | undefined,
  keep: readonly string[] = [],
): Json {
  const [part, ...rest] = path
  if (part === undefined) return next ?? {}
  if (rest.length === 0) return withMember(value, part, next)
  const child = valueAt(value, [part])
  const member = replaced(child, rest, next, keep)
  const goes = next === undefined && isEmpty(member) && typeof part === 'string' && !keep.includes(part)
  return withMember(value, part, goes ? undefined : member)
}

/** JSON with a member put into a list, which is made when it lacks. */
export function inserted(value: Json, path: Path, index: number, member: Json): Json {
  const list = valueAt(value, path)
  return replaced(value, path, (isList(list) ? list : []).toSpliced(index, 0, member))
}
