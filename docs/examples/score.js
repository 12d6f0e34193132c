// The score of one person line by line, and under every ruleset since 2015.
import { compiledRuleset, eligibility, explain, parseDay, readProfile, resolveRuleset, rulesets, scoreProfile } from 'express-entry-simulator'

const levels = (level) => ({ listening: level, reading: level, writing: level, speaking: level })
const profile = readProfile({
  age: 29,
  education: 'three-year-or-bachelors',
  canadianStudy: 'none',
  firstLanguage: { language: 'en', clb: levels(9) },
  secondLanguage: null,
  canadianWorkYears: 1,
  foreignWorkYears: 3,
  tradeCertificate: false,
  jobOffer: 'none',
  provincialNomination: false,
  sibling: false,
  spouse: null,
})

const { sections, total } = explain(profile, resolveRuleset('2025-03-25'))
for (const { points, rule, sources } of sections.flatMap(({ lines }) => lines)) {
  if (points > 0) console.log(String(points).padStart(4), rule.padEnd(40), sources[0].title)
}
console.log(String(total).padStart(4), 'in all')

for (const { id, unknown } of rulesets) {
  if (unknown.length === 0) console.log(`under the rules of ${id}:`, scoreProfile(profile, compiledRuleset(id)).total)
}
console.log('streams:', eligibility(profile, parseDay('2025-12-17')).streams.join(', '))
