import type { Day } from '../lib/day.ts'

/** Words of a block, its link included. Place 0 is no block: the array begins behind an empty one. */
const BLOCK = 64
const WORDS_OF_ENTRY = 2
/** Words of a block that hold entries. */
const ROOM = Math.floor((BLOCK - 1) / WORDS_OF_ENTRY) * WORDS_OF_ENTRY

/**
 * Rows to look at on a given day, each with a number to remember: a list a day, all in one array of blocks. Adding costs two
 * writes; a day reads its own entries one after the other, which is what memory is quick at.
 */
export class Calendar {
  readonly #first: Day
  /** By day: first block, place of the next entry, and end of the room of the block it is in. */
  readonly #head: Int32Array
  readonly #place: Int32Array
  readonly #end: Int32Array
  /** Blocks of entries; the last word of a block is the place of the next block. */
  #words: Int32Array
  #used = BLOCK

  /** @param days from `first` on; what is added for later days is never due */
  constructor(first: Day, days: number, entries = BLOCK) {
    this.#first = first
    this.#head = new Int32Array(days)
    this.#place = new Int32Array(days)
    this.#end = new Int32Array(days)
    this.#words = new Int32Array(BLOCK + WORDS_OF_ENTRY * entries)
  }

  /** Puts a row on a day; days before the first are due on the first. */
  add(day: Day, row: number, note = 0): void {
    const index = day > this.#first ? day - this.#first : 0
    if (index >= this.#place.length) return
    if (this.#place[index] === this.#end[index]) this.#appendBlock(index)
    const place = this.#place[index]
    this.#words[place] = row
    this.#words[place + 1] = note
    this.#place[index] = place + WORDS_OF_ENTRY
  }

  #appendBlock(index: number): void {
    const block = this.#used
    this.#used += BLOCK
    if (this.#used > this.#words.length) {
      const larger = new Int32Array(2 * this.#used)
      larger.set(this.#words)
      this.#words = larger
    }
    this.#words[block + BLOCK - 1] = 0
    if (this.#head[index] === 0) this.#head[index] = block
    else this.#words[this.#end[index] - ROOM + BLOCK - 1] = block
    this.#place[index] = block
    this.#end[index] = block + ROOM
  }

  /** Visits the entries of a day in the order they were added. A visit may add to later days. */
  visit(day: Day, visit: (row: number, note: number) => void): void {
    const index = day - this.#first
    if (index < 0 || index >= this.#place.length) return
    for (let block = this.#head[index]; block !== 0; block = this.#words[block + BLOCK - 1]) {
      const isLast = this.#words[block + BLOCK - 1] === 0
      const end = isLast ? this.#place[index] : block + ROOM
      for (let place = block; place < end; place += WORDS_OF_ENTRY) visit(this.#words[place], this.#words[place + 1])
    }
  }

  /**
   * Reads a column at the rows of a day, before {@link visit} does: memory is asked for all of them at once, where a visit,
   * which decides by what it reads, waits for one after the other. Returns a sum nobody needs, or the reads would be left out.
   */
  readAhead(day: Day, column: Int32Array): number {
    const index = day - this.#first
    let sum = 0
    if (index < 0 || index >= this.#place.length) return sum
    for (let block = this.#head[index]; block !== 0; block = this.#words[block + BLOCK - 1]) {
      const isLast = this.#words[block + BLOCK - 1] === 0
      const end = isLast ? this.#place[index] : block + ROOM
      for (let place = block; place < end; place += WORDS_OF_ENTRY) sum = (sum + column[this.#words[place]]) | 0
    }
    return sum
  }

  /** What is due, as two arrays for {@link restore}. */
  save(): [Int32Array, Int32Array] {
    const { length } = this.#head
    const places = new Int32Array(3 * length)
    places.set(this.#head)
    places.set(this.#place, length)
    places.set(this.#end, 2 * length)
    return [places, this.#words.slice(0, this.#used)]
  }

  restore([places, words]: [Int32Array, Int32Array]): void {
    const { length } = this.#head
    this.#head.set(places.subarray(0, length))
    this.#place.set(places.subarray(length, 2 * length))
    this.#end.set(places.subarray(2 * length))
    this.#words = words.slice()
    this.#used = words.length
  }

  /** Nothing is due any more. */
  clear(): void {
    this.#head.fill(0)
    this.#place.fill(0)
    this.#end.fill(0)
    this.#used = BLOCK
  }
}
