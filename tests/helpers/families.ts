import type { EnsemblePlan } from '../../shared/ensemble/plan.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { replicatorOf } from '../../shared/ensemble/replicate.ts'
import type { Instrument } from '../../shared/instruments/instrument.ts'
import type { InstrumentFinding } from '../../shared/schema/instrument.ts'

/** What an instrument shows after so many replications of each of its scenarios, run here one after the other. */
export function findingOf<Name extends InstrumentFinding['instrument']>(
  instrument: Instrument,
  name: Name,
  runs: number,
): Extract<InstrumentFinding, { instrument: Name }> {
  const { scenarios, question, read } = instrument
  const plans: EnsemblePlan[] = scenarios.map((scenario) =>
    ensemblePlan(scenario, { question, seed: scenarios[0].seed }),
  )
  const reading = read(plans)
  for (const [member, plan] of plans.entries()) {
    const replicate = replicatorOf(plan)
    for (let run = 0; run < runs; run++) reading.add(member, replicate(run))
  }
  const finding = reading.finding()
  if (finding?.instrument !== name) throw new Error(`expected ${name}, found ${finding?.instrument}`)
  return finding as Extract<InstrumentFinding, { instrument: Name }>
}
