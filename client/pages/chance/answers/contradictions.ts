import { testScales } from '../../../../shared/language/tests.ts'
import type { Day } from '../../../../shared/lib/day.ts'
import { InputError, type Issue } from '../../../../shared/lib/errors.ts'
import plausibility from '../../../../shared/profile/plausibility.json'
import { readProfile } from '../../../../shared/profile/readProfile.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { JobNumber, LanguageSlot } from './answerIds.ts'
import type { Problem } from './problem.ts'

/** Which fields of the form the lists of a profile came from. */
export interface Origins {
  tests: readonly LanguageSlot[]
  jobs: readonly JobNumber[]
  /** Without an age nothing can contradict it. */
  isAgeKnown: boolean
}

function issuesOf(draft: Profile, isAgeKnown: boolean, today: Day): readonly Issue[] {
  const { age, ...ageless } = draft
  try {
    readProfile(isAgeKnown ? draft : ageless, today)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.issues.filter(({ code }) => code !== 'EE_SHAPE')
    throw error
  }
}

/** More years than the age can hold, or than the dated jobs leave room for. */
function yearsProblem(draft: Profile, slot: 'canadian' | 'foreign'): Problem {
  const id = `${slot}.years` as const
  const years = Math.floor(slot === 'canadian' ? draft.canadianWorkYears : draft.foreignWorkYears)
  const most = Math.max(0, draft.age - plausibility.earliestWorkAge)
  const together = Math.floor(draft.canadianWorkYears + draft.foreignWorkYears)
  if (years > most) return { id, key: 'workExceedsAge', values: { years, age: draft.age, most } }
  if (together > draft.age) return { id, key: 'workTogether', values: { years: together, age: draft.age } }
  return { id, key: 'jobsExceedYears', values: { years } }
}

function testProblem(draft: Profile, slot: LanguageSlot, index: number): Problem {
  const id = `${slot}.date` as const
  const test = draft.languageTests?.[index]
  const { birthDate } = draft
  if (test && birthDate !== undefined && test.date <= birthDate) {
    return { id, key: 'beforeBirth', values: { date: birthDate } }
  }
  const period = test && testScales[test.test].scalePeriod
  return { id, key: 'testPeriod', values: { from: period?.from ?? '', to: period?.to ?? '' } }
}

function jobProblem(draft: Profile, number: JobNumber, index: number, part: string): Problem {
  const job = draft.work?.[index]
  const { birthDate } = draft
  if (part === 'noc') return { id: `job${number}.noc`, key: 'occupation' }
  if (part === 'from') return { id: `job${number}.from`, key: 'beforeBirth', values: { date: birthDate ?? '' } }
  return { id: `job${number}.to`, key: 'endsBeforeStart', values: { date: job?.from ?? '' } }
}

function problemOf({ path, message }: Issue, draft: Profile, { tests, jobs }: Origins): Problem {
  const member = /^\$\.(languageTests|work)\[(\d+)\](?:\.(\w+))?/.exec(path)
  const index = Number(member?.[2])
  if (member?.[1] === 'languageTests' && tests[index]) return testProblem(draft, tests[index], index)
  if (member?.[1] === 'work' && jobs[index]) return jobProblem(draft, jobs[index], index, member[3] ?? '')
  if (path === '$.canadianWorkYears') return yearsProblem(draft, 'canadian')
  if (path === '$.foreignWorkYears') return yearsProblem(draft, 'foreign')
  if (path === '$.secondLanguage.language') return { id: 'second.test', key: 'sameLanguage' }
  if (path === '$.permitUntil') return { id: 'permit', key: 'beforeBirth', values: { date: draft.birthDate ?? '' } }
  if (path === '$.submittedAt') return { id: 'submitted', key: 'beforeBirth', values: { date: draft.birthDate ?? '' } }
  return { id: 'age', key: 'other', values: { message } }
}

/** What `readProfile` finds impossible in a draft, beside the fields of the form. */
export const contradictions = (draft: Profile, origins: Origins, today: Day): Problem[] =>
  issuesOf(draft, origins.isAgeKnown, today).map((issue) => problemOf(issue, draft, origins))
