import { describe, expect, it } from 'vitest'
import { lowestOfPacked, trait } from '../../../shared/crs/columns.ts'
import { lifeAssumptions } from '../../../shared/life/assumptions.ts'
import { fact } from '../../../shared/pool/columns.ts'
import { canadianStudyLevels, educationLevels } from '../../../shared/schema/profile.ts'
import { alike, type Facts, fourLevels, occupationOf, type Step, stepsOf } from '../../helpers/lives.ts'

const PEOPLE = 400
const on = { on: true }
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const isOut = ({ streams }: Step): boolean => streams[0].length === 0
const isIn = (stream: string, { streams }: Step): boolean => streams[0].some((one) => one === stream)
const first = ([step]: Step[]): Step => step
const last = (steps: Step[]): Step => steps[steps.length - 1]

describe('a life in which nothing happens', () => {
  it('is one step: the score and streams the profile was submitted with, and those of a nominee', () => {
    const [[step, ...more]] = stepsOf([{}], { events: {} })
    expect(more).toEqual([])
    expect(step.day).toBe(0)
    expect(step.streams[0]).toEqual(expect.arrayContaining(['general', 'fsw']))
    expect(step.nomineeScore).toBe(step.score + 600)
  })
})

describe('birthdays', () => {
  it('cost somebody of 29 five points, on one day of the year to come', () => {
    const lives = stepsOf(alike(PEOPLE, { ageYears: 29 }), { events: { birthdays: on } })
    for (const steps of lives) {
      expect(steps.map(({ score }) => score - steps[0].score)).toEqual([0, -5])
      expect(steps[1].day).toBeGreaterThan(0)
      expect(steps[1].day).toBeLessThan(366)
    }
    expect(Math.abs(meanOf(lives.map((steps) => steps[1].day)) - 183)).toBeLessThan(25)
  })

  it('come every year', () => {
    const [steps] = stepsOf([{ ageYears: 29 }], { events: { birthdays: on }, horizonDays: 3 * 365 })
    expect(steps.slice(2).map(({ day }, index) => day - steps[index + 1].day)).toEqual([365, 365])
  })

  it('that change nothing leave no step', () => {
    expect(stepsOf(alike(50, { ageYears: 22 }), { events: { birthdays: on }, horizonDays: 700 }).flat()).toHaveLength(
      50,
    )
  })
})

describe('experience', () => {
  const newcomer: Facts = { facts: fact.inCanada, canadianWorkYears: 0 }

  it('of a first year in Canada opens CEC and earns points', () => {
    const events = { canadianExperience: { on: true, workingShare: 1 } }
    for (const steps of stepsOf(alike(PEOPLE, newcomer), { events })) {
      expect(steps.map((step) => isIn('cec', step))).toEqual([false, true])
      expect(steps[1].score).toBeGreaterThanOrEqual(steps[0].score + 40)
    }
  })

  it('is had by those who work there, and nowhere else', () => {
    const share = 0.6
    const working = { on: true, workingShare: share }
    const gained = (facts: Facts, events: object) =>
      stepsOf(alike(PEOPLE, facts), { events }).filter((steps) => steps.length > 1).length / PEOPLE
    expect(Math.abs(gained(newcomer, { canadianExperience: working }) - share)).toBeLessThan(0.09)
    expect(gained({ facts: 0 }, { canadianExperience: working })).toBe(0)
    const oneYear = { foreignWorkYears: 2 }
    expect(Math.abs(gained(oneYear, { foreignExperience: working }) - share)).toBeLessThan(0.09)
    expect(gained({ ...oneYear, facts: fact.inCanada }, { foreignExperience: working })).toBe(0)
  })

  it('ends to count after some years', () => {
    const events = { canadianExperience: { on: true, workingShare: 1 } }
    const [steps] = stepsOf([newcomer], { events, horizonDays: 3650 })
    const scores = steps.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(last(steps).day).toBeLessThan(6 * 365)
  })
})

describe("the window of CEC's experience", () => {
  const gone: Facts = { facts: 0, canadianWorkYears: 1 }

  it('closes for those who left Canada, within the longest gap', () => {
    const lives = stepsOf(alike(PEOPLE, gone), { events: { cecWindow: on }, horizonDays: 800 })
    for (const steps of lives) expect(steps.map((step) => isIn('cec', step))).toEqual([true, false])
    const days = lives.map((steps) => steps[1].day)
    expect(Math.max(...days)).toBeLessThanOrEqual(lifeAssumptions.cecWindow.longestGapDays)
    expect(Math.abs(meanOf(days) / lifeAssumptions.cecWindow.longestGapDays - 0.5)).toBeLessThan(0.06)
  })

  it('stays open for those who are there', () => {
    const there = { ...gone, facts: fact.inCanada }
    expect(stepsOf(alike(50, there), { events: { cecWindow: on }, horizonDays: 800 }).flat()).toHaveLength(50)
  })
})

