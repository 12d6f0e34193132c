import type { LifeEvent, LifeEventName } from '../lifeEvent.ts'
import { birthdays } from './birthdays.ts'
import { categoryExperience } from './categoryExperience.ts'
import { cecWindow } from './cecWindow.ts'
import { canadianExperience, foreignExperience } from './experience.ts'
import { frenchLearning } from './frenchLearning.ts'
import { languageRetakes } from './languageRetakes.ts'
import { marriages } from './marriages.ts'
import { credentialExpiry, firstTestExpiry, secondTestExpiry } from './papers.ts'

/** Everything that happens to people of itself. */
export const lifeEvents: { readonly [event in LifeEventName]: LifeEvent } = {
  birthdays,
  canadianExperience,
  foreignExperience,
  categoryExperience,
  cecWindow,
  firstTestExpiry,
  secondTestExpiry,
  credentialExpiry,
  languageRetakes,
  frenchLearning,
  marriages,
}
