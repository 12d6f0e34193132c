import { DAYS_PER_YEAR, type LifeEvent, NEVER } from '../lifeEvent.ts'

/** Birthdays that change points, the selection grid or the age group; the others are let pass. */
export const birthdays: LifeEvent = {
  isOn: ({ birthdays: { on } }) => on,
  prepare: ({ limits: { nextAge } }) => {
    const oldest = nextAge.length - 1
    /** The day on which somebody who turns `age + 1` on a day reaches the next age that matters. */
    const dayOfNextAge = (age: number, birthday: number): number =>
      nextAge[age] >= oldest ? NEVER : birthday + DAYS_PER_YEAR * (nextAge[age] - age - 1)
    return {
      first: ({ people, row }, random) => dayOfNextAge(people.ageYears[row], 1 + random.integer(DAYS_PER_YEAR)),
      happen: ({ people, row }, day) => {
        const age = nextAge[people.ageYears[row]]
        people.ageYears[row] = age
        return dayOfNextAge(age, day + DAYS_PER_YEAR)
      },
    }
  },
}
