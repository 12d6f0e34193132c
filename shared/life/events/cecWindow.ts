import { fact } from '../../pool/columns.ts'
import { type LifeEvent, NEVER } from '../lifeEvent.ts'

/**
 * Whoever does not work in Canada any more is outside CEC's window of 36 months when fewer than 12 months of Canadian work
 * are left in it. People abroad have stopped; those in Canada are taken to be working, or to start again before it matters.
 */
export const cecWindow: LifeEvent = {
  isOn: ({ cecWindow: { on } }) => on,
  prepare: ({ life: { cecWindow: assumed } }) => ({
    first: ({ people, row }, random) => {
      const daysLeft = 1 + random.integer(assumed.longestGapDays)
      const hasStopped = (people.facts[row] & fact.inCanada) === 0
      return hasStopped && people.canadianWorkYears[row] > 0 ? daysLeft : NEVER
    },
    happen: ({ people, row }) => {
      people.facts[row] |= fact.cecWindowClosed
      return NEVER
    },
  }),
}
