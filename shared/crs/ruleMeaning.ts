import { type Issue, issue } from '../lib/errors.ts'
import { abilities } from '../schema/common.ts'
import type { Provisions } from '../schema/ruleset.ts'

/** The pool counts people by score up to this one, the highest the law can give. */
export const HIGHEST_SCORE = 1200
/** Scores from 0 to the highest: the length of every table and histogram over scores. */
export const SCORES = HIGHEST_SCORE + 1

const highest = (table: Readonly<Record<string, number>>): number => Math.max(0, ...Object.values(table))

/** The most points anybody can have in one of the two columns. */
function highestTotal(
  { core, spouse, transferability, additional }: Provisions,
  column: 'withSpouse' | 'withoutSpouse',
) {
  const four = abilities.length
  const own =
    highest(core.age[column]) +
    highest(core.education[column]) +
    four * highest(core.firstLanguage[column]) +
    Math.min(core.secondLanguage.cap[column], four * highest(core.secondLanguage[column])) +
    highest(core.canadianWork[column])
  const partner =
    highest(spouse.education.points) + four * highest(spouse.language.points) + highest(spouse.canadianWork.points)
  return own + (column === 'withSpouse' ? partner : 0) + transferability.caps.total + additional.cap.points
}

/** Tables of lower bounds, with their places. */
function* thresholdTables({ core, spouse, transferability }: Provisions): Generator<[string, Record<string, number>]> {
  for (const name of ['age', 'firstLanguage', 'secondLanguage', 'canadianWork'] as const) {
    yield [`core.${name}.withSpouse`, core[name].withSpouse]
    yield [`core.${name}.withoutSpouse`, core[name].withoutSpouse]
  }
  yield ['spouse.language.points', spouse.language.points]
  yield ['spouse.canadianWork.points', spouse.canadianWork.points]
  yield ['transferability.foreignWorkTier.tier', transferability.foreignWorkTier.tier]
  yield ['transferability.languageColumn.column', transferability.languageColumn.column]
  yield ['transferability.canadianWorkColumn.column', transferability.canadianWorkColumn.column]
  yield ['transferability.tradeCertificate.points', transferability.tradeCertificate.points]
}

/** The most points anybody can have under the rules. */
export const mostPoints = (provisions: Provisions): number =>
  Math.max(highestTotal(provisions, 'withSpouse'), highestTotal(provisions, 'withoutSpouse'))

/** Tables of lower bounds that do not begin at 0, so that somebody would stand before their first row. */
export const thresholdIssues = (provisions: Provisions): Issue[] =>
  [...thresholdTables(provisions)]
    .filter(([, table]) => !Object.hasOwn(table, '0'))
    .map(([place]) => issue('EE_RULESET_INVALID', `$.${place}`, 'has no row for 0; expected one'))

/** What is wrong with a rule tree of the right shape: a table that does not begin at 0, totals beyond the scale. */
export function meaningIssues(provisions: Provisions): Issue[] {
  const most = mostPoints(provisions)
  return [
    ...thresholdIssues(provisions),
    ...(most > HIGHEST_SCORE
      ? [issue('EE_RULESET_INVALID', '$', `gives up to ${most} points; expected at most ${HIGHEST_SCORE} in all`)]
      : []),
  ]
}
