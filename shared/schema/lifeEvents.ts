import Type, { type TOptional, type TSchema } from 'typebox'

const closed = { additionalProperties: false } as const
const Share = Type.Number({ minimum: 0, maximum: 1, expected: 'a share from 0 to 1' })
const On = Type.Optional(Type.Boolean())
const share = Type.Optional(Share)

const event = <Fields extends Record<string, TOptional<TSchema>>>(fields: Fields) =>
  Type.Optional(Type.Object({ on: On, ...fields }, closed))

/**
 * What happens to people while they wait, one entry a process: `on: false` switches it off, the other fields replace an
 * assumption (their meaning and default: docs/scenario-format.md). Switching one off changes no random number of another.
 */
export const LifeEvents = Type.Object(
  {
    birthdays: event({}),
    /** `workingShare`: of those in Canada, who go on working in a skilled job. */
    canadianExperience: event({ workingShare: share }),
    /** `workingShare`: of those abroad. */
    foreignExperience: event({ workingShare: share }),
    categoryExperience: event({}),
    cecWindow: event({}),
    languageTestExpiry: event({ renewedInTime: share, renewedLater: share }),
    credentialExpiry: event({ renewedInTime: share, renewedLater: share }),
    /** `perYear`: chance that somebody tries in a year, for those likeliest to. */
    languageRetakes: event({ perYear: share }),
    /** `perDay`: nominations of people in the pool, on average. */
    nominations: event({ perDay: Type.Optional(Type.Number({ minimum: 0, maximum: 5000 })) }),
    frenchLearning: event({ perYear: share }),
    marriages: event({ perYear: share }),
    /** Shares of the ended profiles that come back as new ones. */
    reentry: event({ afterExpiry: share, afterLapse: share }),
  },
  closed,
)
export type LifeEvents = Type.Static<typeof LifeEvents>
