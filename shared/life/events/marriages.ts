import { trait } from '../../crs/columns.ts'
import { spouseWriter } from '../../pool/person.ts'
import { type LifeEvent, NEVER } from '../lifeEvent.ts'
import { daysUntil } from './chances.ts'

/** Some marry somebody who comes with them: other points for themselves, and points for the spouse. */
export const marriages: LifeEvent = {
  isOn: ({ marriages: { on } }) => on,
  prepare: ({ life, population }) => {
    const writeSpouse = spouseWriter(population)
    return {
      first: ({ people, row }, random) =>
        (people.traits[row] & trait.scoredWithSpouse) === 0 ? daysUntil(life.marriages.perYear, random) : NEVER,
      happen: ({ people, row }, _day, random) => {
        people.traits[row] |= trait.scoredWithSpouse
        writeSpouse(people, row, random)
        return NEVER
      },
    }
  },
}
