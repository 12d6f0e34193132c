import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, toCsv } from '../../../shared/draws/csv.ts'
import { readDrawsCsv } from '../../../shared/draws/csvReader.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'
import { issuesOf } from '../../helpers/issues.ts'

const publishedCsv = readFileSync(new URL('../../corpus/draws.csv', import.meta.url), 'utf8')

/** The newest draws, one with a pool table and one before there were any, as a table of fields. */
const some = [publishedDraws[0], ...publishedDraws.slice(-3)]
const table = (): string[][] =>
  toCsv(some)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
const columnOf = (name: string): number => table()[0].indexOf(name)

/** The table with one field of one row replaced. */
function withField(row: number, column: string, value: string): string {
  const rows = table()
  rows[row + 1][columnOf(column)] = value
  return csvText(rows)
}

/** What was refused, one line an issue, and the numbers of the draws that can be used. */
function read(text: string) {
  const { draws, refused } = readDrawsCsv(text)
  return {
    numbers: draws.map(({ number }) => number),
    refused: refused.map(({ code, path, message }) => `${code} ${path} ${message}`),
    draws,
  }
}
const numbersOfSome = some.map(({ number }) => number)

describe('a table of draws', () => {
  it('that was written from draws is read as those draws', () => {
    expect(readDrawsCsv(toCsv(publishedDraws))).toEqual({ draws: publishedDraws, refused: [] })
  })

  it('as handed out with the project holds the 389 draws, but for times of day it lost', () => {
    const { draws, refused } = readDrawsCsv(publishedCsv)
    expect(refused).toEqual([])
    const withoutTimes = publishedDraws.map(({ instant: _, tieBreak: __, ...rest }) => rest)
    expect(draws.map(({ instant: _, tieBreak: __, ...rest }) => rest)).toEqual(withoutTimes)
    const sameTimes = draws.filter(({ instant }, index) => instant === publishedDraws[index].instant)
    expect(sameTimes.length).toBeGreaterThan(370)
  })

  it('is read in any order of columns and of rows, with or without a byte order mark, LF or CRLF', () => {
    const order = fc.shuffledSubarray([...table()[0].keys()], { minLength: table()[0].length })
    const rows = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 })
    fc.assert(
      fc.property(order, rows, fc.boolean(), fc.boolean(), (columns, lines, hasMark, isUnix) => {
        const fields = table()
        const text = csvText([0, ...lines].map((line) => columns.map((column) => fields[line][column])))
        const written = (hasMark ? '\uFEFF' : '') + (isUnix ? text.replaceAll('\r\n', '\n') : text)
        expect(readDrawsCsv(written)).toEqual({ draws: some, refused: [] })
      }),
    )
  })

  it('may have quoted commas, quotes and line breaks in its names, blank lines, and no line end at its end', () => {
    const name = 'Physicians with "Canadian" Work Experience, 2026-Version 1'
    const note = 'first line\r\nsecond line'
    const draws = [{ ...some[0], name, note }, ...some.slice(1)]
    const text = toCsv(draws)
    expect(readDrawsCsv(text)).toEqual({ draws, refused: [] })
    const [header, ...rest] = toCsv(some).split('\r\n')
    expect(readDrawsCsv([header, '', '  ', ...rest].join('\r\n').trimEnd())).toEqual({ draws: some, refused: [] })
  })

  it('needs only number, date, stream, size and cutoff', () => {
    const text = 'draw_number,draw_date,type,itas,crs_cutoff\n389,2026-01-07,senior-managers,500,429\n'
    expect(readDrawsCsv(text)).toEqual({
      draws: [
        {
          ...{ number: '389', date: '2026-01-07', instant: '2026-01-07T12:00:00Z', stream: 'senior-managers' },
          ...{ name: 'senior-managers', size: 500, cutoff: 429, tieBreak: null, pool: null },
        },
      ],
      refused: [],
    })
  })

  it('may name the stream by the name of the draw alone', () => {
    const header = 'draw_number,draw_date,draw_name,itas,crs_cutoff\n'
    const { draws } = readDrawsCsv(`${header}389,2026-01-07,French-Language proficiency 2026-Version 2,500,429\n`)
    expect(draws).toMatchObject([{ stream: 'french', name: 'French-Language proficiency 2026-Version 2' }])
    expect(read(withField(3, 'type', 'astronauts'))).toMatchObject({ numbers: numbersOfSome, refused: [] })
  })

  it('may write streams with underscores, capitals and blanks around them', () => {
    const { draws, refused } = read(withField(2, 'type', ' Senior_Managers '))
    expect([draws[2].stream, refused]).toEqual(['senior-managers', []])
  })
})

