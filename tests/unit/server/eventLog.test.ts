import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventLog } from '../../../server/runtime/eventLog.ts'
import type { UnnumberedMessage } from '../../../shared/protocol/messages.ts'

const message = { paused: { type: 'paused', date: null }, resumed: { type: 'resumed', speed: 8 } } as const
const day = { type: 'day', date: '2026-01-01' } as UnnumberedMessage
const draw = { type: 'draw', date: '2026-01-01' } as UnnumberedMessage

const seqs = (log: EventLog, from: number) => log.after(from).map((frame) => frame.seq)

describe('log of a run', () => {
  it('numbers frames from 1 and writes the number into the text', () => {
    const log = new EventLog()
    expect(log.newestSeq).toBe(0)
    log.append(message.paused)
    expect(log.newestSeq).toBe(1)
    expect(log.after(0)).toEqual([{ seq: 1, text: '{"type":"paused","seq":1,"date":null}' }])
  })

  it('keeps every draw, the newest days and the newest controls, in order', () => {
    const kinds = fc.array(fc.constantFrom(day, draw, message.paused, message.resumed), { maxLength: 600 })
    fc.assert(
      fc.property(kinds, fc.nat(600), (messages, from) => {
        const log = new EventLog()
        for (const one of messages) log.append(one)
        const kept = log.after(from)
        expect(kept.map((frame) => frame.seq)).toEqual(seqs(log, from).toSorted((a, b) => a - b))
        const drawn = messages.flatMap((one, index) => (one === draw && index + 1 > from ? [index + 1] : []))
        expect(kept.filter((frame) => frame.text.startsWith('{"type":"draw"')).map(({ seq }) => seq)).toEqual(drawn)
        const newest = messages.length
        if (newest > from) expect(kept.at(-1)?.seq).toBe(newest)
      }),
    )
  })

  it('stays small however long a run is played, paused and resumed', () => {
    const log = new EventLog()
    for (let turn = 0; turn < 10_000; turn++) {
      log.append(day)
      log.append(message.paused)
    }
    expect(log.newestSeq).toBe(20_000)
    expect(log.after(0).length).toBeLessThan(200)
  })
})
