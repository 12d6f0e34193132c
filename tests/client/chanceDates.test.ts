import { describe, expect, it } from 'vitest'
import '../../client/i18n/chancePanel/texts.ts'
import { calendarFinding, changeLine, streamsText } from '../../client/pages/chance/panel/calendar.ts'
import { calendarFile } from '../../client/pages/chance/panel/calendarFile.ts'
import { documentsFor, journeyDates, journeySteps } from '../../client/pages/chance/panel/journey.ts'
import { answerWith, byMonth, en, fr, profile } from './chanceFixtures.ts'

describe('the dates that matter', () => {
  const { changes } = answerWith()
  const [birthday] = changes

  it('are told with what they do', () => {
    expect(calendarFinding(changes, en)).toBe('One date matters to you in the year ahead')
    expect(calendarFinding([], en)).toBe('No date changes anything for you in the year ahead')
    expect(changeLine(birthday, en)).toBe('March 10, 2026: Birthday (-5)')
    expect(streamsText({ ...birthday, opens: ['healthcare'], closes: ['cec', 'fst'] }, en)).toBe(
      'opens Healthcare; closes CEC, FST',
    )
  })

  it('make a calendar of whole days, in lines that no calendar refuses', () => {
    const longest = { ...birthday, kinds: ['birthday', 'test-ends', 'permit-ends'] } as const
    const file = calendarFile([{ ...longest, kinds: [...longest.kinds] }], '2025-12-17', fr)
    expect(file).toContain('\r\nDTSTART;VALUE=DATE:20260310\r\nDTEND;VALUE=DATE:20260311\r\n')
    const lines = file.split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    const whole = file.replaceAll('\r\n ', '')
    expect(whole).toContain('SUMMARY:Express Entry: Anniversaire\\; Un test de langue')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })
})

describe('the way', () => {
  it('has 12 months of the profile, and 60 days from when half of the futures have happened', () => {
    expect(journeyDates(answerWith(), profile)).toEqual({
      submitted: '2025-12-17',
      isSubmissionKnown: false,
      validUntil: '2026-12-17',
      invitedBy: '2026-07-17',
      applyBy: '2026-09-15',
    })
    const submission = { date: '2025-08-01', ends: '2026-08-01' }
    const known = journeyDates(answerWith({ submission, byDate: byMonth([0.2]) }), {
      ...profile,
      submittedAt: '2024-08-01T10:00:00Z',
    })
    expect(known).toEqual({
      ...{ submitted: '2025-08-01', isSubmissionKnown: true, validUntil: '2026-08-01' },
      ...{ invitedBy: undefined, applyBy: undefined },
    })
  })

  it('gives no dates to whoever cannot be in the pool', () => {
    const outside = answerWith({ streams: [], byDate: byMonth([0, 0]) })
    expect(journeySteps(outside, profile, en).every(({ date }) => date === '')).toBe(true)
    expect(journeySteps(answerWith(), profile, en)[4].date).toBe(
      'Invited on July 17, 2026, you would have until September 15, 2026.',
    )
  })

  it('asks for the documents of this person', () => {
    expect(documentsFor(profile)).not.toContain('partner')
    expect(documentsFor({ ...profile, provincialNomination: true, tradeCertificate: true })).toEqual(
      expect.arrayContaining(['passport', 'nomination', 'trade']),
    )
  })
})
