import { MOST_AGE_YEARS, MOST_WORK_YEARS } from '../crs/columns.ts'
import type { CompiledRuleset } from '../crs/compile.ts'
import { atThreshold } from '../crs/parts.ts'
import { programRules } from '../eligibility/rules.ts'
import { ageFloors } from '../pool/cohort.ts'
import { categoryMonths } from '../pool/streamMembership.ts'

/** From where on more of something no longer changes a score, a program or a stream: nobody's row is touched for it. */
export interface CountingLimits {
  /** By age: the next age at which something changes; 127 = none. */
  nextAge: Uint8Array
  /** Completed years after which more Canadian years count for nothing in the CRS; the same for foreign years. */
  canadianYears: number
  foreignYears: number
  /** Years of both together after which more count for nothing in the FSW grid. */
  totalYears: number
  /** Months of an occupation that some category asks for, ascending. */
  categoryMonths: readonly number[]
}

/** Last index at which a table differs from the one before. */
function lastChange(length: number, at: (index: number) => number): number {
  for (let index = length - 1; index > 0; index--) if (at(index) !== at(index - 1)) return index
  return 0
}

function nextAges(rulesets: readonly CompiledRuleset[]): Uint8Array {
  const { points } = programRules.fsw.grid.age
  const matters = (age: number): boolean =>
    ageFloors.includes(age) ||
    atThreshold(points, age) !== atThreshold(points, age - 1) ||
    rulesets.some((rules) => [age, age + MOST_AGE_YEARS + 1].some((index) => rules.age[index] !== rules.age[index - 1]))
  const next = new Uint8Array(MOST_AGE_YEARS + 1).fill(MOST_AGE_YEARS)
  for (let age = MOST_AGE_YEARS - 1; age >= 0; age--) {
    next[age] = matters(age + 1) ? age + 1 : next[age + 1]
  }
  return next
}

/** @param rulesets every ruleset that is in force at some time of the run */
export function countingLimits(rulesets: readonly CompiledRuleset[]): CountingLimits {
  const most = (limit: (rules: CompiledRuleset) => number): number => Math.max(...rulesets.map(limit))
  const years = MOST_WORK_YEARS + 1
  const { points } = programRules.fsw.grid.experience
  return {
    nextAge: nextAges(rulesets),
    canadianYears: most(({ canadianWork, parts }) =>
      Math.max(
        lastChange(years, (year) => canadianWork[year]),
        lastChange(years, (year) => canadianWork[years + year]),
        lastChange(years, (year) => parts.canadianColumn[year]),
      ),
    ),
    foreignYears: most(({ parts }) => lastChange(years, (year) => parts.foreignTier[year])),
    totalYears: lastChange(years, (year) => atThreshold(points, year)),
    categoryMonths,
  }
}
