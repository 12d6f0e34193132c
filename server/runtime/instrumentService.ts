import { instrumentOf } from '../../shared/instruments/instruments.ts'
import { familyOf } from '../../shared/playback/familyRun.ts'
import { InstrumentRun } from '../../shared/playback/instrumentRun.ts'
import type { InstrumentRequest, InstrumentResult } from '../../shared/schema/instrument.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import type { EnsembleServiceOptions } from './ensembleService.ts'
import { type FamilyWork, FamilyWorks } from './familyWork.ts'
import { assertWithinLimits } from './scenarioLimits.ts'

/** All instruments of a server. They are quick to ask again: nothing of them is kept over a restart. */
export class InstrumentService extends FamilyWorks<InstrumentResult> {
  constructor(options: EnsembleServiceOptions) {
    super(options, '/api/instruments', 'instruments')
  }

  /**
   * Starts an instrument.
   *
   * @param scenario that of the request
   * @param alternative that of a split
   * @throws InputError EE_LIMIT, EE_BUSY, or what is wrong with the request for these scenarios
   */
  create(request: InstrumentRequest, scenario: Scenario, alternative?: Scenario): FamilyWork<InstrumentResult> {
    const { limits, history } = this.options
    for (const one of alternative ? [scenario, alternative] : [scenario]) assertWithinLimits(one, limits)
    const instrument = instrumentOf(request, scenario, alternative, history)
    const { seed, runs } = request
    const members = familyOf(instrument.scenarios, { seed, history, question: instrument.question })
    return this.start({ members, runs, begin: (options) => new InstrumentRun({ ...options, instrument }) })
  }
}
