import { en as form } from './formEn.ts'
import { en as result } from './resultEn.ts'

/** English texts of the page My chance. */
export const en = {
  title: 'My chance',
  question: 'Will I be invited, when, and what should I do?',
  lead: 'Answer the questions of the official tool, in its order and with its numbers. Your points add up as you go; then come their sources, other ways to fill in the profile, and what you are eligible for.',
  privacy:
    'The form and its result are computed in this browser. No answer is sent anywhere unless you ask for your chance further down, and none is stored: closing or reloading the page forgets them, unless you make a link or save a file.',
  privacyLocal:
    'This copy has no server: everything is worked out in this browser, and no answer is sent anywhere. Nothing is stored: closing or reloading the page forgets your answers, unless you make a link or save a file.',
  ...form,
  ...result,
} as const
