import { fromBase64Url, toBase64Url } from '../../../lib/base64Url.ts'
import type { Answers } from './answerIds.ts'
import { answersIn, givenAnswers } from './givenAnswers.ts'

const PREFIX = '#p='
const LONGEST = 8000

/** Answers as the part of an address behind `#`, which no browser sends to a server. */
export function hashOf(answers: Answers): string {
  return `${PREFIX}${toBase64Url(JSON.stringify(givenAnswers(answers)))}`
}

/** Answers of an address; null when it holds some that cannot be read, undefined when it holds none. */
export function answersInHash(hash: string): Answers | null | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  if (hash.length > LONGEST) return null
  try {
    return answersIn(JSON.parse(fromBase64Url(hash.slice(PREFIX.length)))) ?? null
  } catch {
    return null
  }
}
