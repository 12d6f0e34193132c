import Type from 'typebox'
import { refuse } from '../../shared/lib/errors.ts'
import type { FromWorker } from '../../shared/playback/workerMessages.ts'
import { DateText } from '../../shared/schema/common.ts'
import type { SimulationEvent } from '../../shared/schema/event.ts'
import { speedRange } from '../../shared/schema/run.ts'
import { shapeIssues } from '../../shared/schema/validate.ts'

const closed = { additionalProperties: false } as const
const Speed = Type.Number({ minimum: speedRange.minimum, maximum: speedRange.maximum })
const Said = Type.Union([
  Type.Object({ type: Type.Literal('paused'), date: Type.Union([Type.Null(), DateText]) }, closed),
  Type.Object({ type: Type.Literal('resumed'), speed: Type.Number() }, closed),
])

/**
 * A line of the journal of a run: what its readers were told, short enough to be written before every frame. Events are not
 * in it, only how many there were: the simulation tells the same ones again.
 */
const JournalLine = Type.Union([
  Type.Object({ events: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed),
  Type.Object({ speed: Speed }, closed),
  Type.Object({ said: Said }, closed),
])
export type JournalLine = Type.Static<typeof JournalLine>

/** What the journal keeps of something a worker said; nothing of its end. */
export function journalLineOf(message: FromWorker): JournalLine | undefined {
  if (message.type === 'events') return { events: message.events.length }
  return message.type === 'failed' ? undefined : { said: message }
}

function readLine(text: string, index: number): JournalLine {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    line = text
  }
  if (shapeIssues(JournalLine, line).length === 0) return line as JournalLine
  throw refuse('EE_CHECKPOINT', `$[${index}]`, `the journal of the run is damaged in line ${index + 1}`)
}

/**
 * The whole lines of a journal. A last one without an end was not told to anybody.
 *
 * @throws InputError EE_CHECKPOINT when it is damaged
 */
export const readJournal = (text: string): JournalLine[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)
    .map(readLine)

/** What an earlier server told of a run: told again in the same order, so that every frame has the number it had. */
export class RunReplay {
  readonly #lines: readonly JournalLine[]
  /** Events and frames that were told. */
  readonly events: number = 0
  readonly frames: number = 0
  /** The last that was asked for. */
  readonly speed: number | undefined
  /** Whether it last said that it waits. */
  readonly isPaused: boolean | undefined

  constructor(lines: readonly JournalLine[]) {
    this.#lines = lines
    let said = 0
    for (const line of lines) {
      if ('events' in line) this.events += line.events
      else if ('speed' in line) this.speed = line.speed
      else {
        said += 1
        this.isPaused = line.said.type === 'paused'
      }
    }
    this.frames = this.events + said
  }

  /** @param events as many as were told, as the simulation tells them again */
  *messages(events: readonly SimulationEvent[]): Generator<FromWorker, void> {
    let next = 0
    for (const line of this.#lines) {
      if ('events' in line) {
        yield { type: 'events', events: events.slice(next, next + line.events) }
        next += line.events
      } else if ('said' in line) yield line.said
    }
  }
}
