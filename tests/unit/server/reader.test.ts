import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { EventLog } from '../../../server/runtime/eventLog.ts'
import { NewestFrame } from '../../../server/runtime/newestFrame.ts'
import { Reader, type ReaderSocket } from '../../../server/runtime/reader.ts'
import { EnsembleClientMessage } from '../../../shared/protocol/ensembleMessages.ts'
import { ClientMessage, type UnnumberedMessage } from '../../../shared/protocol/messages.ts'

/** A network that takes nothing until `drain`. */
class StuckSocket extends EventEmitter implements ReaderSocket {
  readonly texts: string[] = []
  closed: { code: number; reason: string } | undefined
  #waiting: (() => void)[] = []
  bufferedAmount = 0

  send(text: string, sent: () => void): void {
    this.texts.push(text)
    this.bufferedAmount += text.length
    this.#waiting.push(sent)
  }
  drain(): void {
    this.bufferedAmount = 0
    for (const sent of this.#waiting.splice(0)) sent()
  }
  ping(): void {}
  close(code: number, reason: string): void {
    this.closed = { code, reason }
  }
  terminate(): void {
    this.emit('close')
  }
  get draws(): number {
    return this.texts.filter((text) => text.startsWith('{"type":"draw"')).length
  }
}

const padding = 'x'.repeat(900)
const day = { type: 'day', padding } as unknown as UnnumberedMessage
const draw = { type: 'draw', padding } as unknown as UnnumberedMessage

function join() {
  const socket = new StuckSocket()
  const log = new EventLog()
  const obeyed: ClientMessage[] = []
  const reader = new Reader<ClientMessage>({
    socket,
    log,
    commands: ClientMessage,
    obey: (command) => obeyed.push(command),
    left: () => {},
  })
  return { socket, log, reader, obeyed, say: (text: string) => socket.emit('message', text, false) }
}

describe('reader of a run', () => {
  it('hands over a bounded amount to a socket that takes nothing', () => {
    const { socket, log, reader } = join()
    for (let count = 0; count < 5000; count++) {
      log.append(count % 10 === 0 ? draw : day)
      reader.sendNews()
    }
    expect(socket.bufferedAmount).toBeLessThan(66 * 1024)
  })

  it('gets every draw once the socket drains, and of the days only recent ones', () => {
    const { socket, log, reader } = join()
    for (let count = 0; count < 5000; count++) {
      log.append(count % 10 === 0 ? draw : day)
      reader.sendNews()
    }
    for (let turn = 0; turn < 20; turn++) socket.drain()
    expect(socket.draws).toBe(500)
    expect(socket.texts.length).toBeLessThan(1000)
    expect(socket.texts.at(-1)).toContain('"seq":5000')
  })

  it('obeys well-formed commands', () => {
    const { obeyed, say, socket } = join()
    say('{"type":"pause"}')
    say('{"type":"speed","daysPerSecond":20}')
    expect(obeyed).toEqual([{ type: 'pause' }, { type: 'speed', daysPerSecond: 20 }])
    expect(socket.closed).toBeUndefined()
  })

  it.each([
    ['nonsense', 'expected JSON'],
    ['{"type":"jump"}', '$'],
    ['{"type":"speed","daysPerSecond":1000000}', '$'],
    ['{"type":"speed"}', '$'],
    ['null', '$'],
    [`"${'é'.repeat(300)}"`, '$'],
  ])('closes with 1008 on %s', (text, reason) => {
    const { obeyed, say, socket } = join()
    say(text)
    expect(obeyed).toEqual([])
    expect(socket.closed?.code).toBe(1008)
    expect(socket.closed?.reason).toContain(reason)
    expect(Buffer.byteLength(socket.closed?.reason ?? '')).toBeLessThanOrEqual(123)
  })

  it('closes on a flood of commands and obeys no more of it', () => {
    const { obeyed, say, socket } = join()
    for (let count = 0; count < 1000; count++) say('{"type":"pause"}')
    expect(socket.closed?.code).toBe(1008)
    expect(obeyed.length).toBeLessThan(50)
  })

  it('drops a reader who gives no sign of life', async () => {
    const { reader, socket } = join()
    await new Promise((resolve) => setTimeout(resolve, 20))
    reader.check(1000)
    expect(socket.closed).toBeUndefined()
    reader.check(10)
    expect(socket.closed?.code).toBe(1013)
  })
})

describe('reader of an ensemble', () => {
  it('who is slow skips results and gets the newest and the end, in little memory', () => {
    const socket = new StuckSocket()
    const log = new NewestFrame()
    const reader = new Reader({ socket, log, commands: EnsembleClientMessage, obey: () => {}, left: () => {} })
    const result = 'x'.repeat(70_000)
    const say = (type: string) => {
      log.append({ type, ...{ result } })
      reader.sendNews()
    }
    for (let count = 0; count < 100; count++) say('progress')
    expect(socket.texts).toHaveLength(1)
    socket.drain()
    expect(socket.texts.at(-1)).toContain('"seq":100')
    for (let count = 0; count < 100; count++) say('progress')
    say('finished')
    for (let turn = 0; turn < 5; turn++) socket.drain()
    expect(socket.texts.map((text) => text.slice(0, 28))).toEqual([
      '{"type":"progress","seq":1,"',
      '{"type":"progress","seq":100',
      '{"type":"finished","seq":201',
    ])
  })
})