describe('a row that cannot be used is named and left out, and the rest is read', () => {
  it.each([
    ['draw_number', 'last', '$[2].draw_number received "last"; expected a number such as 388'],
    ['draw_number', '', '$[2].draw_number received ""; expected a number such as 388'],
    ['draw_date', '2025-02-30', '$[2].draw_date received "2025-02-30"; expected a date such as 2025-12-17'],
    ['draw_date', '17/12/2025', '$[2].draw_date received "17/12/2025"; expected a date such as 2025-12-17'],
    ['itas', '4,500', '$[2].itas received "4,500"; expected a whole number of invitations'],
    ['itas', '-1', '$[2].itas received "-1"; expected a whole number of invitations'],
    ['itas', '1e3', '$[2].itas received "1e3"; expected a whole number of invitations'],
    ['itas', 'NaN', '$[2].itas received "NaN"; expected a whole number of invitations'],
    ['crs_cutoff', '1201', '$[2].crs_cutoff received "1201"; expected a score from 0 to 1200'],
    ['crs_cutoff', '515.5', '$[2].crs_cutoff received "515.5"; expected a score from 0 to 1200'],
    ['crs_cutoff', '', '$[2].crs_cutoff received ""; expected a score from 0 to 1200'],
  ])('%s of %j', (column, value, message) => {
    expect(read(withField(2, column, value))).toMatchObject({
      numbers: numbersOfSome.toSpliced(2, 1),
      refused: [`EE_DRAWS_FILE ${message}`],
    })
  })

  it('with a stream and a name nobody understands', () => {
    const rows = table()
    rows[3][columnOf('type')] = 'astronauts'
    rows[3][columnOf('draw_name')] = 'Astronauts (Version 1)'
    const { numbers, refused } = read(csvText(rows))
    expect(numbers).toEqual(numbersOfSome.toSpliced(2, 1))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(
      /^EE_DRAWS_FILE \$\[2\]\.type received "astronauts"; expected one of general, cec, .*draw_name/,
    )
  })

  it('with everything that is wrong with it', () => {
    const { numbers, refused } = read(`${toCsv(some)},,,,,\r\nx,y,z,astronauts,a,b,c\r\n`)
    expect(numbers).toEqual(numbersOfSome)
    expect(refused.map((line) => line.split(' ')[1])).toEqual(
      ['draw_number', 'draw_date', 'itas', 'crs_cutoff', 'type'].map((column) => `$[4].${column}`),
    )
  })

  it.each(['387', ' 387'])('that repeats a number, also as %j', (number) => {
    const { numbers, refused } = read(withField(3, 'draw_number', number))
    expect(numbers).toEqual(numbersOfSome.toSpliced(3, 1))
    expect(refused).toEqual([`EE_DRAWS_FILE $[3].draw_number received ${JSON.stringify(number)} a second time`])
  })
})

describe('a pool table that cannot be used is named and left out, and its draw is read', () => {
  it.each([
    ['p_total', '1', 'received "1", but the bands add up to 237302; the pool table is left out'],
    ['p501_600', 'many', 'received "many"; expected a count; the pool table is left out'],
    ['p501_600', '', 'received ""; expected a count; the pool table is left out'],
    ['p501_600', '-5', 'received "-5"; expected a count; the pool table is left out'],
    ['pool_as_of', 'Sunday', 'received "Sunday"; expected a date; the pool table is left out'],
  ])('%s of %j', (column, value, message) => {
    const { draws, numbers, refused } = read(withField(3, column, value))
    expect(refused).toEqual([`EE_DRAWS_FILE $[3].${column} ${message}`])
    expect(numbers).toEqual(numbersOfSome)
    expect(draws[3]).toEqual({ ...some[3], pool: null })
    expect(draws[2]).toEqual(some[2])
  })

  it('but not for want of a total, which its bands give', () => {
    expect(readDrawsCsv(withField(3, 'p_total', ''))).toEqual({ draws: some, refused: [] })
  })
})

describe('a quote that is not closed', () => {
  it.each([
    ['at the end of a row, which swallows the rows after it', 1, 'notes', '"never closed'],
    ['before the end of its field', 1, 'draw_name', '"No Program" Specified'],
  ])('%s is told', (_, row, column, value) => {
    const rows = table()
    rows[row + 1][columnOf(column)] = value
    const text = rows.map((fields) => fields.join(',')).join('\r\n')
    const { numbers, refused } = read(text)
    expect(numbers).not.toContain(some[2].number)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatch(/^EE_DRAWS_FILE \$\[1\] has a quote that is not closed where its field ends/)
  })
})

describe('a file that is no such table is refused as a whole', () => {
  const all = 'draw_number, draw_date, itas, crs_cutoff'

  it.each([
    ['empty', '', all],
    ['of blank lines', '\r\n\r\n', all],
    ['JSON', '{"rounds":[{"drawNumber":"388"}]}', all],
    ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)), all],
    ['a table without sizes', 'draw_number,draw_date,type,crs_cutoff\n1,2015-01-31,general,886\n', 'itas'],
  ])('such as one that is %s', (_, text, missing) => {
    expect(issuesOf(() => readDrawsCsv(text))).toEqual([
      `EE_DRAWS_FILE $ expected a CSV table with the columns of draws.csv; missing: ${missing}`,
    ])
  })

  it('but the names of columns alone are a table without draws', () => {
    expect(readDrawsCsv(toCsv([]))).toEqual({ draws: [], refused: [] })
  })

  it('and never ends in another way than draws, issues or a refusal', () => {
    const line = fc.array(fc.oneof(fc.string(), fc.constantFrom('2025-12-17', '388', 'cec', '"', '515')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = [table()[0], ...lines].map((fields) => fields.join(',')).join('\n')
        const outcome = issuesOf(() => {
          const { draws } = readDrawsCsv(text)
          for (const { size, cutoff } of draws) expect([size, cutoff].every(Number.isInteger)).toBe(true)
        })
        expect(outcome.every((message) => message.startsWith('EE_DRAWS_FILE $ '))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
