import type { CompiledRuleset } from '../../../shared/crs/compile.ts'
import { scoreRows } from '../../../shared/crs/score.kernel.ts'
import { hashText } from '../../../shared/lib/hash.ts'
import { PersonalRandom } from '../../../shared/lib/random.ts'
import { countingLimits } from '../../../shared/life/countingLimits.ts'
import { lifeEvents } from '../../../shared/life/events/index.ts'
import {
  eventPlace,
  type LifeEventName,
  lifeEventNames,
  noEventDue,
  type Person,
} from '../../../shared/life/lifeEvent.ts'
import { cohortOf } from '../../../shared/pool/cohort.ts'
import { type PersonColumns, personColumns } from '../../../shared/pool/columns.ts'
import { evaluatePrograms } from '../../../shared/pool/programs.ts'
import type { StreamsOf } from '../../../shared/pool/streamMembership.ts'
import type { RunSettings } from '../../../shared/simulation/settings.ts'

/** What a profile says, one number a field. */
export type Facts = { -readonly [field in keyof PersonColumns]: number }

/** Somebody, in the pool or not: what is true of them today, and what will happen to them next. */
export interface TwinPerson {
  facts: Facts
  /** Day on which their life began to be told. */
  baseDay: number
  /** Their place among those whose lives began with them, by which they are told apart in random numbers. */
  index: number
  origin: Origin
  due: Person['due']
  ended: Person['ended']
  /** How many of their random numbers each event has drawn. */
  drawn: { [event in LifeEventName]: number }
  /** Worked out from the facts under the rules of the day. */
  score: number
  streams: number
}

/** Where people come from. */
export type Origin = 'pool' | 'newcomers'

const fields = Object.keys(personColumns(0)) as (keyof PersonColumns)[]
const origins: readonly Origin[] = ['pool', 'newcomers']
const each = <Value>(value: () => Value) =>
  Object.fromEntries(lifeEventNames.map((name) => [name, value()])) as { [event in LifeEventName]: Value }

export function factsOf(people: PersonColumns, row: number): Facts {
  return Object.fromEntries(fields.map((field) => [field, people[field][row]])) as Facts
}

/** The rules by which people are scored and told apart on a day. */
export interface RulesOfDay {
  rules: CompiledRuleset
  streamsOf: StreamsOf
}

/** Lives told day by day: an event happens to a person when its day has come. */
export class LifeTeller {
  /** The person who is looked at: the engine's own rules read and write one row of columns. */
  readonly #desk = personColumns(1)
  readonly #score = new Uint16Array(1)
  readonly #events

  constructor({ life, seed, assumptions, rules, lawOfSnapshot }: RunSettings) {
    const limits = countingLimits([lawOfSnapshot, ...rules.map((dated) => dated.rules)])
    const context = { life, population: assumptions, limits }
    this.#events = lifeEventNames
      .filter((name) => lifeEvents[name].isOn(life))
      .map((name) => ({
        name,
        ...lifeEvents[name].prepare(context),
        random: Object.fromEntries(
          origins.map((origin) => [origin, new PersonalRandom(hashText(`${seed}/life/${name}/${origin}`))]),
        ) as { [origin in Origin]: PersonalRandom },
      }))
  }

  /** A person whose life begins today. */
  begin(facts: Facts, origin: Origin, index: number, baseDay: number, waitedDays: number): TwinPerson {
    const due = noEventDue()
    const ended = { firstLanguage: 0, secondLanguage: 0, education: 0 }
    const person = { facts, baseDay, index, origin, due, ended, drawn: each(() => 0), score: 0, streams: 0 }
    this.#put(facts)
    for (const { name, first, random } of this.#events) {
      const own = random[origin].of(index)
      due[eventPlace[name]] = first({ people: this.#desk, row: 0, waitedDays, due, ended }, own)
      person.drawn[name] = own.occasion
    }
    return person
  }

  /** Lets what is due today happen. Returns whether anything did. */
  live(person: TwinPerson, today: number): boolean {
    const { due, drawn, ended, index, origin } = person
    const day = today - person.baseDay
    let isChanged = false
    for (const { name, happen, random } of this.#events) {
      if (due[eventPlace[name]] !== day) continue
      if (!isChanged) this.#put(person.facts)
      isChanged = true
      const own = random[origin].of(index, drawn[name])
      due[eventPlace[name]] = happen({ people: this.#desk, row: 0, waitedDays: 0, due, ended }, day, own)
      drawn[name] = own.occasion
    }
    if (isChanged) {
      evaluatePrograms(this.#desk, 0)
      for (const field of fields) person.facts[field] = this.#desk[field][0]
    }
    return isChanged
  }

  /** Works out score and streams. */
  rate(person: TwinPerson, { rules, streamsOf }: RulesOfDay): void {
    this.#put(person.facts)
    scoreRows(rules, this.#desk, 0, 1, this.#score)
    person.score = this.#score[0]
    person.streams = streamsOf(this.#desk, 0)
  }

  /** Who it is, as compositions tell people apart. */
  cohortOf(person: TwinPerson): number {
    this.#put(person.facts)
    return cohortOf(this.#desk, 0)
  }

  #put(facts: Facts): void {
    for (const field of fields) this.#desk[field][0] = facts[field]
  }
}
