import { parseAsInteger, useQueryState } from 'nuqs'

/** The highest CRS score there is. */
export const MOST_POINTS = 1200
const DEFAULT_SCORE = 500

export const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= MOST_POINTS

/** The score whose chances the page gives, `?score=` of the address. */
export function useScore(): [number, (score: number) => void] {
  const [score, setScore] = useQueryState('score', parseAsInteger.withDefault(DEFAULT_SCORE))
  return [isScore(score) ? score : DEFAULT_SCORE, (next) => void setScore(next)]
}
