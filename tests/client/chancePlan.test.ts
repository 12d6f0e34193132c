import { describe, expect, it } from 'vitest'
import '../../client/i18n/chancePanel/texts.ts'
import { planMonths, readMonths, withPlanMonths } from '../../client/pages/chance/answers/planMonths.ts'
import {
  gainWithInterval,
  isUseful,
  monthsText,
  overTimeFinding,
  perMonthText,
  planFinding,
  planOf,
  scoreOn,
  togetherFinding,
} from '../../client/pages/chance/panel/plan.ts'
import { actionKinds } from '../../shared/schema/chance.ts'
import { action, answerWith, byMonth, en, fr } from './chanceFixtures.ts'

describe('the plan', () => {
  const actions = [
    action({ action: 'next-credential', gained: 0.001, gainedPerMonth: 0.0001 }),
    action({ action: 'language-to-10', gained: 0.3, gainedPerMonth: 0.06 }),
    action({ action: 'other-applicant', gained: -0.2, gainedPerMonth: -0.2 }),
    action({ action: 'spouse-not-coming', months: 0, gained: 0.6, gainedPerMonth: 1.2 }),
    action({ action: 'renew-profile', isAssumed: true, gained: 0.9, gainedPerMonth: 1.8 }),
  ]

  it('ranks by chance gained a month, and keeps apart what the chance counts on already', () => {
    const { open, countedOn } = planOf(actions)
    expect(open.map((one) => one.action)).toEqual([
      'spouse-not-coming',
      'language-to-10',
      'next-credential',
      'other-applicant',
    ])
    expect(countedOn.map((one) => one.action)).toEqual(['renew-profile'])
    expect(open.filter(isUseful)).toHaveLength(2)
    expect(open.map((one) => [monthsText(one, en), gainWithInterval(one, en), perMonthText(one, en)])).toEqual([
      ['at once', '+60 (+58 to +62)', 'at once'],
      ['5 months', '+30 (+28 to +32)', '+6.0'],
      ['5 months', 'no measurable difference', '–'],
      ['5 months', '-20 (-22 to -18)', '-20.0'],
    ])
  })

  it('is headed by the best, or says why there is none', () => {
    expect(planFinding(answerWith({ actions }), en)).toMatch(/without your partner/)
    expect(planFinding(answerWith(), en)).toMatch(/^Nothing here/)
    expect(planFinding(answerWith({ byDate: byMonth([0.9, 1]) }), en)).toMatch(/nothing to gain$/)
  })

  it('tells over time what a thing does, and what goes together, with figures', () => {
    const nomination = action({ action: 'nomination', byDate: byMonth([0.3, 0.98]) })
    expect(overTimeFinding('Be nominated', nomination, byMonth([0.1, 0.42]), en)).toBe(
      'Invited by February 17, 2026 in 98 of 100 futures with this, in 42 of 100 as you are: Be nominated',
    )
    expect(overTimeFinding('Be nominated', action({ action: 'nomination' }), [], en)).toMatch(/: Be nominated$/)
    const { action: _, isAssumed: __, ...effect } = nomination
    expect(togetherFinding([{ ...effect, actions: ['french-to-7', 'canadian-year'] }], en)).toBe(
      'Together, most chance for each month it takes: ' +
        'Learn French to level 7 (NCLC) in all four abilities + One more year of skilled work in Canada',
    )
  })

  it('takes months as they are typed in either language, from 0 to the most', () => {
    expect(['0', '6', '2.5', '2,5', ' 12 '].map((text) => readMonths(text))).toEqual([0, 6, 2.5, 2.5, 12])
    expect(['', '-1', '61', 'six', '1e1', '2.55'].map((text) => readMonths(text))).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })

  it('keeps months beside the answers of the form, and forgets those that are no longer changed', () => {
    const answers = withPlanMonths({ age: '30' }, { nomination: 13, 'french-to-7': 2.5 })
    expect(planMonths(answers)).toEqual({ nomination: 13, 'french-to-7': 2.5 })
    expect(planMonths(withPlanMonths(answers, { nomination: 0 }))).toEqual({ nomination: 0 })
    expect(planMonths({ ...answers, 'plan.nomination': 'soon' })).toEqual({ 'french-to-7': 2.5 })
    expect(answers.age).toBe('30')
  })

  it('knows the score in force on a date', () => {
    const scores = [
      { date: '2026-01-01', score: 500 },
      { date: '2026-06-01', score: null },
    ]
    expect(['2026-05-31', '2026-06-01', '2025-12-31'].map((date) => scoreOn(scores, date))).toEqual([500, null, null])
  })

  it('has words for every action in both languages', () => {
    for (const { t } of [en, fr]) {
      for (const kind of actionKinds) {
        expect(t(`chancePanel.plan.name.${kind}`)).not.toContain('chancePanel')
        expect(t(`chancePanel.plan.note.${kind}`)).not.toContain('chancePanel')
      }
    }
  })
})
