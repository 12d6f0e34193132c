/**
 * Every error the product can give, by code: the HTTP status it travels with and what it means.
 * `docs/errors.md` documents each one; `tests/rules/errorRegistry.test.ts` holds the two together.
 */
export const errorRegistry = {
  EE_JSON: { status: 400, meaning: 'The input is not valid JSON.' },
  EE_SHAPE: { status: 400, meaning: 'A field is missing, unknown, of the wrong type or out of its range.' },
  EE_PROFILE: { status: 422, meaning: 'The profile has the right shape, but two of its facts contradict each other.' },
  EE_LANGUAGE_SECOND_SAME: { status: 422, meaning: 'The second language must be the other official language.' },
  EE_LANGUAGE_SCORE: { status: 422, meaning: 'The test does not give that result.' },
  EE_NOC_UNKNOWN: { status: 422, meaning: 'The code is not a NOC 2021 unit group.' },
  EE_DATE: { status: 422, meaning: 'Not a calendar date, or dates in an impossible order.' },
  EE_RULESET_UNKNOWN: { status: 422, meaning: 'There is no ruleset of that name.' },
  EE_RULESET_INVALID: { status: 422, meaning: 'A ruleset or a patch of it cannot be used.' },
  EE_RULESET_UNFILLED: { status: 422, meaning: 'The ruleset has values nobody has published; fill them in first.' },
  EE_SCENARIO: { status: 422, meaning: 'The scenario has the right shape, but cannot be run.' },
  EE_SCENARIO_VERSION: {
    status: 422,
    meaning: 'The scenario was written for a schema version this program does not know.',
  },
  EE_LIMIT: { status: 422, meaning: 'The request is larger than this server allows.' },
  EE_FEED: { status: 422, meaning: 'The draws feed has an entry that cannot be read; the stored draws were kept.' },
  EE_DRAWS_FILE: { status: 422, meaning: 'A table of draws, or a row of it, cannot be read.' },
  EE_FEED_UNREACHABLE: { status: 503, meaning: 'The draws feed could not be fetched; the stored draws were kept.' },
  EE_SNAPSHOT_NONE: { status: 422, meaning: 'No pool snapshot was published for that date.' },
  EE_CHECKPOINT: { status: 422, meaning: 'A saved run cannot be used: damaged, or of another run or version.' },
  EE_FILE: { status: 400, meaning: 'A file could not be read or written.' },
  EE_CONFIG: { status: 400, meaning: 'An environment variable or option has a value that cannot be used.' },
  EE_NOT_FOUND: { status: 404, meaning: 'There is nothing at that address.' },
  EE_FORBIDDEN: {
    status: 403,
    meaning: 'What is saved may be changed only with the edit token given when it was created.',
  },
  EE_CONFLICT: {
    status: 409,
    meaning: 'It was changed in the meantime, or the name is taken; nothing was overwritten.',
  },
  EE_TOO_LARGE: { status: 413, meaning: 'The body is larger than the server accepts.' },
  EE_MEDIA_TYPE: { status: 415, meaning: 'The server reads JSON only.' },
  EE_TOO_MANY_REQUESTS: { status: 429, meaning: 'Too many requests from this address in a short time.' },
  EE_BUSY: {
    status: 503,
    meaning: 'What is asked for is still being computed, or the server has as much under way as it allows.',
  },
  EE_STORE: {
    status: 503,
    meaning: 'What is saved cannot be read or written at the moment; everything else works.',
  },
  EE_RUN_FAILED: { status: 500, meaning: 'The run stopped because its worker failed; other runs are not affected.' },
  EE_ENSEMBLE_FAILED: {
    status: 500,
    meaning: 'The ensemble stopped because its threads failed repeatedly; others are not affected.',
  },
  EE_INTERRUPTED: { status: 500, meaning: 'The server ended while it was under way and could not go on with it.' },
  EE_INTERNAL: { status: 500, meaning: 'An error in the program itself.' },
} as const

export type ErrorCode = keyof typeof errorRegistry

/** One thing wrong with an input: what was received, where (`$.spouse.education`), what was expected. */
export interface Issue {
  code: ErrorCode
  message: string
  path: string
  /** With EE_BUSY, when what is asked for is being computed: how far that is. */
  progress?: Progress
}

/** How far a computation is, and how long it takes from here; null = not known yet. */
export interface Progress {
  runsDone: number
  runs: number
  timeLeftMs: number | null
}

export const issue = (code: ErrorCode, path: string, message: string): Issue => ({ code, message, path })

/** An input that cannot be used, with everything that is wrong with it. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map((one) => `${one.path}: ${one.message}`).join('\n'))
    this.issues = issues
  }

  get code(): ErrorCode {
    return this.issues[0]?.code ?? 'EE_INTERNAL'
  }
}

export const refuse = (code: ErrorCode, path: string, message: string): InputError =>
  new InputError([issue(code, path, message)])

/** How a received value is named in a message: short, quoted, never longer than a line. */
export function received(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = jsonOf(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** JSON, or what can be said of a value that is nested too deeply to be written. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return Array.isArray(value) ? 'a deeply nested list' : 'a deeply nested object'
  }
}
