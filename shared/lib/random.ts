import alea from 'seedrandom/lib/alea.js'

/**
 * Named random streams of one seed. Every process of the simulation takes its own stream, so that
 * switching one process off moves no other (common random numbers). Alea because it is the fastest
 * generator of seedrandom whose arithmetic (doubles, + and *) is exact on every machine.
 *
 * @example
 * const random = randomStream('baseline', 'arrivals')
 * random.next()   // the same number on every machine
 */
export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number
  /** Uniform integer in 0 .. below-1. */
  integer(below: number): number
  chance(probability: number): boolean
}

export function randomStream(seed: string, name: string): RandomStream {
  const generator = alea(`${seed}/${name}`)
  return {
    next: generator,
    integer: (below) => Math.floor(generator() * below),
    chance: (probability) => generator() < probability,
  }
}
