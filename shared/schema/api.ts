import Type from 'typebox'
import { ActionMonths } from './chance.ts'
import { Bilingual, DateText, InstantText, interruptible } from './common.ts'
import { PublishedDraw } from './draw.ts'
import { Profile } from './profile.ts'
import { runStatuses, speedRange } from './run.ts'
import { Scenario } from './scenario.ts'

/** Bodies of the HTTP interface; OpenAPI, validation and the types of server and client come from here. */
const closed = { additionalProperties: false } as const

export const ErrorBody = Type.Object(
  {
    error: Type.Object(
      {
        code: Type.String(),
        message: Type.String(),
        path: Type.String(),
        /** With EE_BUSY, when what is asked for is being computed: how far that is, and how long it takes; null = not known yet. */
        progress: Type.Optional(
          Type.Object(
            {
              runsDone: Type.Integer(),
              runs: Type.Integer(),
              timeLeftMs: Type.Union([Type.Null(), Type.Integer()]),
            },
            closed,
          ),
        ),
        /** All issues, when there are several. */
        issues: Type.Optional(
          Type.Array(Type.Object({ code: Type.String(), message: Type.String(), path: Type.String() }, closed)),
        ),
      },
      closed,
    ),
  },
  closed,
)
export type ErrorBody = Type.Static<typeof ErrorBody>

/** How what is saved is, for whoever looks after the server. */
export const StoreHealth = Type.Object(
  {
    /** What does not work at the moment; null when all is well. */
    problem: Type.Union([Type.Null(), Type.String()]),
    /** Names of damaged database files that were put aside. */
    keptAside: Type.Array(Type.String()),
  },
  closed,
)
export type StoreHealth = Type.Static<typeof StoreHealth>

export const Health = Type.Object(
  {
    status: Type.Literal('ok'),
    engineVersion: Type.String(),
    /** Date of the newest published draw the server knows. */
    dataUntil: DateText,
    runs: Type.Object({ active: Type.Integer(), limit: Type.Integer() }, closed),
    store: StoreHealth,
  },
  closed,
)
export type Health = Type.Static<typeof Health>

export const ScenarioSummary = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    question: Bilingual,
    asOf: DateText,
    horizonDays: Type.Integer(),
    builtIn: Type.Boolean(),
  },
  closed,
)
export type ScenarioSummary = Type.Static<typeof ScenarioSummary>

/** What saving a scenario gave; `editToken` only when it is new: whoever has it may change and delete the scenario. */
export const ScenarioSaved = Type.Object(
  { id: Type.String(), revision: Type.Integer({ minimum: 1 }), editToken: Type.Optional(Type.String()) },
  closed,
)
export type ScenarioSaved = Type.Static<typeof ScenarioSaved>
export const ScenarioList = Type.Object({ scenarios: Type.Array(ScenarioSummary) }, closed)

/** Exactly one of `scenario` and `scenarioId`. */
export const RunRequest = Type.Object(
  {
    scenario: Type.Optional(Scenario),
    scenarioId: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    seed: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** Simulated days a second at the start. */
    speed: Type.Optional(Type.Number({ minimum: speedRange.minimum, maximum: speedRange.maximum })),
    /** Start paused on the first day. */
    paused: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type RunRequest = Type.Static<typeof RunRequest>

export const RunCreated = Type.Object({ id: Type.String(), stream: Type.String() }, closed)
export type RunCreated = Type.Static<typeof RunCreated>

export const RunInfo = Type.Object(
  {
    id: Type.String(),
    stream: Type.String(),
    status: Type.Enum([...runStatuses]),
    scenarioId: Type.String(),
    title: Bilingual,
    seed: Type.String(),
    createdAt: InstantText,
    ...interruptible,
    /** Last simulated day; null before the first. */
    date: Type.Union([Type.Null(), DateText]),
    draws: Type.Integer(),
    readers: Type.Integer(),
  },
  closed,
)
export type RunInfo = Type.Static<typeof RunInfo>
export const RunList = Type.Object({ runs: Type.Array(RunInfo) }, closed)

export const DrawList = Type.Object(
  { draws: Type.Array(PublishedDraw), source: Type.String(), retrieved: DateText },
  closed,
)
export type DrawList = Type.Static<typeof DrawList>

export const ScoreRequest = Type.Object(
  { profile: Profile, ruleset: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) },
  closed,
)
export const ChanceRequest = Type.Object(
  {
    profile: Profile,
    scenarioId: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** The day the profile describes. */
    on: Type.Optional(DateText),
    /** The couple with the partner as the principal applicant: more of the partner than `profile` can say. */
    otherApplicant: Type.Optional(Profile),
    /** Months that actions of the plan take, where they are not those assumed. */
    months: Type.Optional(ActionMonths),
  },
  closed,
)
export const EligibilityRequest = Type.Object({ profile: Profile, on: Type.Optional(DateText) }, closed)
