import type { ScoringColumns } from './columns.ts'
import type { CompiledRuleset } from './compile.ts'

/**
 * CRS totals of rows `from` to `to - 1`, written to `scores`. The readable twin is `explain.ts`.
 *
 * Why it is fast: every column and table is a local (no property read in the loop), every table read is an integer index
 * into a typed array, the twelve packed bits of section D and the whole of section C are one read each, and nothing is
 * allocated. Literal shifts repeat the layouts of `columns.ts` and `compile.ts`; the property test holds them together.
 */
export function scoreRows(
  rules: CompiledRuleset,
  columns: ScoringColumns,
  from: number,
  to: number,
  scores: Uint16Array,
): void {
  const { age, education, firstLanguage, secondLanguage, canadianWork, transferability, additional } = rules
  const { spouseEducation, spouseLanguage, spouseCanadianWork, lowestLevel, minimumFrench, minimumEnglish } = rules
  const ageOf = columns.ageYears
  const educationOf = columns.education
  const firstOf = columns.firstLanguage
  const secondOf = columns.secondLanguage
  const canadianOf = columns.canadianWorkYears
  const foreignOf = columns.foreignWorkYears
  const spouseEducationOf = columns.spouseEducation
  const spouseLanguageOf = columns.spouseLanguage
  const spouseCanadianOf = columns.spouseCanadianWorkYears
  const traitsOf = columns.traits

  for (let row = from; row < to; row++) {
    const traits = traitsOf[row]
    const level = educationOf[row]
    const first = firstOf[row]
    const second = secondOf[row]
    const canadianYears = canadianOf[row]
    const withSpouse = traits & 1
    const lowestFirst = lowestLevel[first]
    const lowestSecond = lowestLevel[second]

    let total =
      age[(withSpouse << 7) | ageOf[row]] +
      education[(withSpouse << 3) | level] +
      firstLanguage[(withSpouse << 16) | first] +
      secondLanguage[(withSpouse << 16) | second] +
      canadianWork[(withSpouse << 4) | canadianYears] +
      transferability[
        level | (canadianYears << 3) | (foreignOf[row] << 7) | (lowestFirst << 11) | (((traits >> 1) & 1) << 15)
      ]
    if (withSpouse === 1) {
      total +=
        spouseEducation[spouseEducationOf[row]] +
        spouseLanguage[spouseLanguageOf[row]] +
        spouseCanadianWork[spouseCanadianOf[row]]
    }
    const frenchIsFirst = (traits & 4) !== 0
    const french = frenchIsFirst ? lowestFirst : lowestSecond
    const english = frenchIsFirst ? lowestSecond : lowestFirst
    const frenchClass = french >= minimumFrench ? (english >= minimumEnglish ? 2 : 1) : 0
    scores[row] = total + additional[(traits >> 3) | (frenchClass << 10)]
  }
}
