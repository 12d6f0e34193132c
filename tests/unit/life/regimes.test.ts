import { describe, expect, it } from 'vitest'
import { trait } from '../../../shared/crs/columns.ts'
import { compiledRuleset } from '../../../shared/crs/score.ts'
import { streamsOf as streamsOfMask } from '../../../shared/eligibility/streamBits.ts'
import { parseDay } from '../../../shared/lib/day.ts'
import { groupOfRating, NO_GROUP, ratingOf, scoreOfRating } from '../../../shared/life/rating.ts'
import { regimesBetween, StreamGroups } from '../../../shared/life/regimes.ts'
import { categoriesChangeOn, streamsOn } from '../../../shared/pool/streamMembership.ts'
import { streams } from '../../../shared/schema/common.ts'
import { fourLevels, handMade, occupationOf, regimesOf } from '../../helpers/lives.ts'

describe('ratings', () => {
  it('hold score and group, and are in order of score', () => {
    for (const score of [0, 1, 480, 1200]) {
      for (const group of [0, 1, 0xffff]) {
        expect([scoreOfRating(ratingOf(score, group)), groupOfRating(ratingOf(score, group))]).toEqual([score, group])
      }
      expect(ratingOf(score + 1, 0)).toBeGreaterThan(ratingOf(score, 0xffff))
    }
  })
})

describe('what is in force when', () => {
  const [law, reform] = [compiledRuleset('2025-03-25'), compiledRuleset('2020-10-20')]
  const dated = (from: string, rules = reform) => ({ from: parseDay(from), rules })
  const between = (...changes: ReturnType<typeof dated>[]) =>
    regimesBetween(changes, law, parseDay('2025-12-14'), parseDay('2026-12-14'))

  it('begins with the law of the first day, changes with categories and rules, and knows each ruleset once', () => {
    const { regimes, rulesets } = between(dated('2026-06-01'), dated('2026-07-01', law))
    const categories = Array.from({ length: 365 }, (_, day) => parseDay('2025-12-15') + day).filter(categoriesChangeOn)
    expect(categories.length).toBeGreaterThan(0)
    const days = [parseDay('2025-12-14'), ...categories, parseDay('2026-06-01'), parseDay('2026-07-01')]
    expect(regimes.map(({ from }) => from)).toEqual([...new Set(days)].sort((a, b) => a - b))
    expect(rulesets).toEqual([law, reform])
    expect(regimes.at(-1)?.rulesIndex).toBe(0)
    expect(regimes.find(({ from }) => from === parseDay('2026-06-01'))?.rulesIndex).toBe(1)
  })

  it('has the last rules before the first day, and none that begin after the last', () => {
    const { regimes, rulesets } = between(dated('2024-01-01', law), dated('2025-01-01'), dated('2027-01-01', law))
    expect(rulesets).toEqual([reform])
    expect(regimes[0]).toEqual({ from: parseDay('2025-12-14'), rulesIndex: 0 })
  })
})

describe('groups of streams', () => {
  const regimes = regimesOf('2025-12-14', '2026-12-14')
  const people = handMade([
    {},
    { foreignWorkYears: 4 },
    { secondLanguage: fourLevels(8) },
    { occupation: occupationOf('31301') },
    { occupation: occupationOf('31301'), occupationMonths: 8 },
    { firstLanguage: fourLevels(3) },
    { traits: trait.provincialNomination },
    { occupation: occupationOf('31102'), canadianWorkYears: 1 },
  ])
  const groups = new StreamGroups(regimes)
  const groupOf = [...Array(people.ageYears.length).keys()].map((row) => groups.groupOf(people, row))

  it('are one for people in the same streams at all times, and 0 for who meets no program', () => {
    expect(groupOf[1]).toBe(groupOf[0])
    expect(groupOf[5]).toBe(NO_GROUP)
    expect(new Set(groupOf).size).toBe(groupOf.length - 1)
    expect(groups.count).toBe(new Set(groupOf).size)
    expect(groupOf.map((_, row) => groups.groupOf(people, row))).toEqual(groupOf)
  })

  it('tell apart people in the same streams today whose streams will differ', () => {
    const today = streamsOn(regimes[0].from)
    expect(today(people, 3)).toBe(today(people, 4))
    expect(groupOf[3]).not.toBe(groupOf[4])
  })

  it('are in the streams their people are in, regime by regime', () => {
    for (const [regime, { from }] of regimes.entries()) {
      for (const [row, group] of groupOf.entries()) {
        const listed = streams.filter((stream) => groups.members(regime, stream)[group] === 1)
        expect(listed, `row ${row} in regime ${regime}`).toEqual(streamsOfMask(streamsOn(from)(people, row)))
      }
    }
  })

  it('have members also when a group is new since they were asked for', () => {
    const later = new StreamGroups(regimes)
    later.groupOf(people, 0)
    expect(later.members(0, 'pnp')).toHaveLength(2)
    const nominee = later.groupOf(people, 6)
    expect(later.members(0, 'pnp')[nominee]).toBe(1)
  })
})