describe('a language test', () => {
  const expiry = (renewedInTime: number, renewedLater: number) => ({
    languageTestExpiry: { on: true, renewedInTime, renewedLater },
  })
  const { validDays, laterDays } = lifeAssumptions.languageTestExpiry

  it('that ends takes the profile out until there is a new one, worth the same', () => {
    for (const steps of stepsOf(alike(PEOPLE), { events: expiry(0, 1), horizonDays: validDays + laterDays.to })) {
      const [before, without, again] = steps
      expect([before, without, again].map(isOut)).toEqual([false, true, false])
      expect(without.day).toBeLessThanOrEqual(validDays)
      expect(again.day - without.day).toBeGreaterThanOrEqual(Math.max(1, laterDays.from))
      expect(again.day - without.day).toBeLessThanOrEqual(laterDays.to)
      expect({ ...again, day: 0 }).toEqual(before)
    }
  })

  it('ends again two years after it was renewed, and is worth the same once more', () => {
    const lives = stepsOf(alike(100), { events: expiry(0, 1), horizonDays: 2 * validDays + 2 * laterDays.to })
    for (const steps of lives) {
      expect(steps.slice(0, 5).map(isOut)).toEqual([false, true, false, true, false])
      expect(steps[3].day - steps[2].day).toBe(validDays)
      expect({ ...steps[4], day: 0 }).toEqual(steps[0])
    }
  })

  it('ends for good for who does not renew it, and never for who does so in time', () => {
    const horizonDays = 2 * validDays
    for (const steps of stepsOf(alike(100), { events: expiry(0, 0), horizonDays })) {
      expect(steps.map(isOut)).toEqual([false, true])
    }
    expect(stepsOf(alike(100), { events: expiry(1, 0), horizonDays }).flat()).toHaveLength(100)
  })

  it('of the second language takes its points and the French category, not the profile', () => {
    const facts = { secondLanguage: fourLevels(8) }
    const lives = stepsOf(alike(PEOPLE, facts), { events: expiry(0, 0), horizonDays: validDays })
    const french = lives.filter((steps) => steps.length === 3 && !isOut(steps[1]))
    expect(french.length).toBeGreaterThan(100)
    for (const [before, after] of french) {
      expect([before, after].map((step) => isIn('french', step))).toEqual([true, false])
      expect(after.score).toBeLessThan(before.score - 20)
    }
  })

  it('is older by the days a profile has waited', () => {
    const ends = (waitedDays: number): number[] =>
      stepsOf(alike(PEOPLE), { events: expiry(0, 0), horizonDays: validDays, waitedDays }).map(([, end]) => end.day)
    const waited = ends(100)
    // Whoever had an older test has renewed it since.
    for (const [person, day] of ends(0).entries())
      expect(waited[person]).toBe(day > 100 ? day - 100 : day - 100 + validDays)
  })
})

describe('the assessment of a foreign credential', () => {
  const events = { credentialExpiry: { on: true, renewedInTime: 0, renewedLater: 0 } }
  const horizonDays = lifeAssumptions.credentialExpiry.validDays

  it('ends: its points are lost, and FSW', () => {
    for (const steps of stepsOf(alike(100), { events, horizonDays })) expect(steps.map(isOut)).toEqual([false, true])
    const trained = { facts: fact.inCanada, canadianWorkYears: 2 }
    for (const steps of stepsOf(alike(100, trained), { events, horizonDays })) {
      expect(steps.map((step) => isIn('fsw', step))).toEqual([true, false])
      expect(isIn('cec', steps[1])).toBe(true)
      expect(steps[1].score).toBeLessThan(steps[0].score - 100)
    }
  })

  it('is not needed for a Canadian one, nor for school', () => {
    const canadian = canadianStudyLevels.indexOf('three-years-or-more') << trait.canadianStudyShift
    expect(stepsOf(alike(100, { traits: canadian }), { events, horizonDays }).flat()).toHaveLength(100)
    const school = { education: educationLevels.indexOf('secondary') }
    expect(stepsOf(alike(100, school), { events, horizonDays }).flat()).toHaveLength(100)
  })
})

describe('months in an occupation', () => {
  const nurse: Facts = { occupation: occupationOf('31301') }
  const working = { on: true, workingShare: 1 }
  const events = { categoryExperience: on, canadianExperience: working, foreignExperience: working }
  const years = { canadianWorkYears: 5, foreignWorkYears: 6, facts: fact.inCanada }

  it('open a category at 6 until 2026, and at 12 since', () => {
    const from = '2026-02-01'
    const to = '2026-06-01'
    for (const steps of stepsOf(alike(100, { ...nurse, ...years, occupationMonths: 3 }), { events, from, to })) {
      const healthcare = steps.map(({ streams }) =>
        [streams[0], streams[streams.length - 1]].map((one) => one.includes('healthcare')),
      )
      expect(healthcare).toEqual([
        [false, false],
        [true, false],
        [true, true],
      ])
      expect(steps[1].day).toBeGreaterThan(2 * 29)
      expect(steps[1].day).toBeLessThan(3 * 31)
      expect(Math.abs(steps[2].day - steps[1].day - 182)).toBeLessThan(2)
    }
  })

  it('do not grow for who does not work', () => {
    const idle = { ...events, canadianExperience: { on: true, workingShare: 0 } }
    expect(stepsOf(alike(100, { ...nurse, ...years, occupationMonths: 3 }), { events: idle }).flat()).toHaveLength(100)
  })
})

