import { describe, expect, it } from 'vitest'
import { packLevels, trait } from '../../../shared/crs/columns.ts'
import { compiledRuleset } from '../../../shared/crs/score.ts'
import { newestSnapshotNotAfter, publishedDraws } from '../../../shared/draws/history.ts'
import { program } from '../../../shared/eligibility/programs.kernel.ts'
import { maskOf } from '../../../shared/eligibility/streamBits.ts'
import { nowcast } from '../../../shared/flows/nowcast.ts'
import { dayOfInstant, parseDay } from '../../../shared/lib/day.ts'
import { COHORTS, cohortOf, compositionOf, isCohortInCanada, nomineeCohort } from '../../../shared/pool/cohort.ts'
import { fact, personColumns } from '../../../shared/pool/columns.ts'
import { synthesizePool } from '../../../shared/pool/population.ts'
import { categoriesChangeOn, evaluateStreams } from '../../../shared/pool/streamMembership.ts'
import { unitGroups } from '../../../shared/profile/noc.ts'

const four = (level: number) => packLevels({ listening: level, reading: level, writing: level, speaking: level })
const occupation = (code: string) => unitGroups.findIndex((group) => group.code === code)

interface Person {
  code?: string
  months?: number
  traits?: number
  first?: number
  second?: number
  canadianYears?: number
  programs?: number
}

function streamsOn(date: string, person: Person): number {
  const people = personColumns(1)
  people.programs[0] = person.programs ?? program.fsw
  people.occupation[0] = occupation(person.code ?? '21231')
  people.occupationMonths[0] = person.months ?? 12
  people.traits[0] = person.traits ?? 0
  people.firstLanguage[0] = four(person.first ?? 9)
  people.secondLanguage[0] = person.second === undefined ? 0 : four(person.second)
  people.canadianWorkYears[0] = person.canadianYears ?? 0
  const out = new Uint16Array(1)
  evaluateStreams(people, 0, 1, parseDay(date), out)
  return out[0]
}

describe('streams of the people in the pool', () => {
  it('need a program', () => {
    expect(streamsOn('2025-12-14', { programs: 0 })).toBe(0)
    expect(streamsOn('2025-12-14', { programs: program.cec | program.fsw, code: '13110' })).toBe(
      maskOf(['general', 'cec', 'fsw']),
    )
  })

  it('of nominees are nominee and general draws only', () => {
    expect(streamsOn('2025-12-14', { traits: trait.provincialNomination })).toBe(maskOf(['general', 'pnp']))
  })

  it('know French in either slot, from NCLC 7', () => {
    const french = maskOf(['french'])
    expect(streamsOn('2025-12-14', { second: 7 }) & french).toBe(french)
    expect(streamsOn('2025-12-14', { second: 6 }) & french).toBe(0)
    expect(streamsOn('2025-12-14', { traits: trait.frenchIsFirst, first: 7 }) & french).toBe(french)
    expect(streamsOn('2025-12-14', { traits: trait.frenchIsFirst, first: 6, second: 9 }) & french).toBe(0)
    expect(streamsOn('2023-05-30', { second: 9 }) & french).toBe(0)
  })

  it('change with the categories of the day', () => {
    const transport = maskOf(['transport'])
    const driver = { code: '73300' }
    expect(streamsOn('2025-02-26', driver) & transport).toBe(transport)
    expect(streamsOn('2025-02-27', driver) & transport).toBe(0)
    expect(categoriesChangeOn(parseDay('2025-02-27'))).toBe(true)
    expect(categoriesChangeOn(parseDay('2025-02-28'))).toBe(false)
  })

  it('need recent work, and in Canada where the category says so', () => {
    const physicians = maskOf(['physicians'])
    expect(streamsOn('2026-03-01', { code: '31102', canadianYears: 1 }) & physicians).toBe(physicians)
    expect(streamsOn('2026-03-01', { code: '31102' }) & physicians).toBe(0)
    const healthcare = maskOf(['healthcare'])
    expect(streamsOn('2025-12-14', { code: '31301', months: 5 }) & healthcare).toBe(0)
    expect(streamsOn('2025-12-14', { code: '31301', months: 6 }) & healthcare).toBe(healthcare)
  })
})

describe('the composition of a draw', () => {
  it('names the program in the order PNP, CEC, FSW, FST, and puts everybody in their group', () => {
    const pool = personColumns(8)
    const ages = [19, 20, 29, 30, 34, 35, 44, 45]
    const programs = [
      program.fst,
      program.fsw | program.fst,
      program.cec | program.fsw,
      program.cec,
      program.cec,
      program.cec,
      program.cec,
      program.cec,
    ]
    for (const [row, age] of ages.entries()) {
      pool.ageYears[row] = age
      pool.programs[row] = programs[row]
      pool.firstLanguage[row] = four(4 + row)
      pool.education[row] = row
      pool.facts[row] = row < 3 ? fact.inCanada : 0
    }
    pool.traits[7] = trait.provincialNomination | trait.frenchIsFirst
    const persons = new Int32Array(COHORTS)
    for (let row = 0; row < 8; row++) persons[cohortOf(pool, row)] += 1
    expect(compositionOf(persons)).toEqual({
      program: { pnp: 1, cec: 5, fsw: 1, fst: 1 },
      age: { 'under-20': 1, '20-29': 2, '30-34': 2, '35-39': 1, '40-44': 1, '45-and-over': 1 },
      education: {
        'less-than-secondary': 1,
        secondary: 1,
        'one-year': 1,
        'two-year': 1,
        'three-year-or-bachelors': 1,
        'two-or-more': 1,
        'masters-or-professional': 1,
        doctoral: 1,
      },
      firstLanguageLevel: { '4-and-below': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1, '10-and-over': 2 },
      firstLanguage: { en: 7, fr: 1 },
      residence: { canada: 3, abroad: 5 },
    })
  })

  it('counts somebody nominated on the way as a nominee, and as who they were in all else', () => {
    const people = personColumns(1)
    people.programs[0] = program.fst
    people.ageYears[0] = 41
    people.education[0] = 4
    people.firstLanguage[0] = four(8)
    const before = cohortOf(people, 0)
    people.traits[0] = trait.provincialNomination
    expect(nomineeCohort(before)).toBe(cohortOf(people, 0))
    expect(isCohortInCanada(before)).toBe(false)
    people.facts[0] = fact.inCanada
    expect(isCohortInCanada(cohortOf(people, 0))).toBe(true)
  })
})

describe('people above the last cutoff of a stream', () => {
  const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
  const estimate = nowcast(snapshot, publishedDraws)
  const { pool, count } = synthesizePool({
    snapshot,
    estimate,
    rules: compiledRuleset('2025-03-25'),
    seed: 'depletion',
    size: 60_000,
  })

  it.each(estimate.lastDraws.filter(({ stream }) => stream !== 'fst').map((draw) => [draw.stream, draw] as const))(
    'of %s came since',
    (stream, { day, cutoff }) => {
      const mask = maskOf([stream])
      const above = [...Array(count).keys()].filter(
        (row) => (pool.streams[row] & mask) !== 0 && pool.score[row] > cutoff,
      )
      expect(above.filter((row) => dayOfInstant(pool.submittedAt[row]) < day)).toEqual([])
    },
  )

  it('are few where a draw was held lately', () => {
    const french = maskOf(['french'])
    const rows = [...Array(count).keys()].filter((row) => (pool.streams[row] & french) !== 0)
    const above = rows.filter((row) => pool.score[row] > 408)
    expect(above.length).toBeGreaterThan(50)
    expect(above.length).toBeLessThan(rows.length / 2)
  })
})
