import { type Pool, status } from '../../shared/pool/columns.ts'

/** A draw the straightforward way: an object a candidate, everybody sorted. The readable twin of `select.kernel.ts`. */
export interface Candidate {
  row: number
  score: number
  submittedAt: number
  id: number
}

export const byRank = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.submittedAt - b.submittedAt || a.id - b.id

export function candidatesOf(pool: Pool, rows: number, streamBit: number): Candidate[] {
  const candidates: Candidate[] = []
  for (let row = 0; row < rows; row++) {
    if (pool.status[row] !== status.inPool || (pool.streams[row] & streamBit) === 0) continue
    candidates.push({ row, score: pool.score[row], submittedAt: pool.submittedAt[row], id: pool.id[row] })
  }
  return candidates
}

export function sortedDraw(candidates: Candidate[], size: number, minimumScore: number): Candidate[] {
  return [...candidates]
    .sort(byRank)
    .filter(({ score }) => score >= minimumScore)
    .slice(0, size)
}
