import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../shared/draws/csv.ts'
import { drawsSource, newestSnapshotNotAfter, publishedDraws, snapshots } from '../../../shared/draws/history.ts'
import { parseDay, tryParseDay } from '../../../shared/lib/day.ts'
import { PoolSnapshot, PublishedDraw } from '../../../shared/schema/draw.ts'
import { shapeIssues } from '../../../shared/schema/validate.ts'

const publishedCsv = readFileSync(new URL('../../corpus/draws.csv', import.meta.url), 'utf8')

/** Draws whose instant, or tie-break, that table has as a bare date; the feed has the time: "May 26, 2017, at 16:35:48 UTC". */
const lostTimes = [
  ['63', '64', '75', '76', '239', '240', '241', '242', '310', '333'],
  ['239', '240', '241', '242'],
]

function withoutLostTimes(csv: string): string {
  const lines = csv.split('\r\n').map((line) => {
    const fields = line.split(',')
    const [instant, tieBreak] = lostTimes.map((numbers) => numbers.includes(fields[0]))
    if (instant) fields[2] = fields[2].slice(0, 10)
    if (tieBreak) fields[7] = fields[7].slice(0, 10)
    return fields.join(',')
  })
  return lines.join('\r\n')
}

describe('the bundled history of draws', () => {
  it('prints as the table of draws it was made from, byte for byte, with the times of day that table lost', () => {
    const lost = withoutLostTimes(toCsv(publishedDraws))
    expect(lost).toBe(publishedCsv)
    expect(toCsv(publishedDraws).length - lost.length).toBe(lostTimes.flat().length * 'T00:00:00Z'.length)
  })

  it('holds 389 draws of the published shape, oldest first', () => {
    expect(publishedDraws).toHaveLength(389)
    expect(publishedDraws.flatMap((draw) => shapeIssues(PublishedDraw, draw))).toEqual([])
    const dates = publishedDraws.map((draw) => draw.date)
    expect(dates).toEqual([...dates].sort())
    expect([dates[0], dates.at(-1)]).toEqual(['2015-01-31', '2025-12-17'])
  })

  it('keeps the two draws numbered 91 in their order', () => {
    expect(publishedDraws.filter((draw) => draw.date === '2018-05-30').map((draw) => draw.number)).toEqual([
      '91a',
      '91b',
    ])
  })

  it('has bands that add up to the published total in every snapshot', () => {
    const sums = snapshots.map(({ bands }) => Object.values(bands).reduce((sum, count) => sum + count, 0))
    expect(sums).toEqual(snapshots.map(({ total }) => total))
    expect(snapshots.flatMap((snapshot) => shapeIssues(PoolSnapshot, snapshot))).toEqual([])
  })

  it('has no pool table beside the draws that had none', () => {
    const late = publishedDraws.filter((draw) => draw.pool === null && draw.date >= '2022-01-19')
    expect(late.map((draw) => draw.number)).toEqual(['223', '224', '226', '227'])
    expect(publishedDraws.filter((draw) => draw.date < '2022-01-19').every((draw) => draw.pool === null)).toBe(true)
  })

  it('names its source and a real day of retrieval not before the newest draw', () => {
    expect(drawsSource.url).toMatch(/^https:\/\/www\.canada\.ca\//)
    expect(tryParseDay(drawsSource.retrieved)).toBeGreaterThanOrEqual(parseDay('2025-12-17'))
  })
})

describe('newestSnapshotNotAfter', () => {
  it('takes the table of the day itself and otherwise the one before', () => {
    expect(newestSnapshotNotAfter(parseDay('2025-12-14'))).toMatchObject({ asOf: '2025-12-14', total: 237_302 })
    expect(newestSnapshotNotAfter(parseDay('2022-02-01')).asOf).toBe('2022-01-31')
  })

  it('refuses a day before the first table and names it', () => {
    expect(() => newestSnapshotNotAfter(parseDay('2021-12-31'))).toThrow(/received 2021-12-31.*2022-01-17/)
  })
})

it('a name with a comma, a quote or a line break is quoted in the CSV', () => {
  const name = 'Physicians with "Canadian" Work Experience, 2026-Version 1'
  const [, line] = toCsv([{ ...publishedDraws[0], name }]).split('\r\n')
  expect(line).toContain(',general,"Physicians with ""Canadian"" Work Experience, 2026-Version 1",779,')
})
