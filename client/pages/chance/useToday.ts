import { useState } from 'react'
import { type Day, dayFromCivil } from '../../../shared/lib/day.ts'

/** The civil day where the reader is. */
export function localToday(): Day {
  const now = new Date()
  return dayFromCivil({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
}

/** Today, the same as long as the component lives. */
export function useToday(): Day {
  const [today] = useState(localToday)
  return today
}
