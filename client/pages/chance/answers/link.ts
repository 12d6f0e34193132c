import { type AnswerId, type Answers, isAnswerId } from './answerIds.ts'

const PREFIX = '#p='
const LONGEST = 8000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Answers as the part of an address behind `#`, which no browser sends to a server. */
export function hashOf(answers: Answers): string {
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))
  const bytes = new TextEncoder().encode(JSON.stringify(given))
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
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!isRecord(value)) return null
    const known = Object.entries(value).filter(
      (entry): entry is [AnswerId, string] => isAnswerId(entry[0]) && typeof entry[1] === 'string',
    )
    return Object.fromEntries(known)
  } catch {
    return null
  }
}
