import { instrumentOf } from '../../shared/instruments/instruments.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import { InstrumentRun } from '../../shared/playback/instrumentRun.ts'
import type { ComparisonInfo } from '../../shared/schema/comparison.ts'
import type { InstrumentRequest, InstrumentResult } from '../../shared/schema/instrument.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { type FamilyWork, FamilyWorks } from './familyWork.ts'
import { assertWithinLimits } from './scenarioLimits.ts'
import type { ResultRequest } from './store/requestKey.ts'

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

/** All instruments of a server. One that a restart interrupts is not begun again: it is quick to ask once more. */
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
    const { limits, history } = this.options
    for (const one of scenariosOf(asked)) assertWithinLimits(one, limits)
    const instrument = instrumentOf(request, scenario, alternative, history)
    const { seed, runs } = request
    const members = familyOf(instrument.scenarios, { seed, history, question: instrument.question })
    // What is wrong with the question is said before room is made for it: somebody else's work might end for nothing.
    instrument.read(members.map(({ plan }) => plan))
    return this.startNew({
      ...{ request: requestOf(asked), scenarioIds: scenariosOf(asked).map(({ id }) => id), members, runs },
      begin: (options) => new InstrumentRun({ ...options, instrument }),
    })
  }
}
