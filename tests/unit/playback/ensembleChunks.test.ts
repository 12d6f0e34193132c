import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chunk, EnsembleChunks } from '../../../shared/playback/ensembleChunks.ts'

/** A record that says which replication it is of. */
const recordOf = (replication: number): ArrayBuffer => new Uint32Array([replication]).buffer
const replicationOf = (record: ArrayBuffer): number => new Uint32Array(record)[0]
const recordsOf = ({ first, count }: Chunk): ArrayBuffer[] =>
  Array.from({ length: count }, (_, index) => recordOf(first + index))
const oneTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

interface Machine {
  runs: number
  threads: number
  msPerReplication: number
  /** Which of the busy threads is the next to end, as a share of them. */
  ends: readonly number[]
}

/** Lets threads end in an arbitrary order; reports records in the order they were released, and how many waited. */
function work({ runs, threads, msPerReplication, ends }: Machine) {
  const chunks = new EnsembleChunks({ runs, threads })
  const busy: Chunk[] = []
  const released: number[] = []
  const sizes: number[] = []
  let mostWaiting = 0
  for (let turn = 0; released.length < runs; turn++) {
    for (let next = busy.length < threads && chunks.deal(); next; next = busy.length < threads && chunks.deal()) {
      busy.push(next)
      sizes.push(next.count)
    }
    const [ended] = busy.splice(Math.floor(ends[turn % ends.length] * busy.length), 1)
    released.push(...chunks.take(ended, recordsOf(ended), msPerReplication * ended.count).map(replicationOf))
    const dealt = sizes.reduce((sum, size) => sum + size, 0)
    mostWaiting = Math.max(mostWaiting, dealt - released.length)
  }
  return { released, sizes, mostWaiting, left: chunks.deal() }
}

const machine = fc.record({
  runs: fc.integer({ min: 1, max: 3000 }),
  threads: fc.integer({ min: 1, max: 16 }),
  msPerReplication: fc.double({ min: 0.01, max: 2000, noNaN: true }),
  ends: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 50 }),
})

describe('chunks of an ensemble', () => {
  it('give every record back once and in order, whichever thread ends first', () => {
    fc.assert(
      fc.property(machine, (given) => {
        const { released, left } = work(given)
        expect(released).toEqual(oneTo(given.runs))
        expect(left).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('never wait in greater number than threads allow, however many replications there are', () => {
    const stuck = { threads: 4, msPerReplication: 0.1, ends: [0.99] }
    const [few, many] = [1000, 20_000].map((runs) => work({ ...stuck, runs }).mostWaiting)
    expect(many).toBeLessThanOrEqual(2 * 4 * 32)
    expect(many).toBeLessThanOrEqual(few)
  })

  it('are of one replication until it is known how long one takes, then of about 150 ms', () => {
    const sizes = (msPerReplication: number) => work({ runs: 500, threads: 1, msPerReplication, ends: [0] }).sizes
    expect(sizes(10).slice(0, 3)).toEqual([1, 15, 15])
    expect(sizes(1000).slice(0, 3)).toEqual([1, 1, 1])
    expect(sizes(0.1).slice(0, 3)).toEqual([1, 32, 32])
  })

  it('get smaller towards the end, so that no thread is left with the rest', () => {
    const { sizes } = work({ runs: 100, threads: 2, msPerReplication: 5, ends: [0] })
    expect(sizes.slice(-3)).toEqual([1, 1, 1])
  })

  it('are dealt again when their thread broke, three times at most', () => {
    const chunks = new EnsembleChunks({ runs: 2, threads: 1 })
    const chunk = chunks.deal()
    if (!chunk) throw new Error('nothing to deal')
    expect(chunks.repeat(chunk)).toBe(true)
    expect(chunks.deal()).toEqual(chunk)
    expect(chunks.repeat(chunk)).toBe(true)
    expect(chunks.deal()).toEqual(chunk)
    expect(chunks.repeat(chunk)).toBe(false)
  })
})
