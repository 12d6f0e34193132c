// @vitest-environment node
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { runEnds, WebsocketTransport } from '../../client/engine/connection.ts'
import { emptyRunView, type RunView, reduceRun } from '../../client/engine/runView.ts'
import type { LinkState, Transport } from '../../client/engine/transport.ts'
import type { ClientMessage, ServerMessage } from '../../shared/protocol/messages.ts'
import { drawEvent, startedEvent } from './fixtures.ts'

/** A run of twenty draws on a real socket; it can hang up and remembers what it was asked. */
class TestRun {
  readonly asked: (string | null)[] = []
  readonly heard: ClientMessage[] = []
  readonly #server = new WebSocketServer({ port: 0 })
  readonly #frames: ServerMessage[] = [
    { ...startedEvent, seq: 1 },
    ...Array.from({ length: 20 }, (_, index): ServerMessage => ({ ...drawEvent(index + 1), seq: index + 2 })),
  ]

  constructor() {
    this.#server.on('connection', (socket, request) => {
      const from = new URL(request.url ?? '/', 'http://localhost').searchParams.get('from')
      this.asked.push(from)
      socket.on('message', (content) => this.heard.push(JSON.parse(String(content))))
      this.send(Number(from ?? 0), Number(from ?? 0) + 7)
    })
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/stream`
  }

  /** Sends the frames after `from` up to `to`. */
  send(from: number, to: number): void {
    const frames = this.#frames.filter(({ seq }) => seq > from && seq <= to)
    for (const socket of this.#server.clients) for (const frame of frames) socket.send(JSON.stringify(frame))
  }

  say(message: ServerMessage): void {
    for (const socket of this.#server.clients) socket.send(JSON.stringify(message))
  }

  hangUp(code?: number): void {
    for (const socket of this.#server.clients) code ? socket.close(code) : socket.terminate()
  }

  async stop(): Promise<void> {
    this.hangUp()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** The machine may be busy with other tests. */
const waitFor = (fits: () => void) => vi.waitFor(fits, { timeout: 10_000 })

function follow(
  run: { url: string; stop?(): Promise<void> },
  whenLost: (transport: Transport<ClientMessage>) => void = () => {},
) {
  const links: LinkState[] = []
  const follower = { links, view: emptyRunView as RunView, dials: 0 }
  const transport = new WebsocketTransport<ServerMessage, ClientMessage>({
    url: run.url,
    listener: {
      onMessage: (message) => {
        follower.view = reduceRun(follower.view, message)
      },
      onLink: (state) => {
        if (links.at(-1) !== state) links.push(state)
        if (state === 'waiting') whenLost(transport)
      },
    },
    isLast: runEnds,
    resumes: true,
    open: (url) => {
      follower.dials += 1
      return new WebSocket(url) as unknown as globalThis.WebSocket
    },
  })
  stops.push(
    () => transport.close(),
    () => run.stop?.(),
  )
  return { follower, transport }
}

describe('the line to a run', () => {
  it('loses no draw and counts none twice when it is cut again and again', async () => {
    const run = new TestRun()
    const { follower } = follow(run)
    for (const drawsSoFar of [6, 13, 20]) {
      await waitFor(() => expect(follower.view.draws).toHaveLength(drawsSoFar))
      run.hangUp()
    }
    expect(follower.view.draws.map((draw) => draw.number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(run.asked.slice(0, 3)).toEqual([null, '7', '14'])
  })

  it('says that it was lost and that it is back', async () => {
    const run = new TestRun()
    const { follower } = follow(run)
    await waitFor(() => expect(follower.view.draws).toHaveLength(6))
    run.hangUp()
    await waitFor(() => expect(follower.links).toEqual(['connecting', 'open', 'waiting', 'open']))
  })

  it('starts over with a snapshot when the server does not know the place it asks for', async () => {
    const run = new TestRun()
    const { follower } = follow(run)
    await waitFor(() => expect(follower.view.draws).toHaveLength(6))
    run.hangUp(1008)
    await waitFor(() => expect(run.asked).toEqual([null, null]))
  })

  it('does not dial again once the run is over', async () => {
    const run = new TestRun()
    const { follower } = follow(run)
    await waitFor(() => expect(follower.view.draws).toHaveLength(6))
    run.say({ type: 'failed', seq: 99, code: 'EE_RUN_FAILED', message: 'stopped' })
    await waitFor(() => expect(follower.links.at(-1)).toBe('closed'))
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(follower.dials).toBe(1)
  })

  it('may be closed while it still dials', async () => {
    const run = new TestRun()
    const { follower, transport } = follow(run)
    transport.close()
    expect(follower.links).toEqual(['connecting', 'closed'])
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(follower.dials).toBe(1)
    expect(follower.view).toEqual(emptyRunView)
  })

  it('dials again and again while nobody answers', async () => {
    const run = new TestRun()
    const { url } = run
    await run.stop()
    const { follower } = follow({ url })
    await waitFor(() => expect(follower.dials).toBeGreaterThan(2))
    expect(follower.links).toEqual(['connecting', 'waiting'])
  })

  it('passes commands on, and none while the line is down', async () => {
    const run = new TestRun()
    const { follower, transport } = follow(run, (line) => line.send({ type: 'resume' }))
    await waitFor(() => expect(follower.links).toEqual(['connecting', 'open']))
    transport.send({ type: 'pause' })
    await waitFor(() => expect(run.heard).toEqual([{ type: 'pause' }]))
    run.hangUp()
    await waitFor(() => expect(follower.links).toEqual(['connecting', 'open', 'waiting', 'open']))
    transport.send({ type: 'speed', daysPerSecond: 5 })
    await waitFor(() => expect(run.heard).toHaveLength(2))
    expect(run.heard.map(({ type }) => type)).toEqual(['pause', 'speed'])
  })
})
