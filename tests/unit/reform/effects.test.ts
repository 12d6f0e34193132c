import { describe, expect, it } from 'vitest'
import { publishedRuleset } from '../../../shared/crs/ruleset.ts'
import type { DrawQuestion } from '../../../shared/reform/drawLine.ts'
import type {} from '../../../shared/reform/effects.ts'
import { reformEffects, scoresUnder } from '../../../shared/reform/effects.ts'
import { provisionsOfReform } from '../../../shared/reform/patches.ts'
import { reformPool } from '../../../shared/reform/pool.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../../shared/reform/presets.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import { sortedReform } from '../../helpers/sortedReform.ts'

const pool = reformPool({ size: 3000 })
const before = scoresUnder(pool, publishedRuleset(pool.law).provisions)
const effectsOf = (reform: Reform, question: DrawQuestion) => {
  const after = scoresUnder(pool, provisionsOfReform(reform))
  return { effects: reformEffects(pool, before, after, question), after }
}
const reforms = [
  ...reformPresets.map((preset) => reformOfPreset(preset, 'en')),
  unchangedReform('2015-01-01'),
  unchangedReform('empty'),
]
const questions: DrawQuestion[] = [
  { stream: 'general', seats: 300 },
  { stream: 'cec', seats: 77 },
  { stream: 'french', seats: 40 },
  { stream: 'healthcare', seats: 1_000_000 },
  { stream: 'cec', seats: 0 },
  { stream: 'cec', cutoff: 480 },
  { stream: 'general', cutoff: 1200 },
]
const cases = reforms.flatMap((reform) =>
  questions.map((question) => ({
    reform,
    question,
    name: `${reform.title || reform.base}, ${JSON.stringify(question)}`,
  })),
)

describe('the effects of a reform on the same people', () => {
  it('are told of the pool as the law of its day scores it', () => {
    expect([...before]).toEqual([...pool.people.score.subarray(0, pool.persons)])
  })

  it.each(cases)('are those of sorting everybody: $name', ({ reform, question }) => {
    const { effects, after } = effectsOf(reform, question)
    const twin = sortedReform(pool, before, after, question)
    const { persons, winners, losers, up, down } = effects.draw
    expect({ persons, winners, losers, up, down, groups: effects.groups }).toEqual({
      persons: twin.persons,
      winners: twin.winners,
      losers: twin.losers,
      up: twin.up,
      down: twin.down,
      groups: twin.groups,
    })
    // Asked by score, the line is that score; whoever is the last invited may stand higher.
    const isAsked = 'cutoff' in question
    expect(effects.draw.cutoffBefore).toBe(isAsked && twin.cutoffBefore !== null ? question.cutoff : twin.cutoffBefore)
    expect(effects.draw.cutoffAfter).toBe(isAsked && twin.cutoffAfter !== null ? question.cutoff : twin.cutoffAfter)
  })

  it('are none when nothing changes', () => {
    const { draw, streams, changes } = effectsOf(unchangedReform(pool.law), { stream: 'cec', seats: 50 }).effects
    expect([draw.winners, draw.losers, draw.up, draw.down]).toEqual([0, 0, 0, 0])
    expect(streams.every((one) => one.winners === 0 && one.losers === 0 && one.cutoffBefore === one.cutoffAfter)).toBe(
      true,
    )
    expect(changes).toEqual([{ points: 0, persons: draw.persons, winners: 0, losers: 0 }])
  })

  it('add up: as many come in as go out, every grouping holds everybody, the histogram too', () => {
    const { draw, groups, histogram } = effectsOf(reforms[0], { stream: 'cec', seats: 77 }).effects
    expect(draw.winners).toBeGreaterThan(0)
    expect(draw.winners).toBe(draw.losers)
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    for (const effects of Object.values(groups)) {
      expect(sum(effects.map(({ persons }) => persons))).toBe(draw.persons)
      expect(sum(effects.map(({ winners }) => winners))).toBe(draw.winners)
      expect(sum(effects.map(({ invitedAfter }) => invitedAfter))).toBe(77)
    }
    expect([sum(histogram.before), sum(histogram.after)]).toEqual([draw.persons, draw.persons])
  })

  it('count scores beyond the scale too', () => {
    const patches = [
      { path: 'additional.cap.points', value: 1200 },
      { path: 'additional.provincialNomination.points', value: 1200 },
    ]
    const { effects } = effectsOf({ ...unchangedReform(pool.law), patches }, { stream: 'pnp', seats: 2 })
    expect(effects.draw.cutoffAfter).toBeGreaterThan(1200)
  })
})
