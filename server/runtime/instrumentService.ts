import { instrumentOf } from '../../shared/instruments/instruments.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import { InstrumentRun } from '../../shared/playback/instrumentRun.ts'
import type { ComparisonInfo } from '../../shared/schema/comparison.ts'
import type { InstrumentRequest, InstrumentResult } from '../../shared/schema/instrument.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { type FamilyWork, FamilyWorks, type NewFamilyWork, type Stay } from './familyWork.ts'
import { assertWithinLimits } from './scenarioLimits.ts'
import type { ResultRequest } from './store/requestKey.ts'
import type { UnderWay } from './underWay.ts'

/** What is asked, of which scenarios. */
export interface NewInstrument {
  request: InstrumentRequest
  scenario: Scenario
  /** That of a split. */
  alternative?: Scenario
}

const scenariosOf = ({ scenario, alternative }: NewInstrument): Scenario[] =>
  alternative ? [scenario, alternative] : [scenario]

function requestOf(asked: NewInstrument): ResultRequest {
  const { scenario: _, seed = asked.scenario.seed, runs, ...question } = asked.request
  // The scenarios stand beside it, whole: one told by its id is the same question.
  const parameters = { runs, question: JSON.stringify({ ...question, alternative: undefined }) }
  return { kind: 'instrument', scenarios: scenariosOf(asked), seed, parameters }
}

/** The request with the names of its scenarios. */
const withIds = ({ request, scenario, alternative }: NewInstrument): InstrumentRequest =>
  request.instrument === 'split'
    ? { ...request, scenario: scenario.id, alternative: alternative?.id ?? scenario.id }
    : { ...request, scenario: scenario.id }

/** All instruments of a server. */
export class InstrumentService extends FamilyWorks<InstrumentResult> {
  constructor(options: EnsembleServiceOptions) {
    super(options, { kind: 'instrument', name: 'instruments', path: '/api/instruments' })
  }

  /** The finished one that was asked for in the same way, of the same engine and data; undefined when there is none. */
  same(asked: NewInstrument): Promise<ComparisonInfo | undefined> {
    return this.answered(requestOf(asked))
  }

  /**
   * Starts an instrument.
   *
   * @throws InputError EE_LIMIT, EE_BUSY, or what is wrong with the request for these scenarios
   */
  async create(asked: NewInstrument): Promise<FamilyWork<InstrumentResult>> {
    const { request, scenario, alternative } = asked
    const { seed = scenario.seed } = request
    const keep = (id: string, createdAt: string) =>
      this.underWay?.keep<'instrument'>(id, {
        ...{ kind: 'instrument', scenario, seed, createdAt },
        request: withIds(asked),
        ...(alternative && { alternative }),
      })
    return this.startNew(this.#work(asked, { keep }))
  }

  /** From now on keeps what is under way, and begins again what an earlier server left. */
  surviveRestarts(underWay: UnderWay): void {
    this.underWay = underWay
    underWay.resume('instrument', (entry) => {
      const { request, scenario, alternative, createdAt } = entry.request
      const resumedAt = new Date().toISOString()
      const stay = { id: entry.id, createdAt, resumedAt, keep: () => entry }
      this.start(this.#work({ request, scenario, alternative }, stay))
    })
  }

  /** @throws InputError EE_LIMIT, or what is wrong with the request for these scenarios */
  #work(asked: NewInstrument, stay: Stay<InstrumentResult>): NewFamilyWork<InstrumentResult> {
    const { request, scenario, alternative } = asked
    const { limits, history } = this.options
    for (const one of scenariosOf(asked)) assertWithinLimits(one, limits)
    const instrument = instrumentOf(request, scenario, alternative, history)
    const { seed, runs } = request
    const members = familyOf(instrument.scenarios, { seed, history, question: instrument.question })
    // What is wrong with the question is said before room is made for it: somebody else's work might end for nothing.
    instrument.read(members.map(({ plan }) => plan))
    return {
      ...stay,
      ...{ request: requestOf(asked), scenarioIds: scenariosOf(asked).map(({ id }) => id), members, runs },
      begin: (options) => new InstrumentRun({ ...options, instrument }),
    }
  }
}
