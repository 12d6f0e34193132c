import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserComparisons } from '../../client/engine/browser/browserFamilyWorks.ts'
import { BrowserWork } from '../../client/engine/browser/browserWork.ts'
import { BrowserWorks } from '../../client/engine/browser/browserWorks.ts'
import { namedScenario, scenarioByName } from '../../client/engine/browser/scenarios.ts'
import { windowStore } from '../../client/engine/browser/windowStore.ts'
import { emptyEnsembleView, reduceEnsemble } from '../../client/engine/ensembleView.ts'
import type { LongWorkMessage } from '../../client/engine/longWorkView.ts'
import type { EnsembleOutcome } from '../../shared/playback/ensembleRun.ts'
import type { LongWork } from '../../shared/playback/longWork.ts'
import type { EnsembleInfo, EnsembleResult } from '../../shared/schema/ensemble.ts'
import { builtInScenario, smallScenario } from '../helpers/scenarios.ts'
import { ensembleInfo, ensembleProgress, ensembleResult } from './ensembleFixtures.ts'

/** An ensemble that finds something when the test says so. */
class StagedWork implements LongWork<EnsembleResult> {
  readonly outcome: Promise<EnsembleOutcome>
  end: (outcome: EnsembleOutcome) => void = () => {}
  runs = 0
  /** How often somebody wanted to know. */
  looks = 0

  constructor() {
    this.outcome = new Promise((resolve) => {
      this.end = resolve
    })
  }

  get progress() {
    return ensembleProgress(this.runs)
  }

  result(): EnsembleResult | null {
    this.looks += 1
    return this.runs === 0 ? null : ensembleResult({ runs: this.runs })
  }

  cancel(): void {
    this.end({ status: 'cancelled' })
  }
}

function staged(progressMs = 0) {
  const stage = new StagedWork()
  let tell = () => {}
  const work = new BrowserWork<EnsembleInfo, EnsembleResult>({
    progressMs,
    info: (standing) => ({ ...ensembleInfo('running', 0), ...standing }),
    start(onProgress) {
      tell = onProgress
      return stage
    },
  })
  const comeIn = (runs: number): void => {
    stage.runs = runs
    tell()
  }
  return { stage, work, comeIn }
}

type Message = LongWorkMessage<EnsembleInfo, EnsembleResult>
function follow(work: BrowserWork<EnsembleInfo, EnsembleResult>) {
  const messages: Message[] = []
  const line = work.join({ onMessage: (message) => messages.push(message), onLink: () => {} })
  return { messages, line }
}

describe('a work of this browser', () => {
  it('tells whoever follows what it found, and the end', async () => {
    const { stage, work, comeIn } = staged()
    const { messages } = follow(work)
    comeIn(10)
    stage.runs = 1000
    stage.end({ status: 'finished' })
    await stage.outcome
    expect(messages.map(({ type, seq }) => [type, seq])).toEqual([
      ['started', 0],
      ['progress', 1],
      ['finished', 2],
    ])
    expect(messages.at(-1)).toMatchObject({ result: { runs: 1000 } })
    expect(work.isActive).toBe(false)
  })

  it('works nothing out while nobody follows, nor sooner than it should', () => {
    const { stage, work, comeIn } = staged(60_000)
    comeIn(10)
    expect(stage.looks).toBe(0)
    const { messages } = follow(work)
    for (const runs of [20, 30, 40]) comeIn(runs)
    expect(messages.map(({ type }) => type)).toEqual(['started', 'progress'])
  })

  it('tells who joins afterwards how it ended, and keeps no more than what it found', async () => {
    const { stage, work, comeIn } = staged()
    comeIn(10)
    stage.end({ status: 'failed', code: 'EE_ENSEMBLE_FAILED', message: 'a thread broke' })
    await stage.outcome
    const { looks } = stage
    const { messages } = follow(work)
    const view = messages.reduce(reduceEnsemble, emptyEnsembleView)
    expect(view).toMatchObject({ status: 'failed', result: { runs: 10 }, progress: { runsDone: 10 } })
    expect(view.failure).toEqual({ code: 'EE_ENSEMBLE_FAILED', message: 'a thread broke' })
    expect(stage.looks).toBe(looks)
  })
})

