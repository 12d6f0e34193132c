import Type from 'typebox'

/** What takes long and was begun: an ensemble, a comparison, an instrument. */
export const WorkCreated = Type.Object(
  {
    id: Type.String(),
    /** Its websocket. */
    stream: Type.String(),
    /** The same was asked before: this is what came of it. */
    cached: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type WorkCreated = Type.Static<typeof WorkCreated>
