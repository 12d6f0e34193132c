import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../server/config.ts'
import { scenarioById } from '../../server/runtime/scenarioLibrary.ts'
import { resolveRuleset } from '../../shared/crs/ruleset.ts'
import { parseFeed } from '../../shared/draws/feed.ts'
import { newestSnapshotNotAfter } from '../../shared/draws/history.ts'
import { levelOf } from '../../shared/language/levels.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { type ErrorCode, errorRegistry, InputError, type Issue } from '../../shared/lib/errors.ts'
import { unseal } from '../../shared/lib/sealed.ts'
import { readProfile } from '../../shared/profile/readProfile.ts'
import { readScenario } from '../../shared/scenario/load.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { entryOf } from '../helpers/feed.ts'

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

/** The sections of docs/errors.md by code. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
)
const exampleOf = (code: string): string | undefined => /```\n(.+)\n```/.exec(sections.get(code) ?? '')?.[1]

describe('docs/errors.md and the registry', () => {
  it('name the same codes in the same order', () => {
    expect([...sections.keys()]).toEqual(Object.keys(errorRegistry))
  })

  it.each(Object.entries(errorRegistry))('%s: meaning, status, an example and advice', (code, { status, meaning }) => {
    expect(sections.get(code)).toContain(`${meaning} HTTP status ${status}.`)
    expect(exampleOf(code)).toMatch(/^\$\S*: .{10,}/)
    expect(sections.get(code)).toMatch(/\nWhat to do: .{30,}/)
  })
})

const [{ profile }] = readCorpus<{ profile: object }>('crs.jsonl')
const baseline = scenarioById('baseline-2026')

function issuesOf(provoke: () => unknown): readonly Issue[] {
  try {
    provoke()
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
  return []
}

/** Inputs that the examples of the page answer. */
const provocations: Partial<Record<ErrorCode, () => unknown>> = {
  EE_SHAPE: () => readProfile({ ...profile, age: '29' }),
  EE_PROFILE: () => readProfile({ ...profile, age: 29, sibling: true, relativeInCanada: false }),
  EE_LANGUAGE_SECOND_SAME: () =>
    readProfile({ ...profile, secondLanguage: (profile as { firstLanguage: object }).firstLanguage }),
  EE_LANGUAGE_SCORE: () => levelOf('IELTS_GT', 'reading', 6.3),
  EE_NOC_UNKNOWN: () => readProfile({ ...profile, jobOffer: 'other-skilled', jobOfferNoc: '99999' }),
  EE_DATE: () => readProfile({ ...profile, birthDate: '1996-02-30' }),
  EE_RULESET_UNKNOWN: () => resolveRuleset('2025-01-01'),
  EE_RULESET_INVALID: () => resolveRuleset('2025-03-25', [{ path: 'additional.siblings', value: 30 }]),
  EE_RULESET_UNFILLED: () => resolveRuleset('2026-11-03'),
  EE_SCENARIO: () => readScenario({ ...baseline, schedule: { draws: [{ date: '2026-01-07', stream: 'cec' }] } }),
  EE_SCENARIO_VERSION: () => readScenario({ ...baseline, schemaVersion: 2 }),
  EE_FEED: () => {
    throw new InputError(parseFeed({ rounds: [entryOf('388', { drawName: 'Astronauts (Version 1)' })] }).refused)
  },
  EE_SNAPSHOT_NONE: () => newestSnapshotNotAfter(parseDay('2020-12-04')),
  EE_CHECKPOINT: () => unseal('ensemble/1', '', new TextEncoder().encode('something else')),
  EE_CONFIG: () => loadConfig({ PORT: '80a' }),
}

describe('an example on the page is what the program says', () => {
  it.each(Object.entries(provocations))('%s', (code, provoke) => {
    const [{ code: given, path, message }] = issuesOf(provoke)
    expect([given, `${path}: ${message}`]).toEqual([code, exampleOf(code)])
  })
})
