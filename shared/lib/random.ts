import alea from 'seedrandom/lib/alea.js'
import { uniformOf } from './hash.ts'
import { naturalLog } from './portableMath.ts'

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

/**
 * Random numbers that belong to single persons: after {@link PersonalRandom.of} they are the same whatever happened to
 * others before (common random numbers). One object serves all persons in turn.
 */
export class PersonalRandom implements RandomStream {
  readonly #hash: number
  #id = 0
  #drawn = 0

  /** @param hash 32 bits of a process: its numbers have nothing to do with those of another */
  constructor(hash: number) {
    this.#hash = hash
  }

  /** Begins the numbers of a person. `occasion` goes on where an earlier {@link PersonalRandom.occasion} was. */
  of(id: number, occasion = 0): this {
    this.#id = id
    this.#drawn = occasion
    return this
  }

  get occasion(): number {
    return this.#drawn
  }

  next(): number {
    return uniformOf(this.#hash, this.#id, this.#drawn++)
  }

  integer(below: number): number {
    return Math.floor(this.next() * below)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }
}

/**
 * A standard normal number, by Marsaglia's polar method: only + - * / and logarithm, so the same bytes on every machine.
 */
export function standardNormal(random: Pick<RandomStream, 'next'>): number {
  for (;;) {
    const x = 2 * random.next() - 1
    const y = 2 * random.next() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * naturalLog(square)) / square)
  }
}
