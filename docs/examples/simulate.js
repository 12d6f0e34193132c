// A half year of draws every two weeks, as they happen.
import { readScenario, simulate } from 'express-entry-simulator'

const scenario = readScenario({
  schemaVersion: 1,
  id: 'every-two-weeks',
  title: { en: 'A CEC draw every two weeks', fr: 'Une ronde CEC toutes les deux semaines' },
  question: { en: 'Where does the cutoff settle?', fr: 'Où la note minimale se stabilise-t-elle?' },
  sources: [],
  asOf: '2025-12-14',
  horizonDays: 182,
  seed: 'example',
  rules: [{ from: '2025-03-25', rulesetId: '2025-03-25' }],
  schedule: { cadences: [{ stream: 'cec', firstDate: '2025-12-16', everyDays: 14, sizes: [2500] }] },
})

for (const event of simulate(scenario)) {
  if (event.type === 'draw') console.log(event.date, event.stream, 'cutoff', event.cutoff, 'invited', event.invited)
  if (event.type === 'finished') console.log('invited in all:', event.totals.invited)
}
