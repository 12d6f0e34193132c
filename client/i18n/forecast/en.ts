/** English texts of the page Forecast; loaded with the page. `fr.ts` has the same keys or does not compile. */
export const en = {
  question: 'Where are cutoffs going, how sure are we?',
  lead: 'The pool of {{date}} is played a year ahead many times, with draws as they were lately: nominees, CEC and a category every two weeks, as uneven in size as in the twelve months before, and with as many invitations in all.',
  old_one: 'Seen from {{date}}, {{count, number}} day ago: draws held since then are not known here.',
  old_other: 'Seen from {{date}}, {{count, number}} days ago: draws held since then are not known here.',
  firstTitle: 'No forecast has been computed yet',
  firstText:
    'It takes from some seconds to a few minutes, depending on the machine. The charts fill while it runs; you can stop at any time and keep what was found.',
  start: 'Compute {{futures}}',
  again: 'Compute again',
  record: 'How well has this done?',
  recordHint: 'Earlier forecasts beside what happened.',
  score: 'Your CRS score',
  scoreHint: 'Or any other: the chances on this page are for this score.',
  scoreMistake: 'Expected a whole number from 0 to {{most, number}}.',
  starts: 'Forecast starts',
  heading: 'Cutoffs by stream',
  steady: 'The {{stream}} cutoff may stay near {{last}} until {{date}}',
  rises: 'The {{stream}} cutoff rises from {{last}} to about {{cutoff}} by {{date}}',
  falls: 'The {{stream}} cutoff falls from {{last}} to about {{cutoff}} by {{date}}',
  first: 'The {{stream}} cutoff is about {{cutoff}} on {{date}}',
  spread: '{{finding}}; 8 of 10 simulated futures end between {{low}} and {{high}}',
  subtitle:
    'Lowest CRS score invited in each {{stream}} draw. Solid: published to {{date}}; dashed: the middle of {{futures}}, with bands.',
  counts: 'In {{number}} simulated futures the {{stream}} cutoff of about {{date}} is {{score}} or lower.',
  countFew: 'fewer than {{below, number}} of {{futures, number}}',
  countRange: '{{least, number}} to {{most, number}} of {{futures, number}}',
  countMany: '{{least, number}} or more of {{futures, number}}',
  countNone: 'none of {{futures, number}}',
  countExact: '{{least, number}} of {{futures, number}}',
  pnp: {
    title: 'PNP: no forecast beats the last cutoff, {{last}}, give or take {{most}} points in 8 of 10 cases',
    subtitle:
      'Lowest CRS score invited in each PNP draw. Nominee cutoffs are close to noise: nothing tried here beats “the last cutoff again”. The bands are its misses over {{count, number}} published draws of 24 months, up to a year ahead; half were {{half}} points or less.',
    counts:
      'A PNP cutoff of {{score}} or lower: {{chance}}, going by those misses. PNP scores include the 600 points of a nomination.',
    median: 'The last cutoff again',
    half: 'Half of its past misses',
    most: '8 of 10 past misses',
    outside: '2 of 10 past misses were larger.',
  },
  chance: {
    '0': 'under 1 in 10',
    '10': '1 in 10 to 1 in 4',
    '25': '1 in 4 to 1 in 2',
    '50': '1 in 2 to 3 in 4',
    '75': '3 in 4 to 9 in 10',
    '90': '9 in 10 or more',
  },
  next: {
    heading: 'Next draws',
    title: 'Next CEC draw about {{date}}: cutoff near {{cutoff}} ({{range}} in 8 of 10 futures)',
    titleFew: 'Next CEC draw about {{date}}: cutoff near {{cutoff}}',
    none: 'No further draw in this forecast',
    subtitle:
      'Dates are the middle of the simulated ones; a draw may come a few days earlier or later. Cutoff: the middle future, in brackets 8 of 10; invitations: 8 of 10. For PNP: the last cutoff again, with its past misses.',
    date: 'About',
    size: 'Invitations',
    cutoff: 'Cutoff (8 of 10)',
    chance: 'Futures at {{score}} or lower',
  },
  contents: {
    title: 'What the bands contain, and what not',
    contain:
      'They contain chance, and the uncertainty of who arrives, who leaves, who accepts, and which of the recent sizes each draw has. They do not contain a change of policy: IRCC decides dates, categories and sizes draw by draw. The new categories announced for 2026 (physicians, senior managers, researchers, military recruits) have never been drawn in the data known here, so no future has them.',
    volume:
      'These futures issue {{range}} invitations from {{from}} to {{until}}; in the twelve months to {{since}} IRCC issued {{before}}. The more that are issued, the lower the cutoffs.',
    skill:
      'Bands of 8 in 10 hold 8 in 10 cutoffs only if the assumptions are right. How often they did is on the page of the record.',
    scenario: 'Play this scenario with other numbers',
  },
} as const
