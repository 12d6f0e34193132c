import { describe, expect, it } from 'vitest'
import { readDate, readDollars, readInstant } from '../../client/pages/chance/answers/fieldText.ts'
import { searchOccupations } from '../../client/pages/chance/form/searchOccupations.ts'

describe('dates', () => {
  it('are read however they are written, year first', () => {
    expect(['1996-05-21', '1996/5/21', '1996 5 21', '19960521', '1996.05.21'].map(readDate)).toEqual(
      Array(5).fill('1996-05-21'),
    )
    expect(['21-05-1996', '1996-13-01', '1996-5', 'May 21, 1996', ''].map(readDate)).toEqual(Array(5).fill(undefined))
    expect(['23 360 $', '$23,360', '23360', '12.5', '1,2'].map(readDollars)).toEqual([
      23_360,
      23_360,
      23_360,
      undefined,
      undefined,
    ])
    expect(['2026-05-02 14:30:07', '2026-5-2T14:30:07Z'].map(readInstant)).toEqual(
      Array(2).fill('2026-05-02T14:30:07Z'),
    )
    expect(['2026-05-02 9:05', '2026-05-02', '2026-05-02 soon'].map(readInstant)).toEqual([
      '2026-05-02T09:05:00Z',
      '2026-05-02T12:00:00Z',
      undefined,
    ])
  })
})

describe('occupations', () => {
  it('are found by code and by words of either language, without accents', () => {
    expect(searchOccupations('2123', 'en')[0].code).toMatch(/^2123/)
    expect(searchOccupations('software engineers', 'en')[0].code).toBe('21231')
    expect(searchOccupations('ingenieurs logiciel', 'fr').map(({ code }) => code)).toContain('21231')
    expect(searchOccupations('xyzzy', 'en')).toEqual([])
  })
})
