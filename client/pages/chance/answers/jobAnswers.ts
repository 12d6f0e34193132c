import { nocByCode } from '../../../../shared/profile/noc.ts'
import type { WorkPeriod } from '../../../../shared/schema/profile.ts'
import type { AnswerReader } from './AnswerReader.ts'
import { type Answers, type JobNumber, jobNumbers } from './answerIds.ts'
import { countries, workKinds } from './choices.ts'
import { readDecimal } from './fieldText.ts'

const HOURS_PER_WEEK = 168

/** The jobs the form shows: as many as were asked for. */
export const shownJobs = (answers: Answers): readonly JobNumber[] =>
  jobNumbers.filter((number) => number <= Number(answers.jobs ?? 0))

/** A trade of the FST program: only there a qualification to practise is asked. */
export const isTrade = (code: string): boolean => nocByCode.get(code)?.fst === true

/** The unit group an answer begins with: `21231`, or a code with its title behind it. */
export function codeIn(text: string): string | undefined {
  const code = /^\s*(\d{5})\b/.exec(text)?.[1]
  return code !== undefined && nocByCode.has(code) ? code : undefined
}

function readHours(reader: AnswerReader, number: JobNumber): number | undefined {
  const id = `job${number}.hours` as const
  if (reader.isEmpty(id)) return undefined
  const hours = readDecimal(reader.text(id))
  const isPossible = hours !== undefined && hours >= 1 && hours <= HOURS_PER_WEEK
  return isPossible ? hours : reader.refuse(id, 'hours', { most: HOURS_PER_WEEK })
}

function readJob(reader: AnswerReader, number: JobNumber): WorkPeriod | undefined {
  const nocId = `job${number}.noc` as const
  const noc = codeIn(reader.text(nocId))
  if (noc === undefined) reader.refuse(nocId, reader.isEmpty(nocId) ? 'missing' : 'occupation')
  const country = reader.choice(`job${number}.country`, countries)
  const from = reader.pastDate(`job${number}.from`, reader.date(`job${number}.from`))
  const to = reader.pastDate(`job${number}.to`, reader.optionalDate(`job${number}.to`))
  const hoursPerWeek = readHours(reader, number)
  const kind = reader.choice(`job${number}.kind`, workKinds)
  const qualified = noc !== undefined && isTrade(noc) ? reader.optionalYes(`job${number}.qualified`) : undefined
  if (noc === undefined || country === undefined || from === undefined || kind === undefined) return undefined
  return {
    noc,
    country,
    from,
    ...(to !== undefined && { to }),
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    ...(country === 'canada' && { authorized: kind !== 'unauthorized' }),
    ...(kind === 'self-employed' && { selfEmployed: true }),
    ...(kind === 'student' && { whileFullTimeStudent: true }),
    ...(qualified !== undefined && { qualifiedToPractise: qualified }),
  }
}

/** Every job that could be read, with the number it has in the form. */
export const readJobs = (reader: AnswerReader): { number: JobNumber; job: WorkPeriod }[] =>
  shownJobs(reader.answers).flatMap((number) => {
    const job = readJob(reader, number)
    return job ? [{ number, job }] : []
  })
