import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../server/packageRoot.ts'
import { latestKnownRulesetId, resolveRuleset } from '../../../shared/crs/ruleset.ts'
import { datedFacts } from '../../../shared/flows/datedFacts.ts'
import { formatDay } from '../../../shared/lib/day.ts'

interface CategoryFile {
  stream: string
  versions: { effectiveFrom: string; effectiveTo: string | null }[]
}

const folder = join(packageRoot, 'shared', 'eligibility', 'categories')
const files = readdirSync(folder).map((name): CategoryFile => JSON.parse(readFileSync(join(folder, name), 'utf8')))

describe('what is dated between draws', () => {
  it('are the changes in the category files, each once, and no others', () => {
    const inFiles = files.flatMap(({ stream, versions }) =>
      versions.slice(1).map(({ effectiveFrom }) => `${effectiveFrom} ${stream}`),
    )
    const stated = datedFacts.flatMap((fact) =>
      fact.kind === 'category-changed' ? [`${formatDay(fact.day)} ${fact.stream}`] : [],
    )
    expect(files.length).toBeGreaterThan(10)
    expect(stated.length).toBeGreaterThan(5)
    expect(stated.toSorted()).toEqual(inFiles.toSorted())
  })

  it('tell a list that was renewed from a category that had been out of force', () => {
    const back = datedFacts.flatMap((fact) =>
      fact.kind === 'category-changed' && fact.isBack ? [`${formatDay(fact.day)} ${fact.stream}`] : [],
    )
    expect(back).toEqual(['2026-02-18 transport'])
  })

  it('has the end of points for job offers on the day the ruleset says, and is in order', () => {
    const ends = datedFacts.filter(({ kind }) => kind === 'job-offer-points-end').map(({ day }) => formatDay(day))
    expect(ends).toEqual(['2025-03-25'])
    expect(resolveRuleset(latestKnownRulesetId).provisions.additional.jobOffer.endedOn).toBe('2025-03-25')
    const days = datedFacts.map(({ day }) => day)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })
})
