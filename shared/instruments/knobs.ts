import { lifeOf } from '../life/assumptions.ts'
import { populationAssumptions } from '../pool/assumptions.ts'
import { type Stream, streams } from '../schema/common.ts'
import type { Knob, KnobName } from '../schema/instrument.ts'
import type { LifeEvents } from '../schema/lifeEvents.ts'
import type { Scenario } from '../schema/scenario.ts'
import file from './assumptions/knobs.json'

export const knobRanges: { readonly [knob in KnobName]: { low: number; high: number; basis: string } } = file.knobs

const share = (value: number): number => Math.min(1, value)

type Change = (scenario: Scenario, factor: number) => Scenario

/** A scenario whose life events have some other numbers; what it says itself is scaled, else what is assumed. */
const withLife =
  (change: (life: ReturnType<typeof lifeOf>, factor: number) => LifeEvents): Change =>
  (scenario, factor) => {
    const changes = change(lifeOf(scenario.lifeEvents), factor)
    const merged = Object.fromEntries(
      Object.entries(changes).map(([event, fields]) => [
        event,
        { ...scenario.lifeEvents?.[event as keyof LifeEvents], ...fields },
      ]),
    )
    return { ...scenario, lifeEvents: { ...scenario.lifeEvents, ...merged } }
  }

function withInflow(scenario: Scenario, factor: number): Scenario {
  const { arrivals } = scenario
  if (arrivals?.perDay !== undefined) {
    return { ...scenario, arrivals: { ...arrivals, perDay: factor * arrivals.perDay } }
  }
  const archetypes = Object.fromEntries(
    populationAssumptions.archetypes.map(({ name }) => [name, factor * (arrivals?.archetypes?.[name] ?? 1)]),
  )
  return { ...scenario, arrivals: { ...arrivals, archetypes } }
}

function withApplications(scenario: Scenario, factor: number): Scenario {
  const assumed = { ...populationAssumptions.invitations.outcomes, ...scenario.invitations?.outcomes }
  const outcomes = Object.fromEntries(
    streams.map((stream) => {
      const { applies, declines } = assumed[stream]
      const more = share(factor * applies)
      // Of the others as many decline as before.
      return [stream, { applies: more, declines: applies === 1 ? declines : (declines * (1 - more)) / (1 - applies) }]
    }),
  )
  return { ...scenario, invitations: { ...scenario.invitations, outcomes } }
}

function withSizes(scenario: Scenario, only: readonly Stream[], factor: number): Scenario {
  const { sizeFactors = {} } = scenario.schedule
  const scaled = Object.fromEntries(only.map((stream) => [stream, factor * (sizeFactors[stream] ?? 1)]))
  return { ...scenario, schedule: { ...scenario.schedule, sizeFactors: { ...sizeFactors, ...scaled } } }
}

/** All draws, also those whose sizes a budget steers: as many more are in the budget. */
function withAllSizes(scenario: Scenario, factor: number): Scenario {
  const { schedule } = withSizes(scenario, streams, factor)
  const budgets = schedule.budgets?.map(({ itas, persons, ...budget }) => ({
    ...budget,
    ...(itas !== undefined && { itas: Math.round(factor * itas) }),
    ...(persons !== undefined && { persons: Math.round(factor * persons) }),
  }))
  return { ...scenario, schedule: { ...schedule, ...(budgets && { budgets }) } }
}

const changes: { [knob in KnobName]: Change } = {
  inflow: withInflow,
  withdrawals: (scenario, factor) => {
    const { withdrawalPerDay = populationAssumptions.attrition.withdrawalPerDay } = scenario.attrition ?? {}
    return { ...scenario, attrition: { ...scenario.attrition, withdrawalPerDay: share(factor * withdrawalPerDay) } }
  },
  nominations: withLife(({ nominations }, factor) => ({ nominations: { perDay: factor * nominations.perDay } })),
  'language-retakes': withLife(({ languageRetakes }, factor) => ({
    languageRetakes: { perYear: share(factor * languageRetakes.perYear) },
  })),
  'french-learning': withLife(({ frenchLearning }, factor) => ({
    frenchLearning: { perYear: share(factor * frenchLearning.perYear) },
  })),
  'work-while-waiting': withLife(({ canadianExperience, foreignExperience }, factor) => ({
    canadianExperience: { workingShare: share(factor * canadianExperience.workingShare) },
    foreignExperience: { workingShare: share(factor * foreignExperience.workingShare) },
  })),
  reentry: withLife(({ reentry }, factor) => ({
    reentry: { afterExpiry: share(factor * reentry.afterExpiry), afterLapse: share(factor * reentry.afterLapse) },
  })),
  applications: withApplications,
  'draw-sizes': withAllSizes,
}

/** A scenario in which one thing is so many times what it was. Shares stay at most 1. */
export const turned = (scenario: Scenario, knob: Knob, factor: number): Scenario =>
  typeof knob === 'string' ? changes[knob](scenario, factor) : withSizes(scenario, [knob.sizesOf], factor)
