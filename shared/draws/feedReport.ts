import { type Issue, issue } from '../lib/errors.ts'

/** One value of the feed that was read as something else than it says. */
export interface Repair {
  /** Number of the draw, "208". */
  draw: string
  /** The feed's field, "drawSize". */
  field: string
  was: string
  now: string
  why: string
}

/** What reading one entry of the feed found: collects repairs and refusals under the draw's name. */
export class EntryReport {
  readonly repairs: Repair[] = []
  readonly refused: Issue[] = []

  /** @param draw - its number, or "?" when that cannot be read. @param path - where the entry stands, `$.rounds[3]`. */
  constructor(
    readonly draw: string,
    readonly path: string,
  ) {}

  repaired(field: string, was: string, now: string, why: string): void {
    this.repairs.push({ draw: this.draw, field, was, now, why })
  }

  /** Always undefined, so that a reader can `return report.refuse(...)` for a value it does not have. */
  refuse(field: string, message: string): undefined {
    this.refused.push(issue('EE_FEED', `${this.path}.${field}`, `draw ${this.draw}: ${message}`))
    return undefined
  }
}
