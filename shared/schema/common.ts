import Type from 'typebox'

/** A calendar date, `2025-12-17`. The pattern is checked here, the calendar by `tryParseDay`. */
export const DateText = Type.String({
  pattern: '^(19|2[01])\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  expected: 'a date such as 2025-12-17',
})

/** A UTC instant to the second, `2025-12-17T12:26:48Z`. */
export const InstantText = Type.String({
  pattern: '^(19|2[01])\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$',
  expected: 'a UTC instant such as 2025-12-17T12:26:48Z',
})

/** What runs and ensembles say of their fate. */
export const interruptible = {
  /** When a server that was started again went on with it; null when it was never interrupted. */
  resumedAt: Type.Union([Type.Null(), InstantText]),
  /** Why it failed; null when it did not. */
  failure: Type.Union([
    Type.Null(),
    Type.Object({ code: Type.String(), message: Type.String() }, { additionalProperties: false }),
  ]),
}

export const NocCode = Type.String({ pattern: '^\\d{5}$', expected: 'a five-digit NOC 2021 code such as 21231' })

/** A text people see, in both languages. */
export const Bilingual = Type.Object(
  { en: Type.String({ minLength: 1, maxLength: 500 }), fr: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
)
export type Bilingual = Type.Static<typeof Bilingual>

export const abilities = ['listening', 'reading', 'writing', 'speaking'] as const
export type Ability = (typeof abilities)[number]

/** What a draw invites from; the bit of a stream is its index here. Order and names are public. */
export const streams = [
  'general',
  'cec',
  'fsw',
  'fst',
  'pnp',
  'french',
  'healthcare',
  'stem',
  'trades',
  'transport',
  'agriculture',
  'education',
  'physicians',
  'senior-managers',
  'researchers',
  'military',
] as const
export type Stream = (typeof streams)[number]
export const StreamName = Type.Enum([...streams])

/** The published score bands that do not overlap, from the top. Index = band number everywhere. */
export const bands = [
  '601-1200',
  '501-600',
  '491-500',
  '481-490',
  '471-480',
  '461-470',
  '451-460',
  '441-450',
  '431-440',
  '421-430',
  '411-420',
  '401-410',
  '351-400',
  '301-350',
  '0-300',
] as const
export type Band = (typeof bands)[number]
export type BandCounts = Record<Band, number>
/** Lowest score of each band, aligned with {@link bands}. */
export const bandFloors: readonly number[] = bands.map((band) => Number(band.split('-')[0]))
