import { instrumentOf } from '../../../shared/instruments/instruments.ts'
import { ComparisonRun } from '../../../shared/playback/comparisonRun.ts'
import {
  type FamilyMember,
  type FamilyRunOptions,
  FEWEST_THREADS,
  familyOf,
} from '../../../shared/playback/familyRun.ts'
import { InstrumentRun } from '../../../shared/playback/instrumentRun.ts'
import type { LongWork } from '../../../shared/playback/longWork.ts'
import type { ComparisonInfo, ComparisonRequest, ComparisonResult } from '../../../shared/schema/comparison.ts'
import type { InstrumentRequest, InstrumentResult } from '../../../shared/schema/instrument.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { remembered } from '../../lib/remembered.ts'
import type { LongWorks } from '../backend.ts'
import type { LongWorkMessage } from '../longWorkView.ts'
import { answered, found } from './answered.ts'
import { nobody } from './audience.ts'
import { browserClock } from './browserClock.ts'
import { BrowserWork } from './browserWork.ts'
import { BrowserWorks } from './browserWorks.ts'
import { EnsembleWorkers, usualWorkers } from './ensembleWorkers.ts'
import { scenarioOf } from './scenarios.ts'
import { newMark } from './tellingId.ts'

/** What several scenarios find has much to say: it is said less often than an ensemble's. */
const PROGRESS_MS = 1000

/** What is run for a comparison or an instrument. */
interface Asked<Result> {
  /** The scenarios that were asked about, the first one first. */
  scenarios: readonly Scenario[]
  /** All that are run for it. */
  members: readonly FamilyMember[]
  runs: number
  begin(options: Omit<FamilyRunOptions, 'onRecord'>): LongWork<Result>
}

/** Works with several scenarios, in workers of this browser. */
function familyWorks<Request, Result>(
  name: string,
  asked: (request: Request) => Asked<Result>,
): LongWorks<Request, ComparisonInfo & { result: Result | null }, LongWorkMessage<ComparisonInfo, Result>> {
  const works = new BrowserWorks<BrowserWork<ComparisonInfo, Result>>()
  const begun = (id: string, { scenarios, members, runs, begin }: Asked<Result>) =>
    new BrowserWork<ComparisonInfo, Result>({
      progressMs: PROGRESS_MS,
      info: (standing) => ({
        ...{ id, stream: id, ...standing },
        scenarioIds: scenarios.map((scenario) => scenario.id),
        seed: members[0].plan.settings.seed,
      }),
      start: (onProgress) =>
        begin({
          ...{ members, runs, clock: browserClock, onProgress },
          threads: Math.max(FEWEST_THREADS, usualWorkers()),
          startThreads: (threads) => new EnsembleWorkers(threads),
        }),
    })
  const start = (id: string, request: Request) => works.start(id, () => begun(id, asked(request)))
  /** One of this page, or of an earlier page in this window, begun again. */
  const find = (id: string): BrowserWork<ComparisonInfo, Result> | undefined => {
    const request = works.find(id) ? null : remembered(id, 'window').read()
    try {
      return request === null ? works.find(id) : start(id, JSON.parse(request))
    } catch {
      // Written by another version of these pages: nobody can answer it any more.
      return undefined
    }
  }
  return {
    create: (request) =>
      answered(() => {
        const id = `${name}-${newMark()}`
        start(id, request)
        remembered(id, 'window').write(JSON.stringify(request))
        return { id, stream: id }
      }),
    find: (id) =>
      answered(() => {
        const { info, result } = found(find(id), `${name} ${id}`)
        return { ...info, result }
      }),
    open: (id, listener) => find(id)?.join(listener) ?? nobody(listener),
  }
}

export const browserComparisons = familyWorks<ComparisonRequest, ComparisonResult>(
  'comparison',
  ({ baseline, alternatives, seed, runs }) => {
    const scenarios = [baseline, ...alternatives].map(scenarioOf)
    return { scenarios, runs, members: familyOf(scenarios, { seed }), begin: (options) => new ComparisonRun(options) }
  },
)

export const browserInstruments = familyWorks<InstrumentRequest, InstrumentResult>('instrument', (request) => {
  const { seed, runs } = request
  const scenario = scenarioOf(request.scenario)
  const alternative = request.instrument === 'split' ? scenarioOf(request.alternative) : undefined
  const instrument = instrumentOf(request, scenario, alternative)
  const members = familyOf(instrument.scenarios, { seed, question: instrument.question })
  return {
    ...{ members, runs },
    scenarios: alternative ? [scenario, alternative] : [scenario],
    begin: (options) => new InstrumentRun({ ...options, instrument }),
  }
})
