import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../../shared/lib/day.ts'
import { usualFutureCount } from '../../../../shared/scenario/forecast.ts'
import type { ActionMonths, ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { ApiError } from '../../../engine/apiError.ts'
import type { Backend } from '../../../engine/backend.ts'
import { localToday } from '../useToday.ts'
import { agreement } from './agreement.ts'
import { useSettled } from './useSettled.ts'

const ASKS_AGAIN_AFTER_MS = 5000
const REFRESHES_AFTER_MS = 15_000

const isBusy = ({ code }: ApiError): boolean => code === 'EE_BUSY'

/** Who asks, the same couple with the partner as the principal applicant where the answers tell enough, and their plan. */
export interface Asking {
  profile: Profile
  swapped: Profile | undefined
  /** Months of actions that the reader changed. */
  months: ActionMonths
}

export interface AskedChance {
  hasAsked: boolean
  /** The newest answer there is, maybe to the answers before. */
  answer: ChanceAnswer | undefined
  /** The answer is not to the profile as it is now. */
  isOutdated: boolean
  /** More futures are on their way. */
  isGrowing: boolean
  /** What the server said when it could not answer yet. */
  busyWith: ApiError | undefined
  /** Why the last question got no answer; one that was given to the same profile before stays. */
  refusal: ApiError | null
  ask(): void
  stop(): void
}

/** Asks the server for the chance of a profile once the reader agrees, again while it is busy, and again when the profile changes. */
export function useChance({ profile, swapped, months }: Asking, ask: Backend['chance']): AskedChance {
  const [hasAsked, setAsked] = useState(agreement.read)
  const text = JSON.stringify({ profile, otherApplicant: swapped, months })
  const settled = useSettled(text)
  const client = useQueryClient()
  const queryKey = ['chance', settled]
  const { data, failureReason, error, isPlaceholderData, refetch } = useQuery<ChanceAnswer, ApiError>({
    queryKey,
    queryFn: ({ signal }) => ask({ ...JSON.parse(settled), on: formatDay(localToday()) }, signal),
    enabled: hasAsked,
    placeholderData: keepPreviousData,
    retry: (_count, reason) => isBusy(reason),
    retryDelay: ASKS_AGAIN_AFTER_MS,
    // With fewer the server is still simulating, and a later answer knows more.
    refetchInterval: ({ state }) => (state.data && state.data.runs < usualFutureCount ? REFRESHES_AFTER_MS : false),
    networkMode: 'always',
  })
  const agree = (agrees: boolean) => {
    agreement.write(agrees)
    setAsked(agrees)
  }
  return {
    hasAsked,
    answer: hasAsked ? data : undefined,
    isOutdated: isPlaceholderData || settled !== text,
    isGrowing: !error && data !== undefined && data.runs < usualFutureCount,
    busyWith: failureReason && isBusy(failureReason) ? failureReason : undefined,
    refusal: error,
    ask() {
      agree(true)
      if (error) void refetch()
    },
    stop() {
      agree(false)
      void client.cancelQueries({ queryKey })
    },
  }
}
