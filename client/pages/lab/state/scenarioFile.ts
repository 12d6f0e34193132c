import { migrateScenario } from '../../../../shared/scenario/migrate.ts'
import { isRecord, type Json, type JsonRecord } from './json.ts'

/** Larger files hold no scenario: the longest that passes every limit has a fifth of it. */
const LONGEST_FILE_BYTES = 1_000_000
/** Deeper than anything a scenario or a value of a rule holds. */
const DEEPEST = 30

/** Why a file is no scenario that could be edited. */
export type FileProblem = 'tooLarge' | 'notJson' | 'tooDeep' | 'notAnObject'

function isDeeper(value: Json, deepest: number): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** A scenario as a file, laid out for people and for comparing versions. */
export const scenarioFile = (scenario: JsonRecord): string => `${JSON.stringify(scenario, null, 2)}\n`

/**
 * What a file holds, right or wrong, in the present version of the format: mistakes are shown beside the fields. Only what cannot be edited at all is refused.
 */
export function scenarioInFile(text: string): JsonRecord | FileProblem {
  if (text.length > LONGEST_FILE_BYTES) return 'tooLarge'
  try {
    const value: Json = JSON.parse(text)
    if (!isRecord(value)) return 'notAnObject'
    if (isDeeper(value, DEEPEST)) return 'tooDeep'
    const present = migrateScenario(value) as Json
    return isRecord(present) ? present : value
  } catch {
    return 'notJson'
  }
}
