import { expect, it } from 'vitest'
import { readFswGridInput } from '../../shared/eligibility/fswGrid.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { issuesOf } from '../helpers/issues.ts'

const [{ profile }] = readCorpus<{ profile: { firstLanguage: { language: string } } }>('fsw-grid.jsonl')

it.each([
  ['no object', 7, 'EE_SHAPE $ received 7; expected an object'],
  ['a missing age', { ...profile, age: undefined }, 'EE_SHAPE $.age is missing; expected a whole number from 0 to 120'],
  [
    'an unknown field',
    { ...profile, jobOffer: 'none' },
    /^EE_SHAPE \$\.jobOffer is not a known field; known here: age,/,
  ],
  [
    'a second language that is the first',
    { ...profile, secondLanguage: profile.firstLanguage },
    'EE_LANGUAGE_SECOND_SAME $.secondLanguage.language received "en", the first language; expected the other official language',
  ],
])('a grid input with %s is refused', (_, value, expected) => {
  const issues = issuesOf(() => readFswGridInput(value))
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatch(expected)
})
