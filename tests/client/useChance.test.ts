import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, renderHook, waitFor } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../client/engine/apiError.ts'
import type { Backend } from '../../client/engine/backend.ts'
import { useChance } from '../../client/pages/chance/panel/useChance.ts'
import type { ChanceAnswer } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { read, single } from '../helpers/formAnswers.ts'

// The machine may be busy with other tests.
configure({ asyncUtilTimeout: 10_000 })

const answer: ChanceAnswer = {
  scenario: 'forecast',
  seed: 'forecast',
  engineVersion: '0.3.0',
  rulesetId: '2025-03-25',
  asOf: '2025-12-15',
  runs: 100,
  score: 515,
  streams: [],
  submission: { date: '2025-12-17', ends: '2026-12-17' },
  rank: { above: 0, tied: 0, justBelow: 0, pool: 0, ranges: null },
  rankByStream: {},
  byDate: [],
  byStream: {},
  changes: [],
  actions: [],
  combinations: [],
  pastDraws: [],
}
const profile = read(single).draft
const another: Profile = { ...profile, age: 40 }

/** The chance of a profile, from answers that come one after another. */
function askedOf(...outcomes: readonly (ChanceAnswer | ApiError)[]) {
  const left = [...outcomes]
  const ask: Backend['chance'] = async () => {
    const next = left.shift() ?? outcomes[outcomes.length - 1]
    if (next instanceof ApiError) throw next
    return next
  }
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children)
  const hook = renderHook(({ of }) => useChance({ profile: of, swapped: undefined, months: {} }, ask), {
    wrapper,
    initialProps: { of: profile },
  })
  act(() => hook.result.current.ask())
  return { ...hook, refresh: () => act(() => client.refetchQueries()) }
}

const cut = new ApiError(0, 'EE_UNREACHABLE', 'the line was cut')

describe('an answer', () => {
  it('stays when a later refresh fails, with the reason beside it', async () => {
    const { result, refresh } = askedOf(answer, cut, { ...answer, runs: 1000 })
    await waitFor(() => expect(result.current.answer).toEqual(answer))
    await refresh()
    await waitFor(() => expect(result.current.refusal).toBe(cut))
    expect(result.current.answer).toEqual(answer)
    // Nobody knows whether the server is still simulating.
    expect(result.current.isGrowing).toBe(false)
    await refresh()
    await waitFor(() => expect(result.current.refusal).toBeNull())
    expect(result.current.answer?.runs).toBe(1000)
  })

  it('to a profile that has changed since does not stay when the new one gets none', async () => {
    const { result, rerender } = askedOf(answer, cut)
    await waitFor(() => expect(result.current.answer).toEqual(answer))
    rerender({ of: another })
    expect(result.current.isOutdated).toBe(true)
    await waitFor(() => expect(result.current.refusal).toBe(cut))
    expect(result.current.answer).toBeUndefined()
  })
})