describe('a language test taken again', () => {
  it('never makes a score worse, and nobody at the highest level takes one', () => {
    const events = { languageRetakes: { on: true, perYear: 0.6 } }
    const levels = [5, 6, 7, 8, 9, 10]
    const people = levels.flatMap((level) => alike(100, { firstLanguage: fourLevels(level) }))
    const lives = stepsOf(people, { events, horizonDays: 730 })
    for (const [index, steps] of lives.entries()) {
      const scores = steps.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => a - b))
      if (lowestOfPacked(people[index].firstLanguage ?? 0) === 10) expect(steps).toHaveLength(1)
    }
    const better = (level: number): number =>
      lives.filter((steps, index) => people[index].firstLanguage === fourLevels(level) && steps.length > 1).length
    for (const level of [7, 8]) expect(better(level)).toBeGreaterThan(60)
  })

  it('is valid for two more years', () => {
    const events = {
      languageRetakes: { on: true, perYear: 0.6 },
      languageTestExpiry: { on: true, renewedInTime: 0, renewedLater: 0 },
    }
    const lives = stepsOf(alike(PEOPLE, { firstLanguage: fourLevels(8), foreignWorkYears: 6 }), {
      events,
      horizonDays: 729,
    })
    for (const steps of lives) {
      expect(isOut(steps[0])).toBe(false)
      const ends = steps.find(isOut)
      const better = steps.filter((step, index) => index > 0 && !isOut(step))
      if (better.length > 0) expect(ends).toBeUndefined()
    }
    expect(lives.filter((steps) => steps.some(isOut)).length).toBeGreaterThan(30)
    expect(lives.filter((steps) => !steps.some(isOut)).length).toBeGreaterThan(30)
  })

  it('without a better result changes nothing: the old test ends when it would have', () => {
    const people = alike(1000, { firstLanguage: fourLevels(9), foreignWorkYears: 6 })
    const languageTestExpiry = { on: true, renewedInTime: 0, renewedLater: 0 }
    const horizonDays = lifeAssumptions.languageTestExpiry.validDays
    const alone = stepsOf(people, { events: { languageTestExpiry }, horizonDays })
    const events = { languageTestExpiry, languageRetakes: { on: true, perYear: 0.9 } }
    const without = stepsOf(people, { events, horizonDays }).flatMap((steps, person) =>
      steps.some(({ score }, index) => score > steps[0].score && index > 0) ? [] : [{ person, steps }],
    )
    expect(without.length).toBeGreaterThan(100)
    for (const { person, steps } of without) expect(steps).toEqual(alone[person])
  })
})

describe('French learnt on the way', () => {
  it('opens the category from NCLC 7, as often as assumed, to those without it', () => {
    const events = { frenchLearning: { on: true, perYear: 0.6 } }
    const lives = stepsOf(alike(1000), { events, horizonDays: 3650 })
    const opened = lives.filter((steps) => isIn('french', last(steps)))
    expect(lives.every((steps) => !isIn('french', first(steps)))).toBe(true)
    const { level } = lifeAssumptions.frenchLearning
    const total = Object.values(level).reduce((sum, weight) => sum + weight, 0)
    const atLeast = (least: number) =>
      Object.entries(level).reduce((sum, [one, weight]) => sum + (Number(one) >= least ? weight : 0), 0) / total
    // Each ability deviates by a level at most: all four are at 7 for everybody of 8, and for some of 6 and 7.
    expect(opened.length / 1000).toBeGreaterThan(0.9 * atLeast(8))
    expect(opened.length / 1000).toBeLessThan(atLeast(6))
    const speakers = alike(50, { secondLanguage: fourLevels(5) })
    expect(stepsOf(speakers, { events, horizonDays: 3650 }).flat()).toHaveLength(50)
  })
})

describe('a marriage', () => {
  it('brings a spouse who counts, once', () => {
    const events = { marriages: { on: true, perYear: 0.6 } }
    const lives = stepsOf(alike(PEOPLE), { events, horizonDays: 3650 })
    for (const steps of lives) expect(steps.length).toBeLessThanOrEqual(2)
    const changes = lives.filter((steps) => steps.length === 2).map(([before, after]) => after.score - before.score)
    expect(changes.length).toBeGreaterThan(0.9 * PEOPLE)
    expect(new Set(changes).size).toBeGreaterThan(10)
    expect(Math.min(...changes)).toBeLessThan(-20)
    const married = alike(50, { traits: trait.scoredWithSpouse })
    expect(stepsOf(married, { events, horizonDays: 3650 }).flat()).toHaveLength(50)
  })
})
