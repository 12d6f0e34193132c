import { describe, expect, it } from 'vitest'
import { type FswGridScore, fswGrid, readFswGridInput } from '../../shared/eligibility/fswGrid.ts'
import { readCorpus } from '../helpers/corpus.ts'

interface GridCase {
  id: string
  profile: unknown
  expected: FswGridScore
}

const cases = readCorpus<GridCase>('fsw-grid.jsonl')

describe('every case of the 67-point grid', () => {
  it('is there', () => {
    expect(cases).toHaveLength(106)
  })

  it('gives the expected points, factor by factor', () => {
    const scored = cases.map(({ id, profile }) => ({ id, expected: fswGrid(readFswGridInput(profile)) }))
    expect(scored).toEqual(cases.map(({ id, expected }) => ({ id, expected })))
  })
})
