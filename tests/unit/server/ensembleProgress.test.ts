import { describe, expect, it } from 'vitest'
import { aboutTime, ProgressLine } from '../../../server/cli/ensembleProgress.ts'

const SECOND = 1000
const at = (elapsedMs: number) => ({
  runsDone: elapsedMs / SECOND,
  runs: 60,
  elapsedMs,
  timeLeftMs: elapsedMs === 0 ? null : 60 * SECOND - elapsedMs,
})

/** What a stream was given while an ensemble of a minute reported every half second. */
function writtenTo(isTTY: boolean): string[] {
  const texts: string[] = []
  const line = new ProgressLine({ isTTY, write: (text) => texts.push(text) })
  for (let elapsedMs = 0; elapsedMs < 60 * SECOND; elapsedMs += SECOND / 20) line.show(at(elapsedMs))
  line.end()
  return texts
}

describe('progress of an ensemble', () => {
  it('is one line that is written again and again on a terminal, and is gone at the end', () => {
    const texts = writtenTo(true)
    expect(texts[0]).toBe('\r\u001b[K0 of 60 runs, preparing')
    expect(texts[100]).toBe('\r\u001b[K10 of 60 runs, about 50 s left')
    expect(texts.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true)
    expect(texts.at(-1)).toBe('\r\u001b[K')
    expect(texts.length).toBeLessThan(610)
  })

  it('is a line every ten seconds elsewhere, the first after two', () => {
    expect(writtenTo(false)).toEqual(
      [2, 12, 22, 32, 42, 52].map((seconds) => `${seconds} of 60 runs, about ${60 - seconds} s left\n`),
    )
  })

  it.each([
    [10, 'about 1 s'],
    [89_000, 'about 89 s'],
    [100_000, 'about 2 min'],
    [20_000_000, 'about 6 h'],
  ])('calls %i ms %s', (ms, words) => {
    expect(aboutTime(ms)).toBe(words)
  })
})
