import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../shared/draws/feed.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { type Entry, entryOf, feedWith, realFeed } from '../../helpers/feed.ts'

/** The feed of a single draw, changed. */
const parseOne = (drawNumber: string, changes: Entry) => parseFeed({ rounds: [entryOf(drawNumber, changes)] })

describe('the real feed', () => {
  const parsed = parseFeed(realFeed())

  it('reads as the bundled history, draw by draw', () => {
    expect(parsed.refused).toEqual([])
    expect(parsed.draws).toEqual(publishedDraws)
  })

  it('lists every repair with the draw, the field, what it was and what it is now', () => {
    expect(parsed.repairs.map(({ draw, field, was, now }) => [draw, field, was, now])).toEqual([
      ['383', 'drawCutOff', 'March 05, 2025 at 05:10:48', '2025-03-05T05:10:48Z'],
      ['357', 'drawDateTime', 'July 12, 2025 at 16:27:45 UTC', '2025-07-22T16:27:45Z'],
      ['333', 'drawDateTime', 'January 23, 2025 at 2025-01-23 15:30:04 UTC', '2025-01-23T15:30:04Z'],
      ['322', 'drawCutOff', 'March 02. 2024 at 01:58:34 UTC', '2024-03-02T01:58:34Z'],
      ['310', 'drawDateTime', 'August 15, 2024 at 2024-08-15 15:11:54 UTC', '2024-08-15T15:11:54Z'],
      ['277', 'drawCutOff', 'August 30. 2023 at 17:30:21 UTC', '2023-08-30T17:30:21Z'],
      ['270', 'drawDateTime', 'October 25, 2023 at 15:48:39 AM UTC', '2023-10-25T15:48:39Z'],
      ['258', 'drawCutOff', 'June 15, 2023 at 23:49:05', '2023-06-15T23:49:05Z'],
      ['247', 'dd4', '680', '860'],
      ['210', 'drawCutOff', 'June 22, 2021 at 20:19:59 PM UTC', '2021-06-22T20:19:59Z'],
      ['208', 'drawSize', '681', '888'],
      ['208', 'drawCutOff', 'October 7 at 16:38:21 UTC', '2021-10-07T16:38:21Z'],
      ['6', 'drawDateTime', 'March 27, 2015 at 23:59:47', '2015-03-27T23:59:47Z'],
    ])
    expect(parsed.repairs.every(({ why }) => why.length > 10)).toBe(true)
  })

  it('keeps a date that is a day before the time in UTC, and a tie-break at the time of the draw', () => {
    expect(parsed.draws.find(({ number }) => number === '104')).toMatchObject({
      date: '2018-11-14',
      instant: '2018-11-15T14:06:07Z',
    })
    expect(parsed.draws.find(({ number }) => number === '139')).toMatchObject({
      date: '2020-03-18',
      instant: '2020-03-19T02:04:06Z',
      tieBreak: '2020-03-19T02:04:06Z',
    })
  })

  it('applies a known correction only while the feed shows the wrong value', () => {
    const { draws, repairs } = parseFeed(feedWith('208', { drawSize: '889' }))
    expect(draws.find(({ number }) => number === '208')?.size).toBe(889)
    expect(repairs.filter(({ draw }) => draw === '208').map(({ field }) => field)).toEqual(['drawCutOff'])
  })
})

describe('the sums of a pool table', () => {
  it('has the one swap of digits mended that explains a sub-band', () => {
    const { draws, repairs } = parseOne('388', { dd4: '12,135' })
    expect(draws[0].pool?.bands['491-500']).toBe(12_315)
    expect(repairs).toMatchObject([{ draw: '388', field: 'dd4', was: '12,135', now: '12,315' }])
  })

  it('has a middle band rebuilt where its tens and the total agree', () => {
    const { draws, repairs } = parseOne('388', { dd9: '77,777' })
    expect(draws[0].pool).toEqual(publishedDraws.at(-1)?.pool)
    expect(repairs).toMatchObject([{ field: 'dd9', now: '66,948' }])
  })

  it('has swapped digits of the total mended', () => {
    expect(parseOne('388', { dd18: '273,302' }).draws[0].pool?.total).toBe(237_302)
  })

  it('is refused when two swaps would explain the same gap', () => {
    const { refused } = parseFeed(feedWith('247', { drawDate: '2023-04-26', dd4: '0680' }))
    expect(refused).toMatchObject([{ code: 'EE_FEED', path: '$.rounds[141].dd3' }])
    expect(refused[0].message).toMatch(/draw 247: received 55867.*55687.*dd4 or dd8/)
  })

  it('is refused when no swap of digits explains the gap', () => {
    expect(parseOne('388', { dd4: '5' }).refused[0].message).toMatch(/no swap of two digits explains it/)
  })

  it('gives no pool when every field is zero or blank', () => {
    const zeros = Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`dd${index + 1}`, index % 2 ? '0' : '']))
    expect(parseOne('388', zeros).draws[0].pool).toBeNull()
  })

  it('takes the year of the table from the draw around New Year', () => {
    const { draws, repairs } = parseOne('388', { drawDistributionAsOn: 'December 14, 2026' })
    expect(draws[0].pool?.asOf).toBe('2025-12-14')
    expect(repairs).toMatchObject([{ field: 'drawDistributionAsOn', now: '2025-12-14' }])
  })
})

