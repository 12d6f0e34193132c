import fc from 'fast-check'
import type { Answers } from '../../client/pages/chance/answers/answerIds.ts'
import { credentialLevels, maritalStatuses, yesNo } from '../../client/pages/chance/answers/choices.ts'
import { educationLevels } from '../../shared/schema/profile.ts'
import { single } from './formAnswers.ts'

const answer = (...texts: readonly string[]) => fc.constantFrom(...texts)
const orEmpty = (...texts: readonly string[]) => answer('', ...texts)

const four = (slot: string, listening: string, reading: string, writing: string, speaking: string): Answers => ({
  [`${slot}.listening`]: listening,
  [`${slot}.reading`]: reading,
  [`${slot}.writing`]: writing,
  [`${slot}.speaking`]: speaking,
})

/** A test with its date or without, levels alone, or nothing. */
const english = (slot: string) =>
  fc.constantFrom<Answers>(
    { [`${slot}.test`]: 'levels-en', ...four(slot, '9', '8', '7', '12') },
    { [`${slot}.test`]: 'IELTS_GT', ...four(slot, '8,5', '7', '6.5', '7.50') },
    { [`${slot}.test`]: 'IELTS_GT', [`${slot}.date`]: '2026/3/14', ...four(slot, '8.5', '7', '6.5', '7.5') },
  )
const french = (slot: string) =>
  fc.constantFrom<Answers>(
    { [`${slot}.test`]: 'none' },
    { [`${slot}.test`]: 'levels-fr', ...four(slot, '5', '5', '5', '5') },
    { [`${slot}.test`]: 'TCF_CANADA', ...four(slot, '549', '549', '16', '16') },
    { [`${slot}.test`]: 'TCF_CANADA', [`${slot}.date`]: '2026-03-14', ...four(slot, '549', '549', '16', '16') },
  )

/** Answers of every kind that the form takes; some that it does not ask after others, and some that stay empty. */
export const arbitraryAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.record({
      marital: answer(...maritalStatuses),
      age: answer('37', '1989-05-21', '1989 5 21'),
      education: answer(...educationLevels),
      credential: answer(...yesNo),
      credentialLevel: answer(...credentialLevels),
      'canadian.years': orEmpty('0', '1', ' 2'),
      'canadian.months': answer('0', '7'),
      'foreign.years': answer('0', '3'),
      certificate: answer(...yesNo),
      permit: orEmpty('2027/8/31'),
      submitted: orEmpty('2026-05-02', '2026-05-02 14:30:07'),
      funds: orEmpty('23 360 $', '$23,360'),
      familySize: orEmpty('3'),
      'plan.nomination': orEmpty('13', '2.5'),
    }),
    fc.record({
      partnerStatus: answer(...yesNo),
      partnerComing: answer(...yesNo),
      partnerEducation: answer(...educationLevels),
      partnerAge: orEmpty('41'),
      'partnerCanadian.years': answer('0', '1'),
      'partnerForeign.years': orEmpty('0', '4'),
      'partnerForeign.months': orEmpty('5'),
      partnerCredential: orEmpty(...yesNo),
      partnerCertificate: orEmpty(...yesNo),
    }),
    english('first'),
    french('second'),
    fc.oneof(english('partner'), french('partner')),
    fc.constantFrom<Answers>(
      {},
      { jobs: '1', 'job1.noc': '21231 Software engineers', 'job1.country': 'abroad', 'job1.from': '2024-1-5' },
    ),
  )
  .map(([own, partner, first, second, partnerLanguage, job]) => ({
    ...single,
    ...own,
    ...partner,
    ...first,
    ...second,
    ...partnerLanguage,
    ...job,
    ...(job.jobs && { 'job1.kind': 'student' }),
  }))
