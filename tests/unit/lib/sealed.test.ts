import { describe, expect, it } from 'vitest'
import { InputError } from '../../../shared/lib/errors.ts'
import { isSealed, type Sealed, seal, unseal } from '../../../shared/lib/sealed.ts'

const content: Sealed = {
  meta: { seed: 'é', day: 12, none: null },
  columns: [
    Uint8Array.from([1, 2, 255]),
    Int32Array.from([-1, 2 ** 31 - 1]),
    Float64Array.from([0.1, Number.POSITIVE_INFINITY]),
    Uint32Array.from([]),
    Uint32Array.from([2 ** 32 - 1]),
  ],
}
const sealed = seal('test/1', 'me', content)

function refusalOf(bytes: Uint8Array, format = 'test/1', belongsTo = 'me'): string {
  try {
    unseal(format, belongsTo, bytes)
  } catch (error) {
    if (error instanceof InputError && error.code === 'EE_CHECKPOINT') return error.message
    throw error
  }
  return 'not refused'
}

describe('sealed bytes', () => {
  it('give back what was put in, wherever they lie in memory', () => {
    const moved = new Uint8Array(sealed.length + 3)
    moved.set(sealed, 3)
    for (const bytes of [sealed, moved.subarray(3), Buffer.from(sealed)]) {
      expect(unseal('test/1', 'me', bytes)).toEqual(content)
      expect(isSealed(bytes)).toBe(true)
    }
  })

  it('give back columns that are the caller’s own', () => {
    const { columns } = unseal('test/1', 'me', sealed)
    columns[0].fill(9)
    expect(unseal('test/1', 'me', sealed)).toEqual(content)
  })

  it('write a view of a column, not the memory it is in', () => {
    const view = Int32Array.from([1, 2, 3, 4]).subarray(1, 3)
    const { columns } = unseal('f', 'x', seal('f', 'x', { meta: 0, columns: [view] }))
    expect(columns).toEqual([Int32Array.from([2, 3])])
  })

  it('are refused with any byte changed, in any of its bits', () => {
    for (let at = 0; at < sealed.length; at++) {
      for (const bit of [1, 16, 128]) {
        const changed = sealed.slice()
        changed[at] ^= bit
        expect(refusalOf(changed), `byte ${at}`).toMatch(/damaged or cut short|no checkpoint of this program/)
      }
    }
  })

  it('are refused when they are cut anywhere, or have something behind them', () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(refusalOf(sealed.subarray(0, length)), `${length} bytes`).not.toBe('not refused')
    }
    expect(refusalOf(Uint8Array.from([...sealed, 0]))).toContain('damaged or cut short')
  })

  it('are refused as something else, and say what they are', () => {
    expect(refusalOf(sealed, 'other/1')).toContain('it holds test/1, expected other/1')
    expect(refusalOf(sealed, 'test/1', 'you')).toContain('it belongs to another scenario')
    const text = new TextEncoder().encode('{"schemaVersion":1,"id":"a scenario"}')
    expect(refusalOf(text)).toContain('it is no checkpoint of this program')
    expect(isSealed(text)).toBe(false)
  })
})
