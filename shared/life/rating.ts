/**
 * Score and group of streams of a person in one number: of two ratings the higher has the higher score. The group is below
 * 16 bits; group 0 is that of people who are in no stream and so not in the pool.
 */
export const ratingOf = (score: number, group: number): number => (score << 16) | group
export const scoreOfRating = (rating: number): number => rating >>> 16
export const groupOfRating = (rating: number): number => rating & 0xffff

export const NO_GROUP = 0
