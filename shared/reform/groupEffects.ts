import type { Tally } from './effects.kernel.ts'
import type { Grouping, ReformPool } from './pool.ts'

/** One group of the people a draw can invite. */
export interface GroupEffect {
  /** Name within its grouping, such as `20-29`. */
  group: string
  persons: number
  invitedBefore: number
  invitedAfter: number
  /** Invited under the reform and not under the law; the other way round. */
  winners: number
  losers: number
  /** Points gained on average. */
  meanChange: number
}

/** People whose score changes by the same number of points. */
export interface ChangeEffect {
  points: number
  persons: number
  winners: number
  losers: number
}

export function emptyTally(cohorts: number, middle: number): Tally {
  const persons = () => new Int32Array(cohorts)
  const byChange = () => new Int32Array(2 * middle + 1)
  return {
    persons: persons(),
    invitedBefore: persons(),
    invitedAfter: persons(),
    winners: persons(),
    losers: persons(),
    points: new Float64Array(cohorts),
    changed: byChange(),
    winnersByChange: byChange(),
    losersByChange: byChange(),
    middle,
  }
}

export function groupEffects({ cohorts }: ReformPool, grouping: Grouping, tally: Tally): GroupEffect[] {
  const { names, ofCohort } = cohorts.groups[grouping]
  const groups = names.map((group) => ({
    group,
    persons: 0,
    invitedBefore: 0,
    invitedAfter: 0,
    winners: 0,
    losers: 0,
    points: 0,
  }))
  for (let cohort = 0; cohort < cohorts.count; cohort++) {
    const group = groups[ofCohort[cohort]]
    group.persons += tally.persons[cohort]
    group.invitedBefore += tally.invitedBefore[cohort]
    group.invitedAfter += tally.invitedAfter[cohort]
    group.winners += tally.winners[cohort]
    group.losers += tally.losers[cohort]
    group.points += tally.points[cohort]
  }
  return groups
    .filter(({ persons }) => persons > 0)
    .map(({ points, ...group }) => ({ ...group, meanChange: points / group.persons }))
}

export function changeEffects({ changed, winnersByChange, losersByChange, middle }: Tally): ChangeEffect[] {
  const changes: ChangeEffect[] = []
  for (const [index, persons] of changed.entries()) {
    if (persons === 0) continue
    changes.push({ points: index - middle, persons, winners: winnersByChange[index], losers: losersByChange[index] })
  }
  return changes.sort((a, b) => b.persons - a.persons || b.points - a.points)
}
