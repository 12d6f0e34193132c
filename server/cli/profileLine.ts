import type { Day } from '../../shared/lib/day.ts'
import { InputError, type Issue, issue, received } from '../../shared/lib/errors.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { isRecord } from './jsonLines.ts'

/** The issues `read` throws, their paths put below `prefix`. */
export function issuesOf(read: () => unknown, prefix: string): Issue[] {
  try {
    read()
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((one) => ({ ...one, path: one.path.replace(/^\$/, prefix) }))
  }
}

export interface ProfileLine {
  profile: Profile
  ruleset: string | undefined
}

/**
 * A line that holds a profile: bare, or as `{"id","ruleset","profile"}`, of which other fields are left alone.
 *
 * @throws InputError with every issue of profile and ruleset, their paths as they stand in the line
 */
export function readProfileLine(value: unknown, onDay?: Day): ProfileLine {
  if (!isRecord(value) || !('profile' in value)) return { profile: readProfile(bare(value), onDay), ruleset: undefined }
  const { profile, ruleset } = value
  const issues = issuesOf(() => readProfile(profile, onDay), '$.profile')
  if (ruleset !== undefined && typeof ruleset !== 'string') {
    issues.push(issue('EE_SHAPE', '$.ruleset', `received ${received(ruleset)}; expected the date of a ruleset`))
  }
  if (issues.length > 0) throw new InputError(issues)
  return { profile: profile as Profile, ruleset: ruleset as string | undefined }
}

/** A bare profile may carry an id, which is none of its fields. */
function bare(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { id: _, ...profile } = value
  return profile
}
