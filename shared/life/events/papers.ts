import { trait } from '../../crs/columns.ts'
import type { RandomStream } from '../../lib/random.ts'
import { rangeChoice } from '../../pool/person.ts'
import { educationLevels } from '../../schema/profile.ts'
import type { LifeAssumptions, ValidityAssumptions } from '../assumptions.ts'
import { DAYS_PER_MONTH, type LifeEvent, NEVER, type Person } from '../lifeEvent.ts'

const secondary = educationLevels.indexOf('secondary')

/** A whole number of days from a range, both ends included. */
const daysWithin = ({ from, to }: { from: number; to: number }, random: RandomStream): number =>
  from + random.integer(to - from + 1)

/**
 * A paper that ends after so many days: it is renewed in time, or what it stood for is lost, for good or until it is renewed
 * later. Without a language test in the first language nobody meets a program: the profile leaves the pool until then.
 */
function paper(
  worth: keyof Person['ended'],
  assumed: (life: LifeAssumptions) => ValidityAssumptions,
  hasOne: (person: Person) => boolean,
): LifeEvent {
  return {
    isOn: (life) => assumed(life).on,
    prepare: ({ life }) => {
      const { validDays, ageAtSubmissionMonths, renewedInTime, renewedLater, laterDays } = assumed(life)
      const months = rangeChoice(ageAtSubmissionMonths)
      return {
        first: (person, random) => {
          const ageDays = Math.floor((months(random) + random.next()) * DAYS_PER_MONTH)
          const left = validDays - ageDays - person.waitedDays
          // One that would have ended before the day the facts are as of has been renewed since.
          return hasOne(person) ? (left > 0 ? left : left + validDays) : NEVER
        },
        happen: ({ people, row, ended }, day, random) => {
          if (ended[worth] !== 0) {
            people[worth][row] = ended[worth]
            ended[worth] = 0
            return day + validDays
          }
          if (random.chance(renewedInTime)) return day + validDays
          ended[worth] = people[worth][row]
          people[worth][row] = 0
          return random.chance(renewedLater) ? day + Math.max(1, daysWithin(laterDays, random)) : NEVER
        },
      }
    },
  }
}

/** The result of a language test ends two years after the test. */
export const firstTestExpiry = paper(
  'firstLanguage',
  ({ languageTestExpiry }) => languageTestExpiry,
  () => true,
)

/** The same for the second official language: its points and, for French, the category are lost. */
export const secondTestExpiry = paper(
  'secondLanguage',
  ({ languageTestExpiry }) => languageTestExpiry,
  ({ people, row }) => people.secondLanguage[row] !== 0,
)

/**
 * The assessment of a foreign credential ends five years after it was made: the credential counts no longer, and FSW, which
 * asks for one, is out of reach. Canadian credentials need none.
 */
export const credentialExpiry = paper(
  'education',
  ({ credentialExpiry: assumed }) => assumed,
  ({ people, row }) =>
    ((people.traits[row] >> trait.canadianStudyShift) & 3) === 0 && people.education[row] > secondary,
)
