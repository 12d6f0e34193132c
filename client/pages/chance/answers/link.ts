import type { Answers } from './answerIds.ts'
import { answersIn, givenAnswers } from './givenAnswers.ts'

const PREFIX = '#p='
const LONGEST = 8000

/** Answers as the part of an address behind `#`, which no browser sends to a server. */
export function hashOf(answers: Answers): string {
  const bytes = new TextEncoder().encode(JSON.stringify(givenAnswers(answers)))
  const text = btoa(String.fromCharCode(...bytes))
  return `${PREFIX}${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** Answers of an address; null when it holds some that cannot be read, undefined when it holds none. */
export function answersInHash(hash: string): Answers | null | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  if (hash.length > LONGEST) return null
  try {
    const text = atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    return answersIn(JSON.parse(new TextDecoder().decode(bytes))) ?? null
  } catch {
    return null
  }
}
