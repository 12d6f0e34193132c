import { lowestOfPacked } from '../../crs/columns.ts'
import type { RandomStream } from '../../lib/random.ts'
import { HIGHEST_LEVEL, numberChoice } from '../../pool/person.ts'
import { byThreshold } from '../byThreshold.ts'
import { eventPlace, type LifeEvent, NEVER } from '../lifeEvent.ts'
import { daysUntil } from './chances.ts'

const LEVELS = 16
const ABILITY_SHIFTS = [0, 4, 8, 12]

/** Some take their language test again and put a better result into the profile; it is valid for two more years. */
export const languageRetakes: LifeEvent = {
  isOn: ({ languageRetakes: { on } }) => on,
  prepare: ({ life: { languageRetakes: assumed, languageTestExpiry } }) => {
    const willingness = byThreshold(assumed.willingnessByLowestLevel, LEVELS)
    const gains = byThreshold(assumed.gainByLevel, LEVELS).map(numberChoice)
    const improved = (levels: number, random: RandomStream): number => {
      let packed = 0
      for (const shift of ABILITY_SHIFTS) {
        const level = (levels >> shift) & 15
        packed |= Math.max(level, Math.min(HIGHEST_LEVEL, level + gains[level](random))) << shift
      }
      return packed
    }
    return {
      first: (_person, random) => daysUntil(assumed.perYear, random),
      happen: ({ people, row, due }, day, random) => {
        const levels = people.firstLanguage[row]
        const again = daysUntil(assumed.perYear, random)
        if (levels !== 0 && random.chance(willingness[lowestOfPacked(levels)])) {
          const after = improved(levels, random)
          people.firstLanguage[row] = after
          if (languageTestExpiry.on && after !== levels)
            due[eventPlace.firstTestExpiry] = day + languageTestExpiry.validDays
        }
        return again === NEVER ? NEVER : day + again
      },
    }
  },
}
