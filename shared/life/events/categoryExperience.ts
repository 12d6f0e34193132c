import { fact } from '../../pool/columns.ts'
import { DAYS_PER_MONTH, type LifeEvent, NEVER } from '../lifeEvent.ts'

/**
 * Those who lack months in their occupation and go on working reach what a category asks for: 6 months until 2026, 12 since.
 * As many work as for years of experience, by where they live.
 */
export const categoryExperience: LifeEvent = {
  isOn: ({ categoryExperience: { on } }) => on,
  prepare: ({ life, limits: { categoryMonths } }) => {
    const nextTarget = (months: number): number => categoryMonths.find((one) => one > months) ?? months
    return {
      first: ({ people, row }, random) => {
        const intoMonth = random.next()
        const months = people.occupationMonths[row]
        const missing = nextTarget(months) - months
        const { workingShare } = people.facts[row] & fact.inCanada ? life.canadianExperience : life.foreignExperience
        if (!random.chance(workingShare) || missing === 0) return NEVER
        return Math.max(1, Math.floor((missing - intoMonth) * DAYS_PER_MONTH))
      },
      happen: ({ people, row }, day) => {
        const reached = nextTarget(people.occupationMonths[row])
        people.occupationMonths[row] = reached
        const missing = nextTarget(reached) - reached
        return missing === 0 ? NEVER : day + Math.floor(missing * DAYS_PER_MONTH)
      },
    }
  },
}
