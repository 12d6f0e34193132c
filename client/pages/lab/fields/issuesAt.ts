import type { Issue } from '../../../../shared/lib/errors.ts'
import { pathOf } from '../../../../shared/schema/validate.ts'
import type { Path } from '../state/json.ts'
import { fieldTable } from './fieldTable.ts'
import { fieldNameOf } from './schemaNode.ts'

/** What is wrong at a place and below it. */
export function issuesBelow(issues: readonly Issue[], path: Path): Issue[] {
  const place = pathOf(path)
  return issues.filter((issue) => issue.path.startsWith(place) && /^$|^[.[]/.test(issue.path.slice(place.length)))
}

/** What is to be said at a place: a field also speaks for the members of its list, which have no field of their own. */
export function issuesAt(issues: readonly Issue[], path: Path): Issue[] {
  if (fieldTable[fieldNameOf(path)]) return issuesBelow(issues, path)
  const place = pathOf(path)
  return issues.filter((issue) => issue.path === place)
}
