import { lowestLevel } from '../language/levels.ts'
import { testScales } from '../language/tests.ts'
import type { ProgramFacts } from './facts.ts'
import { fswGrid } from './fswGrid.ts'
import { type Answer, answer, type Reason, type ReasonKey, remark, requirement } from './reasons.ts'
import { programRules } from './rules.ts'

const remarks = (keys: readonly ReasonKey[]): Reason[] => keys.map(remark)

/** What every program asks: a place to live outside Quebec, and a valid test in the first language. */
const commonReasons = ({ outsideQuebec, languageValid }: ProgramFacts): Reason[] => [
  requirement('destination.outsideQuebec', outsideQuebec),
  requirement('language.valid', languageValid, { window: testScales.IELTS_GT.validMonths }),
]

/** Enough money to settle; no requirement where the amount is not known, or the candidate works here with an offer. */
function fundsReasons({ funds, assumptions }: ProgramFacts): Reason[] {
  const { needed, has, exempt } = funds
  if (exempt) return [remark('funds.exempt')]
  if (needed === undefined || has === undefined) return remarks(assumptions.funds)
  return [requirement('funds.enough', has >= needed, { needed, has }), ...remarks(assumptions.funds)]
}

/** Canadian Experience Class: recent skilled work in Canada, and the language level of its TEER. */
export function cec(facts: ProgramFacts): Answer {
  const { work, language } = programRules.cec
  const { months, teer = language.unknownTeer } = facts.cec
  const levels: Readonly<Record<string, number>> = language.minimumLevelByTeer
  const level = lowestLevel(facts.firstLanguage)
  const needed = levels[teer]
  return answer([
    ...commonReasons(facts),
    requirement('cec.work', months >= work.minimumMonths, {
      needed: work.minimumMonths,
      has: months,
      window: work.windowMonths,
    }),
    requirement('cec.language', level >= needed, { needed, has: level }),
    ...remarks([...facts.assumptions.all, ...facts.assumptions.cec]),
  ])
}

/** Federal Skilled Worker: a continuous year of skilled work, language, a credential, 67 points, funds. */
export function fsw(facts: ProgramFacts): Answer {
  const { work, language, education, grid } = programRules.fsw
  const { longestRunMonths, educationProven } = facts.fsw
  const level = lowestLevel(facts.firstLanguage)
  const { total } = fswGrid(facts.fsw.grid)
  return answer([
    ...commonReasons(facts),
    requirement('fsw.work', longestRunMonths >= work.minimumMonths, {
      needed: work.minimumMonths,
      has: longestRunMonths,
      window: work.windowMonths,
    }),
    requirement('fsw.language', level >= language.minimumLevel, { needed: language.minimumLevel, has: level }),
    requirement('fsw.education', educationProven, { window: education.assessmentValidMonths }),
    requirement('fsw.points', total >= grid.passMark, { needed: grid.passMark, has: total }),
    ...fundsReasons(facts),
    ...remarks([...facts.assumptions.all, ...facts.assumptions.fsw]),
  ])
}

/** Federal Skilled Trades: two years in one trade, language, an offer or a certificate, funds. */
export function fst(facts: ProgramFacts): Answer {
  const { work, language } = programRules.fst
  const { speaking, listening, reading, writing } = facts.firstLanguage
  const { months } = facts.fst
  const spoken = { needed: language.minimumLevel.speaking, has: Math.min(speaking, listening) }
  const written = { needed: language.minimumLevel.reading, has: Math.min(reading, writing) }
  return answer([
    ...commonReasons(facts),
    requirement('fst.work', months >= work.minimumMonths, {
      needed: work.minimumMonths,
      has: months,
      window: work.windowMonths,
    }),
    requirement('fst.speakingListening', spoken.has >= spoken.needed, spoken),
    requirement('fst.readingWriting', written.has >= written.needed, written),
    requirement('fst.offerOrCertificate', facts.qualifyingJobOffer || facts.tradeCertificate),
    ...fundsReasons(facts),
    ...remarks([...facts.assumptions.all, ...facts.assumptions.fst]),
  ])
}

/** A provincial nominee has to meet one of the three programs as well. */
export const pnp = (isNominated: boolean, meetsProgram: boolean): Answer =>
  answer([requirement('pnp.nomination', isNominated), requirement('pnp.program', meetsProgram)])
