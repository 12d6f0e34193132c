import { EventEmitter } from 'node:events'
import type { ReaderSocket } from '../../server/runtime/reader.ts'

/** A websocket that takes everything at once. */
export class TestSocket extends EventEmitter implements ReaderSocket {
  readonly texts: string[] = []
  readonly bufferedAmount = 0

  send(text: string, sent: () => void): void {
    this.texts.push(text)
    sent()
  }
  ping(): void {}
  close(): void {}
  terminate(): void {}
}
