import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { streams } from '../../../../shared/schema/common.ts'
import { instrumentLimits, outcomeFigures } from '../../../../shared/schema/instrument.ts'

/** The instruments, in the order in which they are offered. */
export const kinds = ['response', 'tornado', 'split', 'sweep', 'gauge'] as const
export type Kind = (typeof kinds)[number]

const FEWEST_FACTORS = 2

/** Some numbers as an address holds them; null when they are not such. */
export function factorsIn(text: string): number[] | null {
  const factors = text.split('_').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const count = factors.length
  const isRight = count >= FEWEST_FACTORS && count <= instrumentLimits.sweepValues
  return isRight && factors.every((factor) => factor >= 0 && factor <= 100) ? factors : null
}

const parseAsFactors = createParser({
  parse: factorsIn,
  serialize: (factors: number[]) => factors.join('_'),
  eq: (a, b) => a.join() === b.join(),
}).withDefault([0.5, 1, 1.5])

/** What is asked of which instrument, in the address. */
export const useQuestion = () =>
  useQueryStates({
    instrument: parseAsStringLiteral(kinds).withDefault('response'),
    draw: parseAsString,
    figure: parseAsStringLiteral(outcomeFigures).withDefault('mean-cutoff'),
    stream: parseAsStringLiteral(streams),
    x: parseAsString.withDefault('inflow'),
    xs: parseAsFactors,
    y: parseAsString.withDefault('draw-sizes'),
    ys: parseAsFactors,
  })
export type Question = ReturnType<typeof useQuestion>[0]
