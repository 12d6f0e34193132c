import type { Answers } from './answerIds.ts'

interface Kept {
  answers: Answers
  submitted: Answers | null
  /** What stood behind the # of the address then. */
  hash: string
}

let kept: Kept | null = null

/** Answers while the reader looks at another page: until the page is loaded again, never written down. */
export const keptAnswers = {
  read: (hash: string): Kept | null => (kept && (hash === '' || kept.hash === hash) ? kept : null),
  write(next: Kept): void {
    kept = next
  },
}
