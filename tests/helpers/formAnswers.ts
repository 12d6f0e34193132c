import type { Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { readAnswers } from '../../client/pages/chance/answers/readAnswers.ts'
import { parseDay } from '../../shared/lib/day.ts'

/** The day the forms of these tests are looked at. */
export const today = parseDay('2026-11-22')

/** Every answer of one person without a partner. */
export const single: Answers = {
  marital: 'never-married',
  age: '29',
  education: 'masters-or-professional',
  credential: 'no',
  'first.test': 'levels-en',
  'first.listening': '9',
  'first.reading': '9',
  'first.writing': '9',
  'first.speaking': '9',
  'second.test': 'none',
  'canadian.years': '1',
  'foreign.years': '3',
  certificate: 'no',
  jobOffer: 'none',
  nomination: 'no',
  sibling: 'no',
}
/** The same person with a partner who comes along. */
export const couple: Answers = {
  ...single,
  marital: 'married',
  partnerStatus: 'no',
  partnerComing: 'yes',
  partnerEducation: 'doctoral',
  'partnerCanadian.years': '2',
  'partner.test': 'TCF_CANADA',
  'partner.listening': '549',
  'partner.reading': '549',
  'partner.writing': '16',
  'partner.speaking': '16',
}
export const read = (answers: Answers, changes: Answers = {}) => readAnswers({ ...answers, ...changes }, today)
/** What of changed answers is refused, and why. */
export const refused = (answers: Answers, changes: Answers = {}) =>
  read(answers, changes).problems.map(({ id, key }) => `${id}: ${key}`)
