import { isList, isRecord, type Json, type JsonRecord, type Path, sameJson, valueAt } from './json.ts'

/** One step from a value to another: `from` is undefined for what is new, `to` for what is gone. */
export interface Change {
  path: Path
  kind: 'set' | 'insert' | 'remove'
  from?: Json
  to?: Json
}

function* recordChanges(from: JsonRecord, to: JsonRecord, path: Path): Generator<Change> {
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(to, key)) yield { path: [...path, key], kind: 'remove', from: from[key] }
  }
  for (const key of Object.keys(to)) {
    if (Object.hasOwn(from, key)) yield* changesOf(from[key], to[key], [...path, key])
    else yield { path: [...path, key], kind: 'set', to: to[key] }
  }
}

/** Lists are compared without what is alike at both ends, so that a row put in or taken out is one change. */
function* listChanges(from: readonly Json[], to: readonly Json[], path: Path): Generator<Change> {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && sameJson(from[start], to[start])) start++
  let end = 0
  while (end < most - start && sameJson(from[from.length - 1 - end], to[to.length - 1 - end])) end++
  const [left, right] = [from.length - end, to.length - end]
  const both = Math.min(left, right)
  for (let index = start; index < both; index++) yield* changesOf(from[index], to[index], [...path, index])
  for (let index = left - 1; index >= both; index--) yield { path: [...path, index], kind: 'remove', from: from[index] }
  for (let index = both; index < right; index++) yield { path: [...path, index], kind: 'insert', to: to[index] }
}

/** What has to be done to `from`, in order, to make `to` of it; nothing when they say the same. */
export function* changesOf(from: Json, to: Json, path: Path = []): Generator<Change> {
  if (sameJson(from, to)) return
  if (isRecord(from) && isRecord(to)) yield* recordChanges(from, to, path)
  else if (isList(from) && isList(to)) yield* listChanges(from, to, path)
  else yield { path, kind: 'set', from, to }
}

/** `value` after one change. Throws a RangeError when the change does not fit it. */
function changed(value: Json, [part, ...rest]: Path, change: Change): Json {
  if (part === undefined) return change.to ?? null
  const isLast = rest.length === 0
  if (isList(value)) {
    const index = Number(part)
    const most = value.length - (isLast && change.kind === 'insert' ? 0 : 1)
    if (!Number.isInteger(index) || index < 0 || index > most) throw new RangeError(`no place ${part} in a list`)
    if (!isLast) return value.with(index, changed(value[index], rest, change))
    if (change.kind === 'remove') return value.toSpliced(index, 1)
    return value.toSpliced(index, change.kind === 'insert' ? 0 : 1, change.to ?? null)
  }
  if (!isRecord(value)) throw new RangeError(`no place ${part} in what has no members`)
  if (!isLast) {
    const member = valueAt(value, [part])
    if (member === undefined) throw new RangeError(`nothing stands at ${part}`)
    return { ...value, [part]: changed(member, rest, change) }
  }
  const { [part]: _gone, ...others } = value
  return change.kind === 'remove' ? others : { ...value, [part]: change.to ?? null }
}

/** `value` after all changes, in order. Throws a RangeError when they do not fit it. */
export const withChanges = (value: Json, changes: Iterable<Change>): Json => {
  let result = value
  for (const change of changes) result = changed(result, change.path, change)
  return result
}