describe('the works of this browser', () => {
  it('are under way one at a time: another one, of whatever kind, ends it, and looking at it again begins it anew', async () => {
    const [works, others] = [new BrowserWorks(), new BrowserWorks()]
    const first = staged()
    works.start('first', () => first.work)
    others.start('second', () => staged().work)
    expect(await first.stage.outcome).toEqual({ status: 'cancelled' })
    expect(works.find('first')).toBeUndefined()
    expect(others.find('second')?.isActive).toBe(true)
  })

  it('stay when they are over, the newest twenty', async () => {
    const works = new BrowserWorks()
    for (let index = 0; index < 25; index++) {
      const { stage, work } = staged()
      works.start(`work ${index}`, () => work)
      stage.end({ status: 'finished' })
      await stage.outcome
    }
    const kept = Array.from({ length: 25 }, (_, index) => works.find(`work ${index}`) !== undefined)
    expect(kept).toEqual([...Array(5).fill(false), ...Array(20).fill(true)])
  })

  it('go on when the next one is refused', () => {
    const works = new BrowserWorks()
    const first = staged()
    works.start('first', () => first.work)
    const refused = () => {
      throw new Error('refused')
    }
    expect(() => works.start('second', refused)).toThrow('refused')
    expect(works.find('first')?.isActive).toBe(true)
  })
})

describe('a question to several scenarios', () => {
  afterEach(() => sessionStorage.clear())
  const question = { baseline: 'baseline-2026', alternatives: ['long-pause'], runs: 10 }

  it('is refused as a server refuses it', async () => {
    await expect(browserComparisons.create({ ...question, runs: 1_000_000 })).rejects.toMatchObject({ status: 422 })
    await expect(browserComparisons.create({ ...question, baseline: 'nobody' })).rejects.toMatchObject({ status: 404 })
  })

  it('is gone when it is not kept, or not as these pages ask it', async () => {
    windowStore.write('comparison-old', { ...question, runs: 10.5 })
    for (const id of ['comparison-old', 'comparison-never']) {
      await expect(browserComparisons.find(id)).rejects.toMatchObject({ status: 404, code: 'EE_NOT_FOUND' })
    }
  })
})

describe('scenarios in this browser', () => {
  beforeEach(() => sessionStorage.clear())
  afterEach(() => vi.unstubAllGlobals())

  it('go by the name of the program’s where they say the same, and by one of their own otherwise', () => {
    const baseline = builtInScenario('baseline-2026')
    expect(namedScenario({ scenario: { ...baseline } }).name).toBe('baseline-2026')
    expect(namedScenario({ scenarioId: 'baseline-2026' }).scenario).toEqual(baseline)
    const { name } = namedScenario({ scenario: { ...baseline, horizonDays: 30 } })
    expect(name).toMatch(/^own-/)
    expect(scenarioByName(name)?.horizonDays).toBe(30)
  })

  it('are found in the window by a page that is loaded again, unless it cannot run them', () => {
    windowStore.write('own-1', smallScenario())
    expect(scenarioByName('own-1')).toEqual(smallScenario())
    windowStore.write('own-2', { ...smallScenario(), horizonDays: -1 })
    sessionStorage.setItem('own-3', 'no { JSON')
    for (const name of ['own-2', 'own-3', 'own-4']) expect(scenarioByName(name)).toBeUndefined()
  })

  it('are refused with a reason', () => {
    expect(() => namedScenario({ scenario: { ...smallScenario(), horizonDays: -1 } })).toThrow('horizonDays')
    expect(() => namedScenario({ scenarioId: 'nobody' })).toThrow('there is no scenario nobody')
    expect(() => namedScenario({})).toThrow('received no scenario')
  })

  it('have room in the window: what was kept before goes', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem(name: string, text: string) {
        if (kept.size === 1) throw new DOMException('full', 'QuotaExceededError')
        kept.set(name, text)
      },
      clear: () => kept.clear(),
    })
    windowStore.write('old', 1)
    windowStore.write('new', 2)
    expect([windowStore.read('old'), windowStore.read('new')]).toEqual([undefined, 2])
  })
})
