import type { EnsembleProgress } from '../../shared/schema/ensemble.ts'

/** Where a person reads: standard error, a terminal or not. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Times between two reports: on a terminal one line is written again and again; elsewhere each is a line that stays. */
const TERMINAL_MS = 100
const FIRST_LINE_MS = 2000
const LINE_MS = 10_000
const START_OF_LINE = '\r\u001b[K'

/** `about 50 s`, `about 3 min`: nobody needs it more exactly. */
export function aboutTime(ms: number): string {
  if (ms < 90_000) return `about ${Math.max(1, Math.round(ms / 1000))} s`
  if (ms < 90 * 60_000) return `about ${Math.round(ms / 60_000)} min`
  return `about ${Math.round(ms / 3_600_000)} h`
}

export function progressText({ runsDone, runs, timeLeftMs }: EnsembleProgress, what = 'runs'): string {
  const left = timeLeftMs === null ? 'preparing' : `${aboutTime(timeLeftMs)} left`
  return `${runsDone} of ${runs} ${what}, ${left}`
}

/** Tells a person how far an ensemble is, or something else that is done one by one. */
export class ProgressLine {
  readonly #stream: ProgressStream
  readonly #what: string
  #nextMs: number

  /** @param what is counted */
  constructor(stream: ProgressStream = process.stderr, what = 'runs') {
    this.#stream = stream
    this.#what = what
    this.#nextMs = stream.isTTY ? 0 : FIRST_LINE_MS
  }

  /** Call as often as there is news; says something only when it is time again. */
  show(progress: EnsembleProgress): void {
    if (progress.elapsedMs < this.#nextMs) return
    const text = progressText(progress, this.#what)
    this.#nextMs = progress.elapsedMs + (this.#stream.isTTY ? TERMINAL_MS : LINE_MS)
    this.#stream.write(this.#stream.isTTY ? START_OF_LINE + text : `${text}\n`)
  }

  /** Leaves the terminal to what is printed next. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write(START_OF_LINE)
  }
}
