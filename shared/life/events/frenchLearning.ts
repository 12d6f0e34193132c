import { trait } from '../../crs/columns.ts'
import { levelsAround, numberChoice } from '../../pool/person.ts'
import { eventPlace, type LifeEvent, NEVER } from '../lifeEvent.ts'
import { daysUntil } from './chances.ts'

/** Some whose first language is English learn French and put a test result into the profile. */
export const frenchLearning: LifeEvent = {
  isOn: ({ frenchLearning: { on } }) => on,
  prepare: ({ life: { frenchLearning: assumed, languageTestExpiry }, population }) => {
    const level = numberChoice(assumed.level)
    const levels = levelsAround(population.abilityDeviation)
    return {
      first: ({ people, row }, random) => {
        const isWithout = (people.traits[row] & trait.frenchIsFirst) === 0 && people.secondLanguage[row] === 0
        return isWithout ? daysUntil(assumed.perYear, random) : NEVER
      },
      happen: ({ people, row, due }, day, random) => {
        people.secondLanguage[row] = levels(level(random), random)
        if (languageTestExpiry.on) due[eventPlace.secondTestExpiry] = day + languageTestExpiry.validDays
        return NEVER
      },
    }
  },
}
