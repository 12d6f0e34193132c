import Type from 'typebox'
import { DateText } from './common.ts'
import { Scenario } from './scenario.ts'

const closed = { additionalProperties: false } as const

/** All that is needed to make a result again, and to say where it comes from. */
export const Provenance = Type.Object(
  {
    program: Type.Literal('Express Entry simulator'),
    engineVersion: Type.String(),
    /** In force on the first day. */
    rulesetId: Type.String(),
    seed: Type.String(),
    scenario: Scenario,
    data: Type.Object(
      {
        draws: Type.Integer({ minimum: 0 }),
        /** Date of the newest published draw that was known; empty when none was. */
        newestDraw: Type.String(),
        /** Of the published draws: the same for the same table. */
        digest: Type.String(),
        /** Date of the pool table the run starts from. */
        poolAsOf: DateText,
      },
      closed,
    ),
    citation: Type.String(),
  },
  closed,
)
export type Provenance = Type.Static<typeof Provenance>
