import { describe, expect, it } from 'vitest'
import { compiledRuleset } from '../../shared/crs/score.ts'
import { newestSnapshotNotAfter, publishedDraws } from '../../shared/draws/history.ts'
import { nowcast } from '../../shared/flows/nowcast.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { hashText } from '../../shared/lib/hash.ts'
import { PersonalRandom } from '../../shared/lib/random.ts'
import { lifeOf } from '../../shared/life/assumptions.ts'
import { countingLimits } from '../../shared/life/countingLimits.ts'
import { lifeEvents } from '../../shared/life/events/index.ts'
import { type LifeEventName, noEventDue } from '../../shared/life/lifeEvent.ts'
import { dayOfStep, type Lives } from '../../shared/life/lives.ts'
import { StreamGroups } from '../../shared/life/regimes.ts'
import { populationAssumptions } from '../../shared/pool/assumptions.ts'
import { copyPerson, personColumns } from '../../shared/pool/columns.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import type { LifeEvents } from '../../shared/schema/lifeEvents.ts'
import { regimesOf, written } from '../helpers/lives.ts'

const PEOPLE = 2500
const HORIZON_DAYS = 365
const rules = compiledRuleset('2025-03-25')
const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
const { pool } = synthesizePool({
  snapshot,
  estimate: nowcast(snapshot, publishedDraws),
  rules,
  seed: 'lives',
  size: PEOPLE,
})
const people = personColumns(PEOPLE)
for (let row = 0; row < PEOPLE; row++) copyPerson(pool, row, people, row)

const frequent: LifeEvents = {
  birthdays: { on: true },
  canadianExperience: { on: true },
  foreignExperience: { on: true },
  categoryExperience: { on: true },
  cecWindow: { on: true },
  languageTestExpiry: { on: true, renewedInTime: 0.4 },
  credentialExpiry: { on: true, renewedInTime: 0.4 },
  languageRetakes: { on: true, perYear: 0.4 },
  frenchLearning: { on: true, perYear: 0.2 },
  marriages: { on: true, perYear: 0.2 },
}

/** What each switch of a scenario switches. */
const eventsOf: { [name in keyof LifeEvents]: LifeEventName[] } = {
  birthdays: ['birthdays'],
  canadianExperience: ['canadianExperience'],
  foreignExperience: ['foreignExperience'],
  categoryExperience: ['categoryExperience'],
  cecWindow: ['cecWindow'],
  languageTestExpiry: ['firstTestExpiry', 'secondTestExpiry'],
  credentialExpiry: ['credentialExpiry'],
  languageRetakes: ['languageRetakes'],
  frenchLearning: ['frenchLearning'],
  marriages: ['marriages'],
}

const groups = new StreamGroups(regimesOf())
const lived = (events: LifeEvents): Lives => written(people, { events, groups, horizonDays: HORIZON_DAYS }).lives
const wordsOf = ({ first, words, stepLength }: Lives, life: number): string =>
  words.subarray(first[life] * stepLength, first[life + 1] * stepLength).join()

/** Whether an event comes to somebody before the horizon, asked of the event itself. */
function comesTo(name: LifeEventName): (row: number) => boolean {
  const context = { life: lifeOf(frequent), population: populationAssumptions, limits: countingLimits([rules]) }
  const { first } = lifeEvents[name].prepare(context)
  const random = new PersonalRandom(hashText(`lives/life/${name}/people`))
  const due = noEventDue()
  const ended = { firstLanguage: 0, secondLanguage: 0, education: 0 }
  return (row) => first({ people, row, waitedDays: 0, due, ended }, random.of(row)) <= HORIZON_DAYS
}

describe('the lives of a pool', () => {
  const everything = lived(frequent)

  it.each(Object.entries(eventsOf))('are the same without %s for those to whom it does not come', (name, events) => {
    const without = lived({ ...frequent, [name]: { on: false } })
    const comes = events.map(comesTo)
    const rows = [...Array(PEOPLE).keys()]
    const untouched = rows.filter((row) => !comes.some((comesToRow) => comesToRow(row)))
    expect(untouched.length).toBeGreaterThan(100)
    expect(untouched.filter((row) => wordsOf(everything, row) !== wordsOf(without, row))).toEqual([])
    expect(rows.filter((row) => wordsOf(everything, row) !== wordsOf(without, row)).length).toBeGreaterThan(5)
  })

  it('begin on day 0 and have one step a day at most, each saying something new', () => {
    const { first, words, stepLength } = everything
    let steps = 0
    for (let life = 0; life < PEOPLE; life++) {
      expect(dayOfStep(everything, first[life])).toBe(0)
      for (let step = first[life] + 1; step < first[life + 1]; step++) {
        steps += 1
        expect(dayOfStep(everything, step)).toBeGreaterThan(dayOfStep(everything, step - 1))
        expect(dayOfStep(everything, step)).toBeLessThanOrEqual(HORIZON_DAYS)
        const says = (one: number): string =>
          [words[one * stepLength] >>> 16, ...words.subarray(one * stepLength + 1, (one + 1) * stepLength)].join()
        expect(says(step)).not.toBe(says(step - 1))
      }
    }
    expect(steps).toBeGreaterThan(PEOPLE)
  })

  it('are the same again, for anybody alone too, and others for another seed', () => {
    expect(lived(frequent)).toEqual(everything)
    const other = written(people, { events: frequent, groups, horizonDays: HORIZON_DAYS, seed: 'other' }).lives
    expect(other.words).not.toEqual(everything.words)
  })

  it('go on as they began when they are written further', () => {
    const longer = written(people, { events: frequent, groups, horizonDays: 2 * HORIZON_DAYS }).lives
    for (let life = 0; life < PEOPLE; life++) {
      expect(wordsOf(longer, life).startsWith(wordsOf(everything, life))).toBe(true)
    }
  })
})
