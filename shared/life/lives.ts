import { trait } from '../crs/columns.ts'
import type { CompiledRuleset } from '../crs/compile.ts'
import { scoreRows } from '../crs/score.kernel.ts'
import { hashText } from '../lib/hash.ts'
import { PersonalRandom } from '../lib/random.ts'
import { cohortOf } from '../pool/cohort.ts'
import { copyPerson, type PersonColumns, personColumns } from '../pool/columns.ts'
import { evaluatePrograms } from '../pool/programs.ts'
import { lifeEvents } from './events/index.ts'
import {
  eventPlace,
  type LifeContext,
  type LifeEvent,
  lifeEventNames,
  NEVER,
  noEventDue,
  type Person,
} from './lifeEvent.ts'
import { ratingOf } from './rating.ts'
import type { StreamGroups } from './regimes.ts'

/**
 * The lives of everybody who is or may come into the pool, written once for all replications: a step is what a profile says
 * from a day on, until the next step. What happens to somebody of itself (birthdays, experience, tests, marriages) does not
 * depend on the draws, so a replication only has to read: a profile takes the rating of its next step when the day comes.
 */
export interface Lives {
  /** First step of each life; one more entry closes the last. A life's steps stand side by side in order of time. */
  first: Int32Array
  /**
   * The steps, `stepLength` words each, read through the functions below. All of a step stands together: the simulation
   * jumps from life to life, and a jump in memory costs more than all it computes there.
   */
  words: Int32Array
  stepLength: number
}

/** Words of a step: day and cohort, then two ratings (see rating.ts) a ruleset of the run, as is and once nominated. */
const RATINGS = 1
const stepLengthOf = (rulesets: number): number => RATINGS + 2 * rulesets

/** Days from the day the life begins. */
export const dayOfStep = ({ words, stepLength }: Lives, step: number): number => words[step * stepLength] & 0xffff

/** Who it is, as compositions tell people apart (shared/pool/cohort.ts). */
export const cohortOfStep = ({ words, stepLength }: Lives, step: number): number => words[step * stepLength] >>> 16

/** Score and streams under a ruleset. */
export const ratingOfStep = ({ words, stepLength }: Lives, step: number, rules: number): number =>
  words[step * stepLength + RATINGS + 2 * rules]

/** The same for somebody whom a province has nominated on the way. */
export const nomineeRatingOfStep = ({ words, stepLength }: Lives, step: number, rules: number): number =>
  words[step * stepLength + RATINGS + 2 * rules + 1]

/** People whose lives begin together. */
export interface Beginners {
  /** Tells their random numbers from those of others. */
  name: string
  people: PersonColumns
  /** Row of each of them in `people`. */
  rows: ArrayLike<number>
  /** Days each has been in the pool already; absent = none. */
  waitedDays?: ArrayLike<number>
}

export interface LivesRequest {
  beginners: readonly Beginners[]
  seed: string
  rulesets: readonly CompiledRuleset[]
  groups: StreamGroups
  context: LifeContext
  /** Nothing is written for later days. */
  horizonDays: number
}

/** Steps that grow as they are written. */
class StepList {
  readonly lives: Lives
  count = 0

  constructor(people: number, rulesets: number) {
    const stepLength = stepLengthOf(rulesets)
    const words = new Int32Array(stepLength * (3 * people + 1024))
    this.lives = { first: new Int32Array(people + 1), words, stepLength }
  }

  /** Room for one more step. Returns the place of its first word. */
  append(): number {
    const { lives } = this
    const at = this.count * lives.stepLength
    this.count += 1
    if (at + lives.stepLength > lives.words.length) {
      const longer = new Int32Array(Math.ceil(1.5 * lives.words.length))
      longer.set(lives.words)
      lives.words = longer
    }
    return at
  }
}

