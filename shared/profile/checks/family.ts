import { type Issue, issue } from '../../lib/errors.ts'
import type { Profile } from '../../schema/profile.ts'

/** A family of one has no spouse in it; a brother or sister in Canada is a relative in Canada. */
export function familyIssues({ familySize, spouse, sibling, relativeInCanada }: Partial<Profile>): Issue[] {
  const issues: Issue[] = []
  if (familySize === 1 && spouse) {
    issues.push(issue('EE_PROFILE', '$.familySize', 'received 1; a candidate with a spouse has a family of at least 2'))
  }
  if (sibling && relativeInCanada === false) {
    issues.push(
      issue('EE_PROFILE', '$.relativeInCanada', 'received false; the sibling in Canada is a relative in Canada'),
    )
  }
  return issues
}
