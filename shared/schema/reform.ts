import Type from 'typebox'
import { DateText } from './common.ts'
import { RulePatch } from './scenario.ts'

/** The version of reform files this program writes and reads. */
export const REFORM_SCHEMA_VERSION = 1

/** The base of a reform that starts from no points at all. */
export const EMPTY_BASE = 'empty'

const closed = { additionalProperties: false } as const

/** Other points than those of a ruleset: what changes, what it is called, and why. A file of it can be cited. */
export const Reform = Type.Object(
  {
    schemaVersion: Type.Literal(REFORM_SCHEMA_VERSION),
    title: Type.String({ maxLength: 200 }),
    reason: Type.String({ maxLength: 2000 }),
    /** Id of the ruleset that is patched, or `empty`. */
    base: Type.String({ minLength: 1, maxLength: 60 }),
    patches: Type.Array(RulePatch, { maxItems: 1000 }),
    /** With what the reform was written: the same engine and data give the same figures. */
    madeWith: Type.Optional(
      Type.Object({ engineVersion: Type.String({ maxLength: 60 }), dataUntil: DateText }, closed),
    ),
  },
  closed,
)
export type Reform = Type.Static<typeof Reform>
