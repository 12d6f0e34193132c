import { describe, expect, it } from 'vitest'
import { poissonCount, visitChosen } from '../../../shared/lib/counting.ts'
import { hashText } from '../../../shared/lib/hash.ts'
import { PersonalRandom, type RandomStream, randomStream } from '../../../shared/lib/random.ts'

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return meanOf(values.map((value) => (value - mean) ** 2))
}

describe('a Poisson count', () => {
  it.each([0.2, 3, 40, 499, 501, 1700])('of mean %d has that mean, and as much variance', (mean) => {
    const random = randomStream('counting', String(mean))
    const counts = Array.from({ length: 4000 }, () => poissonCount(random, mean))
    expect(Math.abs(meanOf(counts) - mean)).toBeLessThan(4 * Math.sqrt(mean / 4000))
    expect(Math.abs(varianceOf(counts) / mean - 1)).toBeLessThan(0.12)
  })

  it('of mean 0 is 0 and draws nothing', () => {
    const random: RandomStream = {
      next: () => {
        throw new Error('drawn')
      },
      integer: () => 0,
      chance: () => false,
    }
    expect(poissonCount(random, 0)).toBe(0)
  })
})

function chosen(probability: number, from: number, to: number, name = 'chosen'): number[] {
  const visited: number[] = []
  visitChosen(randomStream('counting', name), probability, from, to, (index) => visited.push(index))
  return visited
}

describe('numbers chosen with a probability', () => {
  it('are all for 1, none for 0 or nearly 0, none of an empty range', () => {
    expect(chosen(1, 5, 9)).toEqual([5, 6, 7, 8])
    for (const probability of [0, 1e-17, Number.MIN_VALUE]) expect(chosen(probability, 0, 1000)).toEqual([])
    expect(chosen(1, 4, 4)).toEqual([])
    expect(chosen(0.5, 9, 4)).toEqual([])
  })

  it.each([0.0003, 0.02, 0.5, 0.97])('are a share of %d, each as likely, ascending', (probability) => {
    const length = 400_000
    const visited = chosen(probability, 100, 100 + length)
    const expected = probability * length
    expect(Math.abs(visited.length - expected)).toBeLessThan(4 * Math.sqrt(expected))
    expect(visited.every((index, place) => place === 0 || index > visited[place - 1])).toBe(true)
    const lowHalf = visited.filter((index) => index < 100 + length / 2).length
    expect(Math.abs(lowHalf - visited.length / 2)).toBeLessThan(4 * Math.sqrt(visited.length))
  })

  it('begin with those of a shorter range', () => {
    const short = chosen(0.05, 0, 1000, 'range')
    expect(short.length).toBeGreaterThan(20)
    expect(chosen(0.05, 0, 5000, 'range').slice(0, short.length)).toEqual(short)
  })
})

describe('random numbers of single persons', () => {
  const draw = (random: PersonalRandom, count: number): number[] => Array.from({ length: count }, () => random.next())

  it('are the same whatever others drew, and go on where they were left', () => {
    const random = new PersonalRandom(hashText('a process'))
    const alone = draw(random.of(7), 6)
    draw(random.of(8), 100)
    expect(draw(random.of(7), 6)).toEqual(alone)
    draw(random.of(7), 2)
    const { occasion } = random
    draw(random.of(9), 3)
    expect(draw(random.of(7, occasion), 4)).toEqual(alone.slice(2))
  })

  it('differ between persons and processes, and are spread evenly', () => {
    const [one, other] = ['a', 'b'].map((name) => new PersonalRandom(hashText(name)))
    expect(draw(one.of(1), 3)).not.toEqual(draw(other.of(1), 3))
    expect(draw(one.of(1), 3)).not.toEqual(draw(one.of(2), 3))
    const firsts = Array.from({ length: 20_000 }, (_, id) => one.of(id).next())
    expect(meanOf(firsts)).toBeCloseTo(0.5, 2)
    expect(varianceOf(firsts)).toBeCloseTo(1 / 12, 2)
    const days = Array.from({ length: 20_000 }, (_, id) => one.of(id).integer(365))
    expect([Math.min(...days), Math.max(...days)]).toEqual([0, 364])
    const heads = Array.from({ length: 20_000 }, (_, id) => one.of(id).chance(0.3)).filter(Boolean)
    expect(heads.length / 20_000).toBeCloseTo(0.3, 1)
  })
})
