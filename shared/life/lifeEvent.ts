import type { RandomStream } from '../lib/random.ts'
import type { PopulationAssumptions } from '../pool/assumptions.ts'
import type { PersonColumns } from '../pool/columns.ts'
import type { LifeAssumptions } from './assumptions.ts'
import type { CountingLimits } from './countingLimits.ts'

/** A day that does not come. */
export const NEVER = 0x7fffffff

export const DAYS_PER_YEAR = 365
export const DAYS_PER_MONTH = DAYS_PER_YEAR / 12

/** Names of the events in the order in which they happen on the same day. */
export const lifeEventNames = [
  'birthdays',
  'canadianExperience',
  'foreignExperience',
  'categoryExperience',
  'cecWindow',
  'firstTestExpiry',
  'secondTestExpiry',
  'credentialExpiry',
  'languageRetakes',
  'frenchLearning',
  'marriages',
] as const
export type LifeEventName = (typeof lifeEventNames)[number]

/** Place of each event in that order. */
export const eventPlace = Object.fromEntries(lifeEventNames.map((name, place) => [name, place])) as {
  readonly [event in LifeEventName]: number
}

/** Days of all events, by {@link eventPlace}: none of them comes. */
export const noEventDue = (): Int32Array => new Int32Array(lifeEventNames.length).fill(NEVER)

/** Somebody whose life is written. Days are counted from the day their facts are as of. */
export interface Person {
  people: PersonColumns
  row: number
  /** Days the profile has been in the pool already. */
  waitedDays: number
  /** When each event happens next, by {@link eventPlace}. An event may put another one off, as a new test does the end of the old. */
  due: Int32Array
  /** What a paper that ended was worth: it counts again when it is renewed. 0 = none has ended. */
  ended: { firstLanguage: number; secondLanguage: number; education: number }
}

/** What events are prepared from. */
export interface LifeContext {
  life: LifeAssumptions
  population: PopulationAssumptions
  limits: CountingLimits
}

/**
 * Something that happens to people while they wait. Nothing in it depends on the draws or on other people. Every event has
 * random numbers of its own for every person: to switch one off changes no number of another.
 */
export interface LifeEvent {
  isOn: (life: LifeAssumptions) => boolean
  prepare: (context: LifeContext) => {
    /** Days until it happens first; {@link NEVER} when it does not. */
    first: (person: Person, random: RandomStream) => number
    /** Makes it happen on `day`. Returns the day on which it happens again, or NEVER. */
    happen: (person: Person, day: number, random: RandomStream) => number
  }
}
