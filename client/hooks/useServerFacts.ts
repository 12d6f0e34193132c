import { useQuery } from '@tanstack/react-query'
import { useBackend } from './useBackend.ts'

const MS_PER_DAY = 86_400_000
/** Published data older than this is marked. */
export const OLD_AFTER_DAYS = 60

/** Every published draw the server knows, with their source. */
export function useDraws() {
  const { draws } = useBackend()
  return useQuery({ queryKey: ['draws'], queryFn: draws })
}

export function useScenarios() {
  const { scenarios } = useBackend()
  return useQuery({ queryKey: ['scenarios'], queryFn: scenarios })
}

export interface DataAge {
  /** Date of the newest published draw. */
  until: string
  /** Whole days from then to now. */
  days: number
  isOld: boolean
  engineVersion: string
}

/** How old the published data of this server is; undefined until the server has answered. */
export function useDataAge(): DataAge | undefined {
  const { health } = useBackend()
  const { data } = useQuery({ queryKey: ['health'], queryFn: health })
  if (!data) return undefined
  const days = Math.floor((Date.now() - Date.parse(`${data.dataUntil}T00:00:00Z`)) / MS_PER_DAY)
  return { until: data.dataUntil, days, isOld: days > OLD_AFTER_DAYS, engineVersion: data.engineVersion }
}
