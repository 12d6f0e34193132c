import Type from 'typebox'
import { readScenario } from '../../shared/scenario/load.ts'
import { InstantText } from '../../shared/schema/common.ts'
import { InstrumentRequest } from '../../shared/schema/instrument.ts'
import { speedRange } from '../../shared/schema/run.ts'
import type { Scenario } from '../../shared/schema/scenario.ts'
import { assertShape } from '../../shared/schema/validate.ts'

const closed = { additionalProperties: false } as const
const common = {
  /** Of this form. */
  version: Type.Literal(1),
  createdAt: InstantText,
  /** Fingerprint of scenario, seed, published draws and engine: with others the future would be another. */
  belongsTo: Type.String(),
  scenario: Type.Unknown(),
  seed: Type.String({ minLength: 1, maxLength: 100 }),
}
const KeptRun = Type.Object(
  {
    ...common,
    kind: Type.Literal('run'),
    speed: Type.Number({ minimum: speedRange.minimum, maximum: speedRange.maximum }),
    paused: Type.Boolean(),
  },
  closed,
)
const KeptEnsemble = Type.Object(
  { ...common, kind: Type.Literal('ensemble'), runs: Type.Integer({ minimum: 1 }) },
  closed,
)
const KeptComparison = Type.Object(
  {
    ...common,
    kind: Type.Literal('comparison'),
    alternatives: Type.Array(Type.Unknown(), { minItems: 1 }),
    runs: Type.Integer({ minimum: 1 }),
  },
  closed,
)
const KeptInstrument = Type.Object(
  {
    ...common,
    kind: Type.Literal('instrument'),
    /** What is asked; the scenarios it names stand beside it, whole. */
    request: InstrumentRequest,
    alternative: Type.Optional(Type.Unknown()),
  },
  closed,
)

export interface KeptRequests {
  run: Type.Static<typeof KeptRun> & { scenario: Scenario }
  ensemble: Type.Static<typeof KeptEnsemble> & { scenario: Scenario }
  /** `scenario` is the baseline. */
  comparison: Type.Static<typeof KeptComparison> & { scenario: Scenario; alternatives: Scenario[] }
  /** `alternative` is that of a split. */
  instrument: Type.Static<typeof KeptInstrument> & { scenario: Scenario; alternative?: Scenario }
}
export type Kind = keyof KeptRequests
export type KeptRequest = KeptRequests[Kind]
const forms = { run: KeptRun, ensemble: KeptEnsemble, comparison: KeptComparison, instrument: KeptInstrument } as const

/** What a run, an ensemble, a comparison or an instrument was asked to be. */
export type NewRequest<Of extends Kind> = Omit<KeptRequests[Of], 'version' | 'belongsTo'>

/**
 * What was kept, from the content of its file.
 *
 * @throws InputError or SyntaxError when it is not as it was written
 */
export function readKeptRequest(text: string): KeptRequest {
  const value: unknown = JSON.parse(text)
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : ''
  const form = Object.hasOwn(forms, kind) ? forms[kind as Kind] : forms.ensemble
  assertShape<KeptRequest>(form, value)
  const scenario = readScenario(value.scenario)
  switch (value.kind) {
    case 'comparison':
      return { ...value, scenario, alternatives: value.alternatives.map(readScenario) }
    case 'instrument': {
      const { alternative } = value
      return { ...value, scenario, ...(alternative && { alternative: readScenario(alternative) }) }
    }
    default:
      return { ...value, scenario }
  }
}
