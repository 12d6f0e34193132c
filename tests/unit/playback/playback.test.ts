import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serverClock } from '../../../server/runtime/clock.ts'
import { Playback } from '../../../shared/playback/playback.ts'
import type { FromWorker } from '../../../shared/playback/workerMessages.ts'
import { fakeSimulation } from '../../helpers/fakeSimulation.ts'

/** What a playback said, a word a message: `started`, `2026-01-07`, `draw`, `paused@2026-01-07` ... */
function play({ days = 30, speed = 10, paused = false }) {
  const said: string[] = []
  const post = (message: FromWorker) => {
    if (message.type === 'paused') said.push(`paused@${message.date}`)
    else if (message.type === 'resumed') said.push(`resumed@${message.speed}`)
    else if (message.type === 'events') {
      said.push(...message.events.map((event) => (event.type === 'day' ? event.date : event.type)))
    }
  }
  const playback = new Playback(fakeSimulation(days), { speed, paused, clock: serverClock, post })
  playback.start()
  return { playback, said, take: () => said.splice(0) }
}

describe('playback of a simulation', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('plays as many days a second as its speed says', () => {
    const { said } = play({ speed: 10 })
    expect(said).toEqual(['started'])
    vi.advanceTimersByTime(1050)
    expect(said.filter((word) => /^\d/.test(word))).toHaveLength(10)
  })

  it('keeps the pace when days are shorter than a slice', () => {
    const { said } = play({ days: 1000, speed: 400 })
    vi.advanceTimersByTime(1000)
    const played = said.filter((word) => /^\d/.test(word)).length
    expect(played).toBeGreaterThan(390)
    expect(played).toBeLessThanOrEqual(400)
  })

  it('takes a new speed at once', () => {
    const { playback, take } = play({ days: 1000, speed: 0.5 })
    vi.advanceTimersByTime(1000)
    expect(take()).toEqual(['started'])
    playback.obey({ type: 'speed', daysPerSecond: 50 })
    vi.advanceTimersByTime(1000)
    const words = take()
    expect(words[0]).toBe('resumed@50')
    expect(words.length - 1).toBeGreaterThan(45)
  })

  it('does not hurry after the machine was asleep', () => {
    const { take } = play({ days: 1000, speed: 10 })
    take()
    vi.spyOn(performance, 'now').mockReturnValue(60_000)
    vi.advanceTimersByTime(100)
    expect(take().length).toBeLessThan(10)
    vi.restoreAllMocks()
  })

  it('waits before the first day when it starts paused, and plays nothing on its own', () => {
    const { said } = play({ paused: true })
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual(['started', 'paused@null'])
  })

  it('steps by one day, also out of playing, and stays paused', () => {
    const { playback, take } = play({ paused: true })
    take()
    playback.obey({ type: 'step' })
    expect(take()).toEqual(['2026-01-01', 'paused@2026-01-01'])
    playback.obey({ type: 'resume' })
    playback.obey({ type: 'step' })
    expect(take()).toEqual(['resumed@10', '2026-01-02', 'paused@2026-01-02'])
    vi.advanceTimersByTime(10_000)
    expect(take()).toEqual([])
  })

  it('steps to the end of the next day that has a draw', () => {
    const { playback, take } = play({ paused: true })
    take()
    playback.obey({ type: 'stepToDraw' })
    vi.advanceTimersByTime(100)
    const words = take()
    expect(words.slice(-3)).toEqual(['draw', '2026-01-07', 'paused@2026-01-07'])
    expect(words).toHaveLength(9)
  })

  it('can be paused on the way to a draw that never comes', () => {
    const { playback, take } = play({ days: 6, paused: true })
    playback.obey({ type: 'stepToDraw' })
    vi.advanceTimersByTime(100)
    expect(take().at(-1)).toBe('finished')
  })

  it('finishes with the last day, however it got there', () => {
    const stepped = play({ days: 1, paused: true })
    stepped.playback.obey({ type: 'step' })
    expect(stepped.said).toEqual(['started', 'paused@null', '2026-01-01', 'finished'])
    const played = play({ days: 3, speed: 400 })
    vi.advanceTimersByTime(100)
    expect(played.said).toEqual(['started', '2026-01-01', '2026-01-02', '2026-01-03', 'finished'])
  })

  it('says nothing more once it is over', () => {
    const { playback, take } = play({ days: 1, paused: true })
    playback.obey({ type: 'step' })
    take()
    for (const type of ['step', 'resume', 'pause', 'stepToDraw'] as const) playback.obey({ type })
    vi.advanceTimersByTime(1000)
    expect(take()).toEqual([])
  })

  it('ignores a second pause and a second resume', () => {
    const { playback, take } = play({})
    take()
    playback.obey({ type: 'resume' })
    playback.obey({ type: 'pause' })
    playback.obey({ type: 'pause' })
    expect(take()).toEqual(['paused@null'])
  })
})
