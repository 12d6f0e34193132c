import type { CompiledRuleset } from '../crs/compile.ts'
import { scoreRows } from '../crs/score.kernel.ts'
import type { Day } from '../lib/day.ts'
import { randomStream } from '../lib/random.ts'
import { weightedChoice } from '../lib/weightedChoice.ts'
import type { PopulationAssumptions } from './assumptions.ts'
import { type PersonColumns, personColumns } from './columns.ts'
import { personWriters } from './person.ts'
import { evaluatePrograms } from './programs.ts'
import { evaluateStreams } from './streamMembership.ts'

/**
 * A bank of random, eligible, scored persons: the people from whom the pool and its arrivals are drawn, each as often as
 * calibration weighs them. In proportion to the archetypes' shares it is what is submitted, not who is waiting.
 */
export interface PersonBank {
  size: number
  people: PersonColumns
  score: Uint16Array
  streams: Uint16Array
}

/** Persons in a bank: as many as the pool holds, within bounds that keep rare scores occupied and large pools quick. */
export const bankSize = (poolSize: number): number => Math.min(150_000, Math.max(30_000, poolSize))

/**
 * @param on day the categories are read on
 * @param rules ruleset that scores the bank
 */
export function personBank(
  assumptions: PopulationAssumptions,
  rules: CompiledRuleset,
  on: Day,
  seed: string,
  size: number,
): PersonBank {
  const random = randomStream(seed, 'population/people')
  const writers = personWriters(assumptions)
  const archetypes = weightedChoice(assumptions.archetypes.map(({ share }) => share))
  const people = personColumns(size)
  const bank: PersonBank = { size, people, score: new Uint16Array(size), streams: new Uint16Array(size) }
  for (let row = 0; row < size; ) {
    writers[archetypes.pick(random)](people, row, random)
    evaluatePrograms(people, row)
    if (people.programs[row] !== 0) row += 1
  }
  scoreRows(rules, people, 0, size, bank.score)
  evaluateStreams(people, 0, size, on, bank.streams)
  return bank
}