/** Writes lives, one after the other, with one person on the desk at a time. */
class LifeWriter {
  readonly #request: LivesRequest
  readonly #steps: StepList
  readonly #score = new Uint16Array(1)
  readonly #person: Person = {
    people: personColumns(1),
    row: 0,
    waitedDays: 0,
    due: noEventDue(),
    ended: { firstLanguage: 0, secondLanguage: 0, education: 0 },
  }

  constructor(request: LivesRequest, steps: StepList) {
    this.#request = request
    this.#steps = steps
  }

  /** Writes the ratings of the person as they stand, every second word from `at` on. */
  #writeRatings(words: Int32Array, at: number): void {
    const { rulesets, groups } = this.#request
    const group = groups.groupOf(this.#person.people, 0)
    for (let index = 0; index < rulesets.length; index++) {
      scoreRows(rulesets[index], this.#person.people, 0, 1, this.#score)
      words[at + 2 * index] = ratingOf(this.#score[0], group)
    }
  }

  /**
   * Writes what holds from the end of `day` on: a day is one step whatever happened on it, and none when nothing changed.
   *
   * @param first step with which the life begins
   */
  #writeStep(day: number, first: number): void {
    const { people } = this.#person
    const steps = this.#steps
    evaluatePrograms(people, 0)
    if (steps.count > first && dayOfStep(steps.lives, steps.count - 1) === day) steps.count -= 1
    const at = steps.append()
    const { words, stepLength } = steps.lives
    words[at] = day | (cohortOf(people, 0) << 16)
    this.#writeRatings(words, at + RATINGS)
    const traits = people.traits[0]
    people.traits[0] |= trait.provincialNomination
    this.#writeRatings(words, at + RATINGS + 1)
    people.traits[0] = traits
    if (steps.count - 1 > first && isSameBut(words, at, at - stepLength, stepLength)) steps.count -= 1
  }

  #begin(beginners: Beginners, index: number, events: readonly PreparedEvent[]): void {
    const person = this.#person
    copyPerson(beginners.people, beginners.rows[index], person.people, 0)
    person.waitedDays = beginners.waitedDays?.[index] ?? 0
    person.ended.firstLanguage = 0
    person.ended.secondLanguage = 0
    person.ended.education = 0
    for (const event of events) {
      event.random.of(index)
      person.due[event.place] = event.first(person, event.random)
      event.drawn = event.random.occasion
    }
  }

  write(beginners: Beginners, index: number, events: readonly PreparedEvent[]): void {
    const { horizonDays } = this.#request
    const person = this.#person
    const first = this.#steps.count
    this.#begin(beginners, index, events)
    this.#writeStep(0, first)
    for (;;) {
      const event = nextEvent(person, events)
      const day = event === undefined ? NEVER : person.due[event.place]
      if (event === undefined || day > horizonDays) return
      person.due[event.place] = event.happen(person, day, event.random.of(index, event.drawn))
      event.drawn = event.random.occasion
      this.#writeStep(day, first)
    }
  }
}

/** Whether two steps say the same from different days on. */
function isSameBut(words: Int32Array, at: number, before: number, stepLength: number): boolean {
  if (words[at] >>> 16 !== words[before] >>> 16) return false
  for (let word = 1; word < stepLength; word++) if (words[at + word] !== words[before + word]) return false
  return true
}

/** An event, and how many of the person's numbers it has drawn. */
interface PreparedEvent extends ReturnType<LifeEvent['prepare']> {
  /** In the order of events. */
  place: number
  random: PersonalRandom
  drawn: number
}

function preparedEvents({ context, seed }: LivesRequest, name: string): PreparedEvent[] {
  return lifeEventNames
    .filter((event) => lifeEvents[event].isOn(context.life))
    .map((event) => ({
      place: eventPlace[event],
      random: new PersonalRandom(hashText(`${seed}/life/${event}/${name}`)),
      drawn: 0,
      ...lifeEvents[event].prepare(context),
    }))
}

/** The event that is due first; on the same day the first in order. */
function nextEvent({ due }: Person, events: readonly PreparedEvent[]): PreparedEvent | undefined {
  let next: PreparedEvent | undefined
  let day = NEVER
  for (const event of events) {
    if (due[event.place] < day) {
      day = due[event.place]
      next = event
    }
  }
  return next
}

/** Writes the lives of all beginners, in their order. */
export function writeLives(request: LivesRequest): Lives {
  const people = request.beginners.reduce((sum, { rows }) => sum + rows.length, 0)
  const steps = new StepList(people, request.rulesets.length)
  const writer = new LifeWriter(request, steps)
  let life = 0
  for (const beginners of request.beginners) {
    const events = preparedEvents(request, beginners.name)
    for (let index = 0; index < beginners.rows.length; index++) {
      steps.lives.first[life++] = steps.count
      writer.write(beginners, index, events)
    }
  }
  steps.lives.first[life] = steps.count
  return steps.lives
}
