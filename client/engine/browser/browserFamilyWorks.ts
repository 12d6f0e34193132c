import type { TSchema } from 'typebox'
import { instrumentOf } from '../../../shared/instruments/instruments.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { ComparisonRun } from '../../../shared/playback/comparisonRun.ts'
import {
  FAMILY_PROGRESS_MS,
  type FamilyMember,
  type FamilyRunOptions,
  FEWEST_THREADS,
  familyOf,
} from '../../../shared/playback/familyRun.ts'
import { InstrumentRun } from '../../../shared/playback/instrumentRun.ts'
import type { LongWork } from '../../../shared/playback/longWork.ts'
import { type ComparisonInfo, ComparisonRequest, type ComparisonResult } from '../../../shared/schema/comparison.ts'
import { InstrumentRequest, type InstrumentResult } from '../../../shared/schema/instrument.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { assertShape } from '../../../shared/schema/validate.ts'
import type { LongWorks } from '../backend.ts'
import type { LongWorkMessage } from '../longWorkView.ts'
import { answered, found } from './answered.ts'
import { joined } from './audience.ts'
import { browserClock } from './browserClock.ts'
import { BrowserWork } from './browserWork.ts'
import { BrowserWorks } from './browserWorks.ts'
import { EnsembleWorkers, usualWorkers } from './ensembleWorkers.ts'
import { scenarioOf } from './scenarios.ts'
import { newMark } from './tellingId.ts'
import { windowStore } from './windowStore.ts'

/** What is run for a comparison or an instrument. */
interface Family<Result> {
  /** The scenarios that were asked about, the first one first. */
  scenarios: readonly Scenario[]
  /** All that are run for it. */
  members: readonly FamilyMember[]
  runs: number
  begin(options: Omit<FamilyRunOptions, 'onRecord'>): LongWork<Result>
}

type FamilyWork<Result> = BrowserWork<ComparisonInfo, Result>

function familyWork<Result>(id: string, { scenarios, members, runs, begin }: Family<Result>): FamilyWork<Result> {
  return new BrowserWork({
    progressMs: FAMILY_PROGRESS_MS,
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
}

/**
 * Works with several scenarios, in workers of this browser. What was asked is kept while the window is open, so that an address
 * that is loaded again has it answered again.
 *
 * @param familyOfRequest throws InputError or ApiError when the request cannot be answered
 */
function familyWorks<Request, Result>(
  name: string,
  schema: TSchema,
  familyOfRequest: (request: Request) => Family<Result>,
): LongWorks<Request, ComparisonInfo & { result: Result | null }, LongWorkMessage<ComparisonInfo, Result>> {
  const works = new BrowserWorks<FamilyWork<Result>>()
  const start = (id: string, request: unknown): FamilyWork<Result> => {
    assertShape<Request>(schema, request)
    return works.start(id, () => familyWork(id, familyOfRequest(request)))
  }
  const startAgain = (id: string): FamilyWork<Result> | undefined => {
    try {
      return start(id, windowStore.read(id))
    } catch (error) {
      // Nothing is kept under this name, or by another version of these pages, which can no longer be answered.
      if (error instanceof InputError) return undefined
      throw error
    }
  }
  const find = (id: string): FamilyWork<Result> | undefined => works.find(id) ?? startAgain(id)
  return {
    create: (request) =>
      answered(() => {
        const id = `${name}-${newMark()}`
        start(id, request)
        windowStore.write(id, request)
        return { id, stream: id }
      }),
    find: (id) =>
      answered(() => {
        const { info, result } = found(find(id), `${name} ${id}`)
        return { ...info, result }
      }),
    open: (id, listener) => joined(() => find(id), listener),
  }
}

export const browserComparisons = familyWorks<ComparisonRequest, ComparisonResult>(
  'comparison',
  ComparisonRequest,
  ({ baseline, alternatives, seed, runs }) => {
    const scenarios = [baseline, ...alternatives].map(scenarioOf)
    return { scenarios, runs, members: familyOf(scenarios, { seed }), begin: (options) => new ComparisonRun(options) }
  },
)

export const browserInstruments = familyWorks<InstrumentRequest, InstrumentResult>(
  'instrument',
  InstrumentRequest,
  (request) => {
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
  },
)
