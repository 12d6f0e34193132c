import { describe, expect, it } from 'vitest'
import { levelOf, testOn } from '../../shared/language/levels.ts'
import { levelOfQuery } from '../../shared/language/query.ts'
import { issuesOf } from '../helpers/issues.ts'

const query = { test: 'IELTS_GT', ability: 'listening', raw: 6 }

describe('a language line that cannot be answered', () => {
  it.each([
    [
      { ...query, raw: 6.3 },
      'EE_LANGUAGE_SCORE $.raw received 6.3; IELTS General Training gives a listening result from 0 to 9, a multiple of 0.5',
    ],
    [
      { ...query, raw: -1 },
      'EE_LANGUAGE_SCORE $.raw received -1; IELTS General Training gives a listening result from 0 to 9, a multiple of 0.5',
    ],
    [
      { test: 'TEF_CANADA_OLD', ability: 'reading', raw: 301 },
      'EE_LANGUAGE_SCORE $.raw received 301; TEF Canada, scale to 2019 ("previous score equivalency") gives a reading result from 0 to 300, a whole number',
    ],
    [
      { test: 'TEF_CANADA_2019_2023', ability: 'reading', raw: 450, testDate: '2024-02-01' },
      'EE_LANGUAGE_SCORE $.testDate received a test of 2024-02-01; certificates carry the figures of TEF Canada, scale of 2019 to 2023 from 2019-10-01 to 2023-12-10. Express Entry takes the "previous score equivalency" printed on every certificate: give it as TEF_CANADA_OLD',
    ],
    [
      { test: 'TEF_CANADA_2023', ability: 'reading', raw: 450, testDate: '2023-02-01' },
      'EE_LANGUAGE_SCORE $.testDate received a test of 2023-02-01; certificates carry the figures of TEF Canada, scale since 2023 from 2023-12-11 to today. Express Entry takes the "previous score equivalency" printed on every certificate: give it as TEF_CANADA_OLD',
    ],
    [{ ...query, testDate: '2025-02-30' }, 'EE_DATE $.testDate received "2025-02-30"; expected a day of the calendar'],
    [
      { ...query, ability: 'singing' },
      'EE_SHAPE $.ability received "singing"; expected one of "listening", "reading", "writing", "speaking"',
    ],
    [{ ...query, raw: '6' }, 'EE_SHAPE $.raw received "6"; expected a number'],
    [null, 'EE_SHAPE $ received null; expected an object'],
  ])('%j', (line, expected) => {
    expect(issuesOf(() => levelOfQuery(line))).toEqual([expected])
  })

  it('names every family of tests when asked for another', () => {
    expect(issuesOf(() => testOn('TOEFL', '2025-01-01'))).toEqual([
      'EE_LANGUAGE_SCORE $.family received "TOEFL"; expected one of IELTS_GT, CELPIP_G, PTE_CORE, TEF_CANADA, TCF_CANADA',
    ])
  })

  it('is refused at the path the caller gives, even for no number at all', () => {
    expect(issuesOf(() => levelOf('CELPIP_G', 'reading', Number.NaN, '$.here'))).toEqual([
      'EE_LANGUAGE_SCORE $.here received null; CELPIP General gives a reading result from 0 to 12, a whole number',
    ])
  })
})