describe('what cannot be read is refused, with the draw and the place', () => {
  const cases: [string, Entry, string, RegExp][] = [
    ['a name nobody knows', { drawName: 'Astronauts (Version 1)' }, 'drawName', /received "Astronauts.*not guessed/],
    ['half a known name', { drawName: 'French dentists' }, 'drawName', /not guessed/],
    ['a size in words', { drawSize: 'six thousand' }, 'drawSize', /received "six thousand"; expected a whole number/],
    ['a size of nobody', { drawSize: '0' }, 'drawSize', /from 1 to/],
    ['a cutoff above the scale', { drawCRS: '1201' }, 'drawCRS', /from 0 to 1200/],
    ['a missing cutoff', { drawCRS: undefined }, 'drawCRS', /received nothing/],
    ['a day that does not exist', { drawDate: '2025-02-30', drawDateFull: '' }, 'drawDate', /"2025-02-30"/],
    ['a time in another zone', { drawDateTime: 'December 17, 2025 at 12:26:48 EST' }, 'drawDateTime', /12:26:48 EST/],
    [
      'a tie-break after the draw',
      { drawCutOff: 'December 18, 2025 at 00:00:00 UTC' },
      'drawCutOff',
      /not after the draw/,
    ],
    ['a tie-break that is a number', { drawCutOff: 7 }, 'drawCutOff', /received 7; expected a time/],
    ['a table of another season', { drawDistributionAsOn: 'May 1, 2025' }, 'drawDistributionAsOn', /60 days/],
    ['a band in words', { dd7: 'many' }, 'dd7', /received "many"/],
    ['a number that is none', { drawNumber: 'next' }, 'drawNumber', /received "next"/],
  ]
  it.each(cases)('%s', (_, changes, field, words) => {
    const { refused } = parseOne('388', changes)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ code: 'EE_FEED', path: `$.rounds[0].${field}` })
    expect(refused[0].message).toMatch(words)
  })

  it('reports every mistake of an entry at once', () => {
    const { refused } = parseOne('388', { drawSize: '', drawCRS: 'x', drawName: '' })
    expect(refused.map(({ path }) => path)).toEqual([
      '$.rounds[0].drawName',
      '$.rounds[0].drawSize',
      '$.rounds[0].drawCRS',
    ])
  })

  it('a number that appears twice, and a date that falls while numbers rise', () => {
    const [newest, before] = [entryOf('388'), entryOf('387')]
    expect(parseFeed({ rounds: [newest, newest] }).refused[0].message).toMatch(/draw 388: the same number/)
    const early = { ...newest, drawNumber: '386' }
    expect(parseFeed({ rounds: [before, early] }).refused[0].message).toMatch(/draw 387: .*before draw 386/)
  })

  it.each([[null], [[]], ['text'], [{}], [{ rounds: 'none' }], [{ rounds: [] }]])('a feed that is %j', (json) => {
    expect(parseFeed(json)).toMatchObject({ draws: [], refused: [{ code: 'EE_FEED', path: '$.rounds' }] })
  })
})

describe('a date printed twice', () => {
  it('is decided by the time of the draw when the two differ', () => {
    const { draws, repairs } = parseOne('388', { drawDate: '2025-12-07' })
    expect(draws[0].date).toBe('2025-12-17')
    expect(repairs).toMatchObject([{ field: 'drawDate', was: '2025-12-07', now: '2025-12-17' }])
  })

  it('is refused when the time decides for neither', () => {
    const { refused } = parseOne('388', { drawDate: '2025-10-07', drawDateTime: 'January 1, 2025 at 10:00:00 UTC' })
    expect(refused[0].message).toMatch(/decides for neither/)
  })
})
