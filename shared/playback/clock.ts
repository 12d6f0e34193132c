/** The time of whoever plays a simulation: shared/ has no clock of its own. */
export interface Clock {
  /** Milliseconds since some moment. */
  nowMs(): number
  /** Calls `task` once, after so many milliseconds; the function it gives calls that off. */
  after(delayMs: number, task: () => void): () => void
}
