import { describe, expect, it } from 'vitest'
import { eligibility } from '../../shared/eligibility/streams.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'

const cases = readCorpus<{ id: string; profile: Profile }>('crs.jsonl')
const onDay = parseDay('2025-12-17')

describe('every profile of the corpus', () => {
  it('is complete and valid', () => {
    const refused = cases.flatMap(({ id, profile }) => {
      try {
        readProfile(profile, onDay)
        return []
      } catch (error) {
        return [`${id}: ${error}`]
      }
    })
    expect(refused).toEqual([])
  })

  it('gets an answer that says what was assumed, and is in the pool only under a program', () => {
    for (const { profile } of cases) {
      const { programs, streams, program } = eligibility(profile, onDay)
      expect(programs.cec.reasons.map(({ key }) => key)).toContain('assumed.languageTest')
      const federal = [programs.cec, programs.fsw, programs.fst].some(({ eligible }) => eligible)
      expect(streams.includes('general')).toBe(federal)
      expect(program !== null).toBe(federal)
      expect(streams.includes('pnp')).toBe(federal && profile.provincialNomination)
    }
  })
})
