// What a reform changes: the same futures with and without it, paired run by run.
import { Comparison, ensemblePlan, readScenario, replicator } from 'express-entry-simulator'

const RUNS = 8
const baseline = readScenario({
  schemaVersion: 1,
  id: 'as-it-is',
  title: { en: 'As it is', fr: 'Sans changement' },
  question: { en: 'What if nothing changes?', fr: 'Et si rien ne change?' },
  sources: [],
  asOf: '2025-12-14',
  horizonDays: 60,
  seed: 'example',
  rules: [{ from: '2025-03-25', rulesetId: '2025-03-25' }],
  schedule: { cadences: [{ stream: 'cec', firstDate: '2025-12-16', everyDays: 14, sizes: [2500] }] },
})
const patches = [{ path: 'additional.jobOffer.points.other-skilled', value: 50, reason: 'as before 2025-03-25' }]
const reform = { ...baseline, id: 'job-offers-back', rules: [{ ...baseline.rules[0], patches }] }

const comparison = new Comparison([baseline, reform].map((scenario) => ensemblePlan(scenario)))
for (const [index, scenario] of [baseline, reform].entries()) {
  const replicate = replicator(scenario)
  for (let run = 0; run < RUNS; run++) comparison.add(index, replicate(run))
}
const [{ streams }] = comparison.differences()
for (const { stream, lastCutoff } of streams) {
  const { mean, low, high } = lastCutoff.difference
  console.log(`last ${stream} cutoff: ${mean > 0 ? '+' : ''}${mean} points, 95 % interval ${low} to ${high}`)
}
