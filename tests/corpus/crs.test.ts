import { describe, expect, it } from 'vitest'
import { explain } from '../../shared/crs/explain.ts'
import { resolveRuleset } from '../../shared/crs/ruleset.ts'
import { compiledRuleset, type Score, scoreProfile } from '../../shared/crs/score.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'

interface CrsCase {
  id: string
  ruleset: string
  tags: string[]
  profile: Profile
  expected: Score
}

const cases = readCorpus<CrsCase>('crs.jsonl')

describe('every CRS case of the corpus', () => {
  it('is there', () => {
    expect(cases.length).toBe(1116)
    expect(new Set(cases.map(({ ruleset }) => ruleset)).size).toBe(5)
  })

  it.each(['2015-01-01', '2016-11-19', '2017-06-06', '2020-10-20', '2025-03-25'])(
    'scores as expected under %s',
    (id) => {
      const wrong = cases
        .filter(({ ruleset }) => ruleset === id)
        .map(({ id: name, profile, expected }) => ({
          name,
          expected,
          scored: scoreProfile(profile, compiledRuleset(id)),
        }))
        .filter(({ expected, scored }) => JSON.stringify(sorted(scored)) !== JSON.stringify(sorted(expected)))
      expect(wrong).toEqual([])
    },
  )

  it('is explained with the same total', () => {
    const wrong = cases.filter(
      ({ ruleset, profile, expected }) => explain(profile, resolveRuleset(ruleset)).total !== expected.total,
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

/** Keys in one order, so that only values can differ. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
