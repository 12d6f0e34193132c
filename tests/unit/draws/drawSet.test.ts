import { describe, expect, it } from 'vitest'
import { compareDrawSets, compareNumbers, drawSetIssues } from '../../../shared/draws/drawSet.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'

const newest = publishedDraws[publishedDraws.length - 1]

describe('a stored set of draws', () => {
  it('has no issues as bundled', () => expect(drawSetIssues(publishedDraws)).toEqual([]))

  it.each([
    ['a missing field', { ...newest, size: undefined }, '$.draws[0].size', /is missing/],
    ['a stream nobody knows', { ...newest, stream: 'astronauts' }, '$.draws[0].stream', /astronauts/],
    ['a day that does not exist', { ...newest, date: '2025-02-30' }, '$.draws[0]', /does not exist/],
    [
      'bands that miss the total',
      { ...newest, pool: newest.pool && { ...newest.pool, total: 1 } },
      '$.draws[0].pool.total',
      /received 1, but its bands add up to 237302/,
    ],
  ])('with %s is refused', (_, draw, path, words) => {
    const [found] = drawSetIssues([draw])
    expect(found.path).toBe(path)
    expect(found.message).toMatch(words)
  })

  it('in the wrong order, or with a number twice, is refused', () => {
    expect(drawSetIssues([...publishedDraws].reverse())).not.toEqual([])
    expect(drawSetIssues([newest, newest])).toMatchObject([{ path: '$.draws[1].drawNumber' }])
  })
})

it('draws are ordered by digits, then by letter', () => {
  const numbers = ['100', '91b', '9', '91a', '92'].map((number) => ({ number }))
  expect(numbers.sort(compareNumbers).map(({ number }) => number)).toEqual(['9', '91a', '91b', '92', '100'])
})

it('comparing two sets names what is new, different, gone and the same', () => {
  const [first, second, third] = publishedDraws
  const changes = compareDrawSets([first, second], [{ ...second, size: 5 }, third])
  expect(changes).toEqual({
    added: [third],
    changed: [{ draw: '2', field: 'size', was: 779, now: 5 }],
    removed: ['1'],
    unchanged: 0,
  })
  expect(compareDrawSets(publishedDraws, publishedDraws)).toEqual({
    added: [],
    changed: [],
    removed: [],
    unchanged: 389,
  })
})
