import { describe, expect, it } from 'vitest'
import { FollowedWork, type FollowedWorkOptions } from '../../../server/runtime/followedWork.ts'
import type { EnsembleOutcome } from '../../../shared/playback/ensembleRun.ts'
import { TestSocket } from '../../helpers/testSocket.ts'

/** Work that ends when it is told to, and whose end takes as long to keep as one wants. */
function work(options: Partial<FollowedWorkOptions<string>> = {}) {
  let finish: (outcome: EnsembleOutcome) => void = () => {}
  let keep: () => void = () => {}
  const outcome = new Promise<EnsembleOutcome>((resolve) => {
    finish = resolve
  })
  const kept = new Promise<void>((resolve) => {
    keep = resolve
  })
  const followed = new FollowedWork<string>({
    ...{ id: 'one', progressMs: 0, readersLimit: 10 },
    start: () => ({
      outcome,
      progress: { runsDone: 1, runs: 1, elapsedMs: 1, timeLeftMs: 0 },
      result: () => 'found',
      cancel: () => {},
    }),
    info: () => ({}),
    release: () => Promise.resolve(),
    over: () => kept,
    ...options,
  })
  return { followed, keep, finish }
}

const framesOf = ({ texts }: TestSocket) => texts.map((text) => JSON.parse(text) as { type: string; seq: number })

describe('joining a long work', () => {
  it('while its end is being kept tells of the end once it is', async () => {
    const { followed, keep, finish } = work()
    finish({ status: 'finished' })
    await Promise.resolve()
    await Promise.resolve()
    expect(followed.isActive).toBe(false)
    const socket = new TestSocket()
    followed.join(socket)
    expect(framesOf(socket)).toEqual([expect.objectContaining({ type: 'started', seq: 0 })])
    keep()
    await followed.ended
    expect(framesOf(socket).map(({ type, seq }) => [type, seq])).toEqual([
      ['started', 0],
      ['finished', 1],
    ])
  })

  it('that is over tells how it stands and how it ended', async () => {
    const { followed, keep, finish } = work()
    finish({ status: 'finished' })
    keep()
    await followed.ended
    const socket = new TestSocket()
    followed.join(socket)
    expect(framesOf(socket).map(({ type, seq }) => [type, seq])).toEqual([
      ['started', 0],
      ['finished', 1],
    ])
  })
})
