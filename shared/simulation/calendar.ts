import type { Day } from '../lib/day.ts'

const NONE = -1

/**
 * Rows to look at on a given day, as linked lists in two arrays: adding costs one write each, a day costs its own rows.
 * A row stands in at most one list of a calendar at a time.
 */
export class Calendar {
  readonly #first: Day
  readonly #head: Int32Array
  #next: Int32Array

  /** @param days from `first` on; what is added for later days is never due */
  constructor(first: Day, days: number, rows: number) {
    this.#first = first
    this.#head = new Int32Array(days).fill(NONE)
    this.#next = new Int32Array(rows).fill(NONE)
  }

  /** Puts a row on a day; days before the first are due on the first. */
  add(day: Day, row: number): void {
    const index = Math.max(0, day - this.#first)
    if (index >= this.#head.length) return
    if (row >= this.#next.length) this.#grow(row + 1)
    this.#next[row] = this.#head[index]
    this.#head[index] = row
  }

  /** Visits the rows of a day, latest added first. A visit may put its row on another day. */
  visit(day: Day, visit: (row: number) => void): void {
    let row = this.#head[day - this.#first] ?? NONE
    while (row !== NONE) {
      const next = this.#next[row]
      visit(row)
      row = next
    }
  }

  #grow(rows: number): void {
    const larger = new Int32Array(Math.max(rows, 2 * this.#next.length)).fill(NONE)
    larger.set(this.#next)
    this.#next = larger
  }
}
