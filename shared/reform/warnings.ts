import { HIGHEST_SCORE, mostPoints } from '../crs/ruleMeaning.ts'
import { abilities } from '../schema/common.ts'
import { educationLevels } from '../schema/profile.ts'
import type { Reform } from '../schema/reform.ts'
import type { Provisions } from '../schema/ruleset.ts'
import { baseProvisions, unknownOf } from './base.ts'
import { cellAt } from './cells.ts'

/** What is odd about a reform, and may be meant: it is said, not forbidden. */
export type ReformWarning =
  /** Nobody has published this value and none is filled in; it counts as no points. */
  | { code: 'unknown-empty'; path: string }
  /** More of a good thing gives fewer points: the cell at `path` against the cell before it. */
  | { code: 'fewer-for-more'; path: string; points: number; before: number }
  /** Points by age rise again after they have fallen. */
  | { code: 'age-rises-again'; path: string; points: number; before: number }
  /** Points that are never given in full, because of a limit. */
  | { code: 'cut-by-limit'; path: string; points: number; limit: number }
  /** Somebody can have more than the scale holds. */
  | { code: 'above-scale'; path: '$'; points: number; limit: number }

type Cell = readonly [path: string, points: number]
const columns = ['withSpouse', 'withoutSpouse'] as const
const highWageSteps = ['x1-3', 'x1-5', 'x2']

const pointsAt = (provisions: Provisions, path: string): number => {
  const value = cellAt(provisions, path)
  return typeof value === 'number' ? value : 0
}

/** The cells of a table from its first row to its last: by lower bound, or in the order of `keys`. */
function rowsOf(provisions: Provisions, table: string, keys?: readonly string[]): Cell[] {
  const names = keys ?? Object.keys(cellAt(provisions, table) as object).toSorted((a, b) => Number(a) - Number(b))
  return names.map((key) => [`${table}.${key}`, pointsAt(provisions, `${table}.${key}`)])
}

const gridSides = [0, 1, 2]

/** Both ways through a grid. */
function gridRuns(provisions: Provisions, grid: string): Cell[][] {
  const cell = (row: number, column: number): Cell => {
    const path = `${grid}.grid.${row}.${column}`
    return [path, pointsAt(provisions, path)]
  }
  return gridSides.flatMap((fixed) => [
    gridSides.map((column) => cell(fixed, column)),
    gridSides.map((row) => cell(row, fixed)),
  ])
}

/** Runs of cells along which somebody has more and more: points are expected not to fall. */
function* risingRuns(provisions: Provisions): Generator<Cell[]> {
  for (const column of columns) {
    yield rowsOf(provisions, `core.education.${column}`, educationLevels)
    for (const table of ['firstLanguage', 'secondLanguage', 'canadianWork']) {
      yield rowsOf(provisions, `core.${table}.${column}`)
    }
  }
  yield rowsOf(provisions, 'spouse.education.points', educationLevels)
  yield rowsOf(provisions, 'spouse.language.points')
  yield rowsOf(provisions, 'spouse.canadianWork.points')
  yield rowsOf(provisions, 'transferability.tradeCertificate.points')
  for (const grid of ['educationLanguage', 'educationCanadianWork', 'foreignLanguage', 'foreignCanadianWork']) {
    yield* gridRuns(provisions, `transferability.${grid}`)
  }
  yield rowsOf(provisions, 'additional.french.points', ['frenchAlone', 'withEnglish'])
  yield rowsOf(provisions, 'additional.canadianStudy.points', ['one-or-two-years', 'three-years-or-more'])
  yield rowsOf(provisions, 'additional.highWage.work', highWageSteps)
  yield rowsOf(provisions, 'additional.highWage.offer', highWageSteps)
}

function* fewerForMore(provisions: Provisions): Generator<ReformWarning> {
  const said = new Set<string>()
  for (const run of risingRuns(provisions)) {
    for (let place = 1; place < run.length; place++) {
      const [path, points] = run[place]
      const before = run[place - 1][1]
      if (points >= before || said.has(path)) continue
      said.add(path)
      yield { code: 'fewer-for-more', path, points, before }
    }
  }
}

/** The law gives more points up to some age and fewer from some age on. */
function* ageRisesAgain(provisions: Provisions): Generator<ReformWarning> {
  for (const column of columns) {
    const run = rowsOf(provisions, `core.age.${column}`)
    let hasFallen = false
    for (let place = 1; place < run.length; place++) {
      const [path, points] = run[place]
      const before = run[place - 1][1]
      if (points > before && hasFallen) yield { code: 'age-rises-again', path, points, before }
      if (points < before) hasFallen = true
    }
  }
}

const highestOf = (table: object): number => Math.max(0, ...Object.values(table))

/** Points and the limit they run into. */
function* limited({
  core,
  transferability,
  additional,
}: Provisions): Generator<[path: string, points: number, limit: number]> {
  for (const column of columns) {
    const points = abilities.length * highestOf(core.secondLanguage[column])
    yield [`core.secondLanguage.${column}`, points, core.secondLanguage.cap[column]]
  }
  const { caps } = transferability
  for (const [grid, limit] of [
    ['educationLanguage', caps.educationPair],
    ['educationCanadianWork', caps.educationPair],
    ['foreignLanguage', caps.foreignPair],
    ['foreignCanadianWork', caps.foreignPair],
  ] as const) {
    yield [`transferability.${grid}.grid`, Math.max(...transferability[grid].grid.flat()), limit]
  }
  yield ['transferability.tradeCertificate.points', highestOf(transferability.tradeCertificate.points), caps.total]
  const { provincialNomination, jobOffer, french, canadianStudy, sibling, highWage, cap } = additional
  const highestNumber = (table: object) => highestOf(Object.values(table).map(Number))
  yield ['additional.provincialNomination.points', provincialNomination.points ?? 0, cap.points]
  yield ['additional.jobOffer.points', highestNumber(jobOffer.points), cap.points]
  yield ['additional.french.points', highestNumber(french.points), cap.points]
  yield ['additional.canadianStudy.points', highestNumber(canadianStudy.points), cap.points]
  yield ['additional.sibling.points', sibling.points ?? 0, cap.points]
  yield ['additional.highWage.work', highestNumber(highWage.work), cap.points]
  yield ['additional.highWage.offer', highestNumber(highWage.offer), cap.points]
}

function* oddities(provisions: Provisions): Generator<ReformWarning> {
  yield* fewerForMore(provisions)
  yield* ageRisesAgain(provisions)
  for (const [path, points, limit] of limited(provisions)) {
    if (points > limit) yield { code: 'cut-by-limit', path, points, limit }
  }
  const most = mostPoints(provisions)
  if (most > HIGHEST_SCORE) yield { code: 'above-scale', path: '$', points: most, limit: HIGHEST_SCORE }
}

/**
 * Everything odd about a reform, in the order of the rule tree: first unknown values, then what the reform itself brings in.
 * What was odd before (the law itself cuts four abilities of a second language) is not said again.
 */
export function warningsOf(reform: Reform, provisions: Provisions): ReformWarning[] {
  const before = new Set([...oddities(baseProvisions(reform.base))].map((one) => JSON.stringify(one)))
  return [
    ...unknownOf(reform.base)
      .filter((path) => cellAt(provisions, path) === null)
      .map((path): ReformWarning => ({ code: 'unknown-empty', path })),
    ...[...oddities(provisions)].filter((one) => !before.has(JSON.stringify(one))),
  ]
}
