import { useQuery } from '@tanstack/react-query'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useMemo, useState } from 'react'
import { ApiError } from '../../engine/apiError.ts'
import type { LongWorks } from '../../engine/backend.ts'
import { useIsStillHere } from '../../hooks/useIsStillHere.ts'
import { versionOf } from './state/address.ts'
import { isRecord, type Json } from './state/json.ts'

/** Numbers of runs offered, the most a server takes of an instrument among them. */
export const offeredRuns = [10, 20, 50, 100, 200, 500] as const

export interface WorkSession {
  /** Null before one was started. */
  id: string | null
  runs: number
  chooseRuns(runs: number): void
  isStarting: boolean
  /** Why the last start led to nothing. */
  refusal: ApiError | null
  /** Nobody has it any more. */
  isGone: boolean
  /** What is asked is no longer what was answered. */
  isStale: boolean
  start(): void
}

/** What a scenario is called does not change what happens in it; nor does how often it is run. */
const NAMING: readonly string[] = ['id', 'title', 'question', 'sources', 'runs']

function withoutNames(value: Json): Json {
  if (!isRecord(value)) return Array.isArray(value) ? value.map(withoutNames) : value
  const told = Object.entries(value).filter(([key]) => !NAMING.includes(key))
  return Object.fromEntries(told.map(([key, member]) => [key, withoutNames(member)]))
}

/** What was started on a page that was left before the answer came: for its address when the reader comes back. */
const startedLate = new Map<string, Record<string, string | number>>()

interface Names {
  /** Of the address: where the id stands, what stands for the question, how many runs the next one has. */
  id: string
  asked: string
  runs: string
  defaultRuns: number
}

/**
 * Which comparison or instrument the page shows, in the address: its id, a digest of what was asked, and the runs of the
 * next one.
 *
 * @param ask the request for so many runs; null while there is nothing that could be asked
 */
export function useWorkSession<Request extends object, Answer>(
  works: Pick<LongWorks<Request, Answer, never>, 'create' | 'find'>,
  names: Names,
  ask: (runs: number) => Request | null,
): WorkSession {
  const [address, setAddress] = useQueryStates({
    [names.id]: parseAsString,
    [names.asked]: parseAsString,
    [names.runs]: parseAsInteger,
  })
  const id = address[names.id] as string | null
  const wanted = address[names.runs] as number | null
  const runs = wanted !== null && wanted >= 1 ? wanted : names.defaultRuns
  const isStillHere = useIsStillHere()
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  useEffect(() => {
    const started = startedLate.get(names.id)
    if (!started) return
    startedLate.delete(names.id)
    void setAddress(started)
  }, [names.id, setAddress])
  const request = ask(runs)
  const text = JSON.stringify(request)
  const version = useMemo(() => versionOf(withoutNames(JSON.parse(text))), [text])
  const info = useQuery({
    queryKey: [names.id, id],
    queryFn: () => works.find(id ?? ''),
    enabled: id !== null,
    retry: false,
  })
  return {
    id,
    runs,
    chooseRuns: (next) => void setAddress({ [names.runs]: next }),
    isStarting,
    refusal,
    isGone: info.error instanceof ApiError && info.error.status === 404,
    isStale: id !== null && address[names.asked] !== version,
    start() {
      if (!request) return
      setStarting(true)
      setRefusal(null)
      works
        .create(request)
        .then(({ id: started }) => {
          const next = { [names.id]: started, [names.asked]: version, [names.runs]: runs }
          if (isStillHere()) void setAddress(next)
          else startedLate.set(names.id, next)
        }, setRefusal)
        .finally(() => setStarting(false))
    },
  }
}
