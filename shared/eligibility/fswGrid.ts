import Type from 'typebox'
import { atThreshold } from '../crs/parts.ts'
import { lowestLevel } from '../language/levels.ts'
import { InputError, issue } from '../lib/errors.ts'
import { abilities } from '../schema/common.ts'
import { educationLevels, LanguageLevels } from '../schema/profile.ts'
import { shapeIssues } from '../schema/validate.ts'
import { programRules } from './rules.ts'

const closed = { additionalProperties: false } as const

/** What the 67-point grid asks: the shape of `profile` in `fsw-grid.jsonl`. */
export const FswGridInput = Type.Object(
  {
    age: Type.Integer({ minimum: 0, maximum: 120 }),
    education: Type.Enum([...educationLevels]),
    firstLanguage: LanguageLevels,
    secondLanguage: Type.Union([Type.Null(), LanguageLevels]),
    /** Skilled work anywhere in the last ten years; completed years count. */
    experienceYearsTotal: Type.Number({ minimum: 0, maximum: 60 }),
    arrangedEmployment: Type.Boolean(),
    adaptability: Type.Object(
      {
        applicantWork: Type.Boolean(),
        applicantStudy: Type.Boolean(),
        spouseStudy: Type.Boolean(),
        spouseWork: Type.Boolean(),
        spouseLanguage: Type.Boolean(),
        relative: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
)
export type FswGridInput = Type.Static<typeof FswGridInput>

/** Points by factor, their total of 100, and whether the program's three thresholds are met. */
export interface FswGridScore {
  languageFirst: number
  languageSecond: number
  education: number
  experience: number
  age: number
  arrangedEmployment: number
  adaptability: number
  total: number
  /** The pass mark, the lowest level in the first language, and a year of work. */
  pass: boolean
}

const { grid, language, work } = programRules.fsw

function adaptabilityPoints({ adaptability, arrangedEmployment }: FswGridInput): number {
  const points = grid.adaptability
  const sum =
    (adaptability.applicantWork ? points.applicantWork : 0) +
    (adaptability.applicantStudy ? points.applicantStudy : 0) +
    (adaptability.spouseStudy ? points.spouseStudy : 0) +
    (adaptability.spouseWork ? points.spouseWork : 0) +
    (adaptability.spouseLanguage ? points.spouseLanguage : 0) +
    (arrangedEmployment ? points.arrangedEmployment : 0) +
    (adaptability.relative ? points.relative : 0)
  return Math.min(sum, points.cap)
}

/**
 * The Federal Skilled Worker selection grid (IRPR 76), factor by factor.
 *
 * @example
 * fswGrid(input).total // 67 is the pass mark
 */
export function fswGrid(input: FswGridInput): FswGridScore {
  const levels = input.firstLanguage.clb
  const years = Math.floor(input.experienceYearsTotal)
  const points = {
    languageFirst: abilities.reduce((sum, ability) => sum + atThreshold(grid.languageFirst.points, levels[ability]), 0),
    languageSecond: input.secondLanguage
      ? atThreshold(grid.languageSecond.points, lowestLevel(input.secondLanguage.clb))
      : 0,
    education: grid.education[input.education],
    experience: atThreshold(grid.experience.points, years),
    age: atThreshold(grid.age.points, input.age),
    arrangedEmployment: input.arrangedEmployment ? grid.arrangedEmployment : 0,
    adaptability: adaptabilityPoints(input),
  }
  const total = Object.values(points).reduce((sum, value) => sum + value, 0)
  const pass =
    total >= grid.passMark && lowestLevel(levels) >= language.minimumLevel && years * 12 >= work.minimumMonths
  return { ...points, total, pass }
}

/**
 * A grid input, once its shape holds and the second language is the other one.
 *
 * @throws InputError EE_SHAPE, EE_LANGUAGE_SECOND_SAME
 */
export function readFswGridInput(value: unknown): FswGridInput {
  const issues = shapeIssues(FswGridInput, value)
  if (issues.length > 0) throw new InputError(issues)
  const input = value as FswGridInput
  if (input.secondLanguage?.language === input.firstLanguage.language) {
    const message = `received "${input.secondLanguage.language}", the first language; expected the other official language`
    throw new InputError([issue('EE_LANGUAGE_SECOND_SAME', '$.secondLanguage.language', message)])
  }
  return input
}
