import { describe, expect, it } from 'vitest'
import { emptyEnsembleView, isPartial, reduceEnsemble } from '../../client/engine/ensembleView.ts'
import type { EnsembleServerMessage } from '../../shared/protocol/ensembleMessages.ts'
import { ensembleInfo, ensembleProgress, ensembleResult } from './ensembleFixtures.ts'

const viewAfter = (...messages: EnsembleServerMessage[]) => messages.reduce(reduceEnsemble, emptyEnsembleView)
const started: EnsembleServerMessage = { type: 'started', seq: 0, info: ensembleInfo('running', 0), result: null }
const progress = (seq: number, runs: number): EnsembleServerMessage => ({
  type: 'progress',
  seq,
  progress: ensembleProgress(runs),
  result: ensembleResult({ runs }),
})

describe('what a page knows of an ensemble', () => {
  it('is nothing before it has joined', () => {
    expect(viewAfter(started)).toMatchObject({ status: 'running', result: null, progress: { runsDone: 0, runs: 1000 } })
    expect(emptyEnsembleView.status).toBe('joining')
  })

  it('grows with each message, and is partial until all futures are in', () => {
    const view = viewAfter(started, progress(1, 40))
    expect(view).toMatchObject({ status: 'running', result: { runs: 40 } })
    expect(isPartial(view)).toBe(true)
    const whole = ensembleResult()
    const end = reduceEnsemble(view, { type: 'finished', seq: 2, progress: ensembleProgress(1000), result: whole })
    expect(end.status).toBe('finished')
    expect(isPartial(end)).toBe(false)
  })

  it('never goes back to an older frame', () => {
    expect(viewAfter(started, progress(5, 50), progress(4, 40)).result?.runs).toBe(50)
  })

  it('is replaced when it joins anew after a break, also by frames with lower numbers', () => {
    const again: EnsembleServerMessage = {
      type: 'started',
      seq: 3,
      info: ensembleInfo('running', 70),
      result: ensembleResult({ runs: 70 }),
    }
    expect(viewAfter(started, progress(9, 60), again, progress(4, 71)).result?.runs).toBe(71)
  })

  it('keeps what was found when it is stopped before or after the first future, or breaks', () => {
    const cancelled = { type: 'cancelled', seq: 2, progress: ensembleProgress(40), result: null } as const
    const stopped = viewAfter(started, progress(1, 40), cancelled)
    expect(stopped).toMatchObject({ status: 'cancelled', result: { runs: 40 } })
    expect(isPartial(stopped)).toBe(true)
    const failed = { type: 'failed', seq: 2, code: 'EE_ENSEMBLE_FAILED', message: 'broke' } as const
    expect(viewAfter(started, progress(1, 40), failed)).toMatchObject({
      status: 'failed',
      result: { runs: 40 },
      failure: { code: 'EE_ENSEMBLE_FAILED', message: 'broke' },
    })
    expect(isPartial(viewAfter(started, { ...cancelled, seq: 1 }))).toBe(false)
  })
})
