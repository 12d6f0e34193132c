import { pairedDifference } from '../../shared/comparison/paired.ts'
import { ensemblePlan } from '../../shared/ensemble/plan.ts'
import { replicatorOf } from '../../shared/ensemble/replicate.ts'
import type { LifeAssumptions } from '../../shared/life/assumptions.ts'
import { arrivalsPerDay } from '../../shared/pool/arrivals.ts'
import type { Stream } from '../../shared/schema/common.ts'
import type { FitRecord, Sensitivity, sensitivityNames } from '../../shared/schema/fit.ts'
import type { ItaOutcome, Scenario } from '../../shared/schema/scenario.ts'
import type { RunSettings } from '../../shared/simulation/settings.ts'

/** By how much each assumption is made smaller. */
const CHANGE = -0.1
/** Pairs of futures, with the same chance in both. */
const REPLICATIONS = 8
const LOWEST_OF_TOP_BAND = 501

const lower = (value: number): number => value * (1 + CHANGE)

const withLife = (settings: RunSettings, change: (life: LifeAssumptions) => Partial<LifeAssumptions>): RunSettings => ({
  ...settings,
  life: { ...settings.life, ...change(settings.life) },
})

function withApplying(settings: RunSettings, stream: Stream): RunSettings {
  const { applies, declines }: ItaOutcome = settings.outcomes[stream]
  const outcome = { applies: lower(applies), declines: (declines * (1 - lower(applies))) / (1 - applies) }
  return { ...settings, outcomes: { ...settings.outcomes, [stream]: outcome } }
}

/** Fewer come with 501 points and more; as many as before with less. */
function withFewerAtTheTop(settings: RunSettings): RunSettings {
  const { cellFloors } = settings.estimate
  const groups = settings.estimate.groups.map((group) => ({
    ...group,
    perDay: group.perDay.map((persons, cell) => (cellFloors[cell] >= LOWEST_OF_TOP_BAND ? lower(persons) : persons)),
  }))
  const estimate = { ...settings.estimate, groups }
  return {
    ...settings,
    estimate,
    arrivals: { ...settings.arrivals, perDay: arrivalsPerDay(estimate, settings.assumptions) },
  }
}

/** The settings of a run in which one assumption is smaller by {@link CHANGE}. */
const changes: { [name in (typeof sensitivityNames)[number]]: (settings: RunSettings) => RunSettings } = {
  'accompanying-spouses': (settings) => {
    const { spouse } = settings.assumptions
    return {
      ...settings,
      assumptions: { ...settings.assumptions, spouse: { ...spouse, accompanying: lower(spouse.accompanying) } },
    }
  },
  inflow: (settings) => ({ ...settings, arrivals: { ...settings.arrivals, perDay: lower(settings.arrivals.perDay) } }),
  'inflow-501': withFewerAtTheTop,
  withdrawals: (settings) => ({ ...settings, withdrawalPerDay: lower(settings.withdrawalPerDay) }),
  'work-while-waiting': (settings) =>
    withLife(settings, ({ canadianExperience, foreignExperience }) => ({
      canadianExperience: { ...canadianExperience, workingShare: lower(canadianExperience.workingShare) },
      foreignExperience: { ...foreignExperience, workingShare: lower(foreignExperience.workingShare) },
    })),
  'language-retakes': (settings) =>
    withLife(settings, ({ languageRetakes }) => ({
      languageRetakes: { ...languageRetakes, perYear: lower(languageRetakes.perYear) },
    })),
  'french-learning': (settings) =>
    withLife(settings, ({ frenchLearning }) => ({
      frenchLearning: { ...frenchLearning, perYear: lower(frenchLearning.perYear) },
    })),
  nominations: (settings) =>
    withLife(settings, ({ nominations }) => ({ nominations: { ...nominations, perDay: lower(nominations.perDay) } })),
  'cec-applies': (settings) => withApplying(settings, 'cec'),
  'french-declines': (settings) => {
    const { applies, declines } = settings.outcomes.french
    return { ...settings, outcomes: { ...settings.outcomes, french: { applies, declines: lower(declines) } } }
  },
  reentry: (settings) =>
    withLife(settings, ({ reentry }) => ({
      reentry: { ...reentry, afterExpiry: lower(reentry.afterExpiry), afterLapse: lower(reentry.afterLapse) },
    })),
}

/** Cutoffs of every draw, one list a replication. */
function cutoffsOf(scenario: Scenario, change: (settings: RunSettings) => RunSettings): Int16Array[] {
  const plan = ensemblePlan(scenario)
  const replicate = replicatorOf({ ...plan, settings: change({ ...plan.settings, parametersVary: false }) })
  return Array.from({ length: REPLICATIONS }, (_, replication) => Int16Array.from(replicate(replication).cutoff))
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const rounded = (points: number): number => Math.round(100 * points) / 100

/** The mean change of the cutoffs of some draws, with its interval over replications; nothing when there are no draws. */
function changeOfDraws(slots: readonly number[], before: Int16Array[], after: Int16Array[]) {
  const meanCutoffs = (cutoffs: Int16Array): number => meanOf(slots.map((slot) => cutoffs[slot]))
  const paired = pairedDifference(before.map(meanCutoffs), after.map(meanCutoffs))
  if (!paired || paired.difference.low === null || paired.difference.high === null) return []
  const { mean, low, high } = paired.difference
  return [{ draws: slots.length, points: rounded(mean), low: rounded(low), high: rounded(high) }]
}

/** By how much the cutoffs of a scenario's draws move with each assumption. */
export function sensitivitiesOf(
  scenario: Scenario,
  onDone: (done: number, of: number) => void,
): FitRecord['sensitivities'] {
  const { slots, streams } = ensemblePlan(scenario)
  const before = cutoffsOf(scenario, (settings) => settings)
  const names = Object.keys(changes) as Sensitivity['assumption'][]
  const entries = names.map((assumption, index): Sensitivity => {
    const after = cutoffsOf(scenario, changes[assumption])
    const cutoffs = streams
      .filter((stream) => stream !== 'pnp')
      .flatMap((stream) => {
        // A draw that invited nobody has no cutoff.
        const own = [...slots.keys()].filter(
          (slot) => slots[slot].stream === stream && [...before, ...after].every((cutoffs) => cutoffs[slot] >= 0),
        )
        return changeOfDraws(own, before, after).map((change) => ({ stream, ...change }))
      })
    onDone(index + 1, names.length)
    return { assumption, change: CHANGE, cutoffs }
  })
  return { scenario: scenario.id, days: scenario.horizonDays, replications: REPLICATIONS, entries }
}
