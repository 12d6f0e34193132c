import { fact } from '../../pool/columns.ts'
import type { CountingLimits } from '../countingLimits.ts'
import { DAYS_PER_YEAR, type LifeContext, type LifeEvent, NEVER, type Person } from '../lifeEvent.ts'

/** Years of work in Canada or abroad, for those who go on working there. */
interface YearsOfWork {
  column: 'canadianWorkYears' | 'foreignWorkYears'
  isInCanada: boolean
  workingShare: number
  /** Completed years after which more count for nothing in the CRS. */
  mostYears: number
}

function completeYears({ column, isInCanada, workingShare, mostYears }: YearsOfWork, { totalYears }: CountingLimits) {
  const oneMoreCounts = ({ people, row }: Person): boolean =>
    people[column][row] < mostYears || people.canadianWorkYears[row] + people.foreignWorkYears[row] < totalYears
  const worksThere = ({ people, row }: Person): boolean => ((people.facts[row] & fact.inCanada) !== 0) === isInCanada
  return {
    first: (person: Person, random: { integer: (below: number) => number; chance: (share: number) => boolean }) => {
      const day = 1 + random.integer(DAYS_PER_YEAR)
      return random.chance(workingShare) && worksThere(person) && oneMoreCounts(person) ? day : NEVER
    },
    happen: (person: Person, day: number) => {
      person.people[column][person.row] += 1
      return oneMoreCounts(person) ? day + DAYS_PER_YEAR : NEVER
    },
  }
}

/** Those who work in Canada complete another year of it; the first one opens CEC. */
export const canadianExperience: LifeEvent = {
  isOn: ({ canadianExperience: { on } }) => on,
  prepare: ({ life, limits }: LifeContext) => {
    const { workingShare } = life.canadianExperience
    const mostYears = limits.canadianYears
    return completeYears({ column: 'canadianWorkYears', isInCanada: true, workingShare, mostYears }, limits)
  },
}

/** Those who work abroad complete another year of it. */
export const foreignExperience: LifeEvent = {
  isOn: ({ foreignExperience: { on } }) => on,
  prepare: ({ life, limits }: LifeContext) => {
    const { workingShare } = life.foreignExperience
    const mostYears = limits.foreignYears
    return completeYears({ column: 'foreignWorkYears', isInCanada: false, workingShare, mostYears }, limits)
  },
}
