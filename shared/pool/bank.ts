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

/** Enough for a few persons at every score from 200 to 600; larger banks change no result beyond sampling noise. */
export const BANK_SIZE = 240_000

/**
 * @param on day the categories are read on
 * @param rules ruleset that scores the bank
 */
export function personBank(
  assumptions: PopulationAssumptions,
  rules: CompiledRuleset,
  on: Day,
  seed: string,
  size: number = BANK_SIZE,
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
