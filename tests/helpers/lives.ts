import { packLevels } from '../../shared/crs/columns.ts'
import { compiledRuleset } from '../../shared/crs/score.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { lifeOf } from '../../shared/life/assumptions.ts'
import { countingLimits } from '../../shared/life/countingLimits.ts'
import { dayOfStep, type Lives, nomineeRatingOfStep, ratingOfStep, writeLives } from '../../shared/life/lives.ts'
import { groupOfRating, scoreOfRating } from '../../shared/life/rating.ts'
import { regimesBetween, StreamGroups } from '../../shared/life/regimes.ts'
import { populationAssumptions } from '../../shared/pool/assumptions.ts'
import { type PersonColumns, personColumns } from '../../shared/pool/columns.ts'
import { evaluatePrograms } from '../../shared/pool/programs.ts'
import { unitGroups } from '../../shared/profile/noc.ts'
import { type Stream, streams } from '../../shared/schema/common.ts'
import type { LifeEvents } from '../../shared/schema/lifeEvents.ts'
import { educationLevels } from '../../shared/schema/profile.ts'
import { withoutLife } from './scenarios.ts'

export type Facts = { -readonly [field in keyof PersonColumns]?: number }

export const fourLevels = (level: number): number =>
  packLevels({ listening: level, reading: level, writing: level, speaking: level })

export const occupationOf = (noc: string): number => unitGroups.findIndex(({ code }) => code === noc)

/** A software engineer abroad whom FSW takes. */
const abroad: Facts = {
  ageYears: 27,
  education: educationLevels.indexOf('masters-or-professional'),
  firstLanguage: fourLevels(9),
  foreignWorkYears: 3,
  occupation: occupationOf('21231'),
  occupationMonths: 36,
}

/** People with these facts, one after the other, their programs worked out. */
export function handMade(people: readonly Facts[]): PersonColumns {
  const columns = personColumns(people.length)
  for (const [row, facts] of people.entries()) {
    for (const [field, value] of Object.entries({ ...abroad, ...facts })) columns[field as keyof Facts][row] = value
    evaluatePrograms(columns, row)
  }
  return columns
}

/** What a profile says from a day on. */
export interface Step {
  day: number
  score: number
  /** Score once a province has nominated them. */
  nomineeScore: number
  /** By regime; none = in no program, so not in the pool. */
  streams: Stream[][]
}

export interface LivesAsked {
  /** What happens to them; nothing else does. */
  events: LifeEvents
  horizonDays?: number
  /** Days the profiles have waited already. */
  waitedDays?: number
  seed?: string
  /** Days on which other categories or rules may be in force. */
  from?: string
  to?: string
  groups?: StreamGroups
}

const rules = compiledRuleset('2025-03-25')

/** The regimes of these days. */
export const regimesOf = (from = '2025-12-14', to = from) =>
  regimesBetween([], rules, parseDay(from), parseDay(to)).regimes

export function written(people: PersonColumns, asked: LivesAsked): { lives: Lives; groups: StreamGroups } {
  const { events, horizonDays = 365, waitedDays, seed = 'lives', from, to } = asked
  const groups = asked.groups ?? new StreamGroups(regimesOf(from, to))
  const rows = people.ageYears.map((_, row) => row)
  const allRows = Int32Array.from(rows.keys())
  const context = {
    life: lifeOf({ ...withoutLife, ...events }),
    population: populationAssumptions,
    limits: countingLimits([rules]),
  }
  const waited = waitedDays === undefined ? {} : { waitedDays: new Int32Array(allRows.length).fill(waitedDays) }
  const beginners = [{ name: 'people', people, rows: allRows, ...waited }]
  return { lives: writeLives({ beginners, seed, rulesets: [rules], groups, context, horizonDays }), groups }
}

/** The lives of hand-made people, step by step. */
export function stepsOf(people: readonly Facts[], asked: LivesAsked): Step[][] {
  const { lives, groups } = written(handMade(people), asked)
  const regimes = regimesOf(asked.from, asked.to)
  const streamsOf = (group: number): Stream[][] =>
    regimes.map((_, regime) => streams.filter((stream) => groups.members(regime, stream)[group] === 1))
  return people.map((_, life) =>
    Array.from({ length: lives.first[life + 1] - lives.first[life] }, (_unused, index) => {
      const step = lives.first[life] + index
      const rating = ratingOfStep(lives, step, 0)
      return {
        day: dayOfStep(lives, step),
        score: scoreOfRating(rating),
        nomineeScore: scoreOfRating(nomineeRatingOfStep(lives, step, 0)),
        streams: streamsOf(groupOfRating(rating)),
      }
    }),
  )
}

/** So many people who are alike: they differ only in their random numbers. */
export const alike = (count: number, facts: Facts = {}): Facts[] => Array.from({ length: count }, () => facts)
