import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeProfile, scoringColumns } from '../../shared/crs/columns.ts'
import { compileRuleset } from '../../shared/crs/compile.ts'
import { type Explanation, explain } from '../../shared/crs/explain.ts'
import { resolveRuleset, rulesets } from '../../shared/crs/ruleset.ts'
import { scoreRows } from '../../shared/crs/score.kernel.ts'
import { type Score, scoreProfile } from '../../shared/crs/score.ts'
import type { Ruleset } from '../../shared/schema/ruleset.ts'
import { arbitraryProfile } from '../helpers/arbitraries.ts'

const wagePoints = { 'x1-3': 30, 'x1-5': 70, x2: 110 }
const filledIn = ['work', 'offer'].flatMap((kind) =>
  Object.entries(wagePoints).map(([level, value]) => ({ path: `additional.highWage.${kind}.${level}`, value })),
)
/** Every ruleset, and the two readings of the unknown one: the higher of work and offer, or both added. */
const candidates: Ruleset[] = [
  ...rulesets.map(({ id, unknown }) => resolveRuleset(id, unknown.length > 0 ? filledIn : [])),
  resolveRuleset('2026-11-03', [...filledIn, { path: 'additional.highWage.combine', value: 'sum' }]),
]
const compiled = new Map(candidates.map((ruleset) => [ruleset, compileRuleset(ruleset)]))

function tablesOf(ruleset: Ruleset) {
  const rules = compiled.get(ruleset)
  if (!rules) throw new Error('not compiled')
  return rules
}

const totalOf = ({ sections }: Explanation, name: string): number =>
  sections.find(({ section }) => section === name)?.total ?? Number.NaN

describe('the kernel and its readable twin', () => {
  it.each(candidates.map((ruleset, index) => [`${ruleset.id} (${index})`, ruleset] as const))(
    'agree on every section under %s',
    (_, ruleset) => {
      fc.assert(
        fc.property(arbitraryProfile, (profile) => {
          const scored: Score = scoreProfile(profile, tablesOf(ruleset))
          const explained = explain(profile, ruleset)
          expect(scored.total).toBe(explained.total)
          for (const name of ['core', 'spouse', 'transferability', 'additional'] as const) {
            expect(scored[name].total, name).toBe(totalOf(explained, name))
          }
          const { core, spouse, transferability, additional } = scored
          expect(core.total + spouse.total + transferability.total + additional.total).toBe(scored.total)
        }),
        { numRuns: 400 },
      )
    },
  )

  it('scores a column of people as it scores each of them', () => {
    fc.assert(
      fc.property(fc.array(arbitraryProfile, { minLength: 1, maxLength: 40 }), (profiles) => {
        const columns = scoringColumns(profiles.length)
        for (const [row, profile] of profiles.entries()) encodeProfile(columns, row, profile)
        for (const rules of compiled.values()) {
          const scores = new Uint16Array(profiles.length)
          scoreRows(rules, columns, 0, profiles.length, scores)
          expect([...scores]).toEqual(profiles.map((profile) => scoreProfile(profile, rules).total))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never exceeds the published maxima', () => {
    const known = candidates.filter(({ status }) => status === 'law')
    fc.assert(
      fc.property(arbitraryProfile, fc.constantFrom(...known), (profile, ruleset) => {
        const { core, spouse, transferability, additional } = scoreProfile(profile, tablesOf(ruleset))
        expect(core.total + spouse.total).toBeLessThanOrEqual(500)
        expect(transferability.total).toBeLessThanOrEqual(100)
        expect(additional.total).toBeLessThanOrEqual(600)
      }),
    )
  })
})
