import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packLevels } from '../../shared/crs/columns.ts'
import type { ProgramFacts } from '../../shared/eligibility/facts.ts'
import { type ProgramRow, partnerBit, program, programMask } from '../../shared/eligibility/programs.kernel.ts'
import { cec, fst, fsw } from '../../shared/eligibility/programs.ts'
import { canadianStudyLevels, educationLevels } from '../../shared/schema/profile.ts'

/** Mostly around the thresholds, so that all three programs are met and missed often. */
const level = fc.integer({ min: 3, max: 12 })
const levels = fc.record({ listening: level, reading: level, writing: level, speaking: level })
const bit = fc.integer({ min: 0, max: 1 })

const row = fc.record({
  levels,
  secondLanguageLowest: fc.integer({ min: 0, max: 12 }),
  ageYears: fc.integer({ min: 16, max: 50 }),
  education: fc.integer({ min: 0, max: educationLevels.length - 1 }),
  canadianWorkMonths: fc.integer({ min: 0, max: 72 }),
  foreignWorkYears: fc.integer({ min: 0, max: 7 }),
  occupationTeer: fc.integer({ min: 0, max: 5 }),
  isTradeOccupation: bit,
  tradeCertificate: bit,
  qualifyingJobOffer: bit,
  canadianStudy: fc.integer({ min: 0, max: canadianStudyLevels.length - 1 }),
  partner: fc.integer({ min: 0, max: 7 }),
  relativeInCanada: bit,
})
type ReadableRow = Omit<ProgramRow, 'firstLanguage'> & { levels: ProgramFacts['firstLanguage'] }

/** The same person as the programs' readable rules see them. */
function factsOf(person: ReadableRow): ProgramFacts {
  const skilled = person.occupationTeer <= 3
  const foreignMonths = 12 * person.foreignWorkYears
  const totalMonths = person.canadianWorkMonths + foreignMonths
  const second = person.secondLanguageLowest
  return {
    outsideQuebec: true,
    firstLanguage: person.levels,
    languageValid: true,
    cec: { months: skilled ? person.canadianWorkMonths : 0, teer: skilled ? person.occupationTeer : undefined },
    fsw: {
      longestRunMonths: skilled ? Math.max(person.canadianWorkMonths, foreignMonths) : 0,
      educationProven: educationLevels[person.education] !== 'less-than-secondary',
      grid: {
        age: person.ageYears,
        education: educationLevels[person.education],
        firstLanguage: { language: 'en', clb: person.levels },
        secondLanguage: {
          language: 'fr',
          clb: { listening: second, reading: second, writing: second, speaking: second },
        },
        experienceYearsTotal: skilled ? totalMonths / 12 : 0,
        arrangedEmployment: person.qualifyingJobOffer === 1,
        adaptability: {
          applicantWork: person.canadianWorkMonths >= 12,
          applicantStudy: canadianStudyLevels[person.canadianStudy] === 'three-years-or-more',
          spouseStudy: (person.partner & partnerBit.study) !== 0,
          spouseWork: (person.partner & partnerBit.work) !== 0,
          spouseLanguage: (person.partner & partnerBit.language) !== 0,
          relative: person.relativeInCanada === 1,
        },
      },
    },
    fst: { months: person.isTradeOccupation === 1 ? totalMonths : 0 },
    qualifyingJobOffer: person.qualifyingJobOffer === 1,
    tradeCertificate: person.tradeCertificate === 1,
    funds: { needed: undefined, has: undefined, exempt: false },
    assumptions: { all: [], cec: [], fsw: [], fst: [], funds: [] },
  }
}

function readableMask(person: ReadableRow): number {
  const facts = factsOf(person)
  return (
    (cec(facts).eligible ? program.cec : 0) |
    (fsw(facts).eligible ? program.fsw : 0) |
    (fst(facts).eligible ? program.fst : 0)
  )
}

it('the kernel of the programs equals its readable twin', () => {
  const met = new Map<number, number>()
  fc.assert(
    fc.property(row, (person) => {
      const mask = programMask({ ...person, firstLanguage: packLevels(person.levels) })
      met.set(mask, (met.get(mask) ?? 0) + 1)
      expect(mask).toBe(readableMask(person))
    }),
    { numRuns: 5000, seed: 20251217 },
  )
  const every = [...met.keys()].reduce((union, mask) => union | mask, 0)
  expect(every).toBe(program.cec | program.fsw | program.fst)
})
